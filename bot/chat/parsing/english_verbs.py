"""English verbs as data: whole messages, and the openings of messages that go on with a time."""

from __future__ import annotations

from bot.chat.parsing.english_pauses import EXACT as PAUSES
from bot.chat.parsing.english_supply import EXACT as SUPPLIES
from bot.chat.parsing.english_symptoms import EXACT as SYMPTOMS


def _phrases(written: str) -> tuple[str, ...]:
    return tuple(written.split("|"))


# A whole message, without its punctuation, and the verb it is. Apostrophes may be left out.
_EXACT: dict[str, str] = {
    "taken": "done|dose taken|had it|i had it|i've had it|just had it|swallowed it",
    "extra": (
        "took it twice|i took it twice|took two|i took two|took it again|i took it again"
        "|took another|i took another|took another one|i took another one|took one more"
        "|i took one more|took an extra dose|i took an extra dose|took an extra|extra dose"
        "|an extra dose|took a double dose|i took a double dose|took double|took two doses"
        "|i took two doses|took 2 doses|i took 2 doses|took another dose|i took another dose"
        "|took it two times|took it 2 times|doubled up|i doubled up|i doubled my dose"
        "|accidentally took it twice|i accidentally took it twice"
    ),
    "snooze": (
        "snooze|snooze it|later|not now|remind me later|remind me again|remind me again later"
        "|ask me later|ask again later|ask me again later|maybe later|a bit later"
    ),
    "undo": (
        "undo|undo that|undo it|undo this|undo last|undo the last one|mistake|my mistake"
        "|that was a mistake|wrong button|i tapped the wrong button|i pressed the wrong button"
        "|tapped by mistake|pressed by mistake|that was wrong|take that back"
    ),
    "not_sure": (
        "not sure|i'm not sure|i am not sure|unsure|i'm unsure|don't know|i don't know"
        "|i do not know|dunno|no idea|don't remember|i don't remember|i do not remember"
        "|can't remember|i can't remember|cannot remember|i cannot remember|i forget if i took it"
        "|not sure if i took it|i'm not sure if i took it|i am not sure if i took it"
        "|don't know if i took it|i don't know if i took it|don't remember if i took it"
        "|i don't remember if i took it|can't remember if i took it|i can't remember if i took it"
        "|i don't remember taking it|i can't remember taking it|did i take it|have i taken it"
        "|did i already take it|did i take my dose|have i already taken it|maybe i took it"
        "|i may have taken it|i might have taken it|i think i took it|not sure i took it"
        "|i'm not sure i took it|did i already take my dose|did i take my tablet|did i take my pill"
        "|have i taken my dose|have i already taken my dose|did i take my baclofen"
    ),
    "missed": (
        "missed|missed it|i missed it|i've missed it|forgot|i forgot|forgot it|i forgot it"
        "|forgot to take it|i forgot to take it|missed a dose|i missed a dose|missed my dose"
        "|i missed my dose|missed the dose|i missed the dose|forgot my dose|i forgot my dose"
        "|i forgot to take my dose|missed this dose|missed dose|i've forgotten it"
    ),
    "today": (
        "today|show today|today's doses|show me today|next|next dose|what's next|what is next"
        "|when is my next dose|when's my next dose|what's my next dose|what is my next dose"
    ),
    "log": "log|my log|show log|show my log|the log|history|my history|show history|this week",
    "log_1": "last week|log last week|history last week|last week's log|show last week",
    "plan": (
        "plan|my plan|show plan|show my plan|what's my plan|what is my plan|my doses|doses"
        "|schedule|my schedule|show my schedule"
    ),
    "plan_change": (
        "change plan|change my plan|change the plan|change my times|change my doses"
        "|change dose times|new plan"
    ),
    "timezone": "timezone|time zone|my timezone|my time zone|zone",
    "timezone_change": (
        "change timezone|change time zone|change my timezone|change my time zone|change zone"
        "|set timezone|set time zone"
    ),
    "help": "help|help please|help me|show help|commands|what can you do|what can i say|menu",
    "about": "about|about you|about this bot|who are you|what are you|what is this|what's this",
    "ask": (
        "ask|all topics|topics|questions|ask a question|i have a question|i've a question"
        "|can i ask a question|can i ask something|can i ask you something|other topics"
    ),
    "pin": "pin|pin it|pin today|pin my day|pin the day|pin this",
    "unpin": "unpin|unpin it|unpin today|unpin my day|unpin the day|unpin this|don't pin it",
    "taper": (
        "taper|ask for a taper|i want a taper|i'd like a taper|i would like a taper"
        "|i want to taper|i'd like to taper|i would like to taper|request a taper|request taper"
        "|taper off|taper please|i want to taper off|help me taper|i need a taper"
        "|i need to taper|i want to come off slowly"
    ),
    "yes": "yes|y|yep|yeah|yup|that's correct|that's right|that is right|yes please",
    "no": "no|n|nope|nah|no thanks|no thank you",
    "cancel": "cancel|cancel that|cancel it|never mind|nevermind|abort",
    "back": "back|go back|previous",
    "correct": (
        "correct|correct it|correct log|correct my log|correct the log|correct a dose"
        "|correct my dose|correct the dose|fix log|fix my log|fix the log|change log|change my log"
    ),
    "called": (
        "called|i called|i've called|i have called|i called them|i've called them|we called"
        "|we called them|i called an ambulance|they are coming|help is coming"
        "|ambulance is coming|the ambulance is coming|an ambulance is coming"
    ),
    "not_emergency": (
        "not an emergency|it's not an emergency|it is not an emergency|this is not an emergency"
        "|that's not an emergency|no emergency|not emergency|false alarm|it isn't an emergency"
        "|not an emergency now"
    ),
    "not_me": (
        "not me|it wasn't me|it was not me|that wasn't me|that was not me|wasn't me|was not me"
        "|i didn't change it|i did not change it|i didn't change my plan"
        "|i did not change my plan"
    ),
    "took_some": (
        "took some|i took some|yes i took some|i did take some|took some of them"
        "|i took some of them|i took them|took them all|i took them all|i took all of them"
    ),
    "took_none": (
        "none|no none|took none|i took none|none taken|i have taken none|i've taken none"
        "|didn't take any|i didn't take any|i did not take any|no i didn't take any"
        "|haven't taken any|i haven't taken any|i have not taken any|no i took none"
    ),
    "mine": "mine|yes mine|it's mine|it was me|that was me|yes it was me|i changed it",
}
EXACT = {
    spelled: verb
    for verb, phrases in (_EXACT | PAUSES | SYMPTOMS | SUPPLIES).items()
    for phrase in phrases.split("|")
    for spelled in (phrase, phrase.replace("'", ""))
}
ASKED = frozenset(
    _phrases(
        "not_sure|today|log|log_1|plan|plan_change|timezone|timezone_change|help|about|taper"
        "|contacts|call_list|supply|ask"
    )
)

# "Yes, I just took it already", slot by slot; a slot with an empty choice may be left out.
TAKEN = (
    ("", "yes", "yep", "yeah", "ok", "okay"),
    ("", "i've", "ive", "i have", "i"),
    ("", "just", "already", "finally"),
    ("took", "taken"),
    (
        *("", "it", "them", "this", "that", "my dose", "the dose", "this dose", "my baclofen"),
        *("baclofen", "my medicine", "my medication", "my meds", "my tablet", "my tablets"),
        *("my pill", "my pills", "the tablet", "the pill", "this one"),
    ),
    ("", "with food", "with water"),
    ("", "just now", "right now", "already", "now"),
)
TAKEN_UNTIMED = frozenset(
    ("late", "early", "earlier", "before", "on time", "a bit late", "a bit earlier", "in time")
)
# Words that may stand around "10 mg" in "took my 10 mg dose".
DOSE_WORDS = frozenset(("my", "the", "dose", "my dose", "of", "baclofen"))

SKIP = _phrases(
    "skip|skip it|skip this|skip this one|skip this dose|skip the dose|skip my dose|i skip"
    "|i skip it|i'll skip|i'll skip it|ill skip it|i will skip it|i want to skip it"
    "|i want to skip|i'm skipping|i'm skipping it|skipped|skipped it|i skipped|i skipped it"
    "|i skipped this one|skipping|skipping it|skipping this one|i'll skip this one"
    "|skip tonight|skip it tonight|skip my dose tonight|skip tonight's|skip tonights"
    "|i'll skip tonight|i will skip tonight|i want to skip tonight|skipping tonight"
    "|skip this evening"
    "|not taking it tonight|i'm not taking it tonight|i am not taking it tonight|no pill tonight"
    "|i won't take it tonight|i will not take it tonight|i don't want to take it tonight"
    "|im not taking it tonight|i wont take it tonight|i dont want to take it tonight"
    "|no pills tonight|no tablets tonight|no tablet tonight|not taking my pill tonight"
    "|not taking this one|i'm not taking this one|not this one|i'll leave this one"
)
SKIP_BECAUSE = ("because", "cause", "'cause", "cos", "coz", "bc", "since", "as", "due to", "reason")
# With one of these the words are not only a reason: they speak of other doses, or take it back.
SKIP_SCOPE = frozenset(
    _phrases(
        "all|both|every|rest|next|other|another|until|till|tomorrow|tonight|yesterday|week|weeks"
        "|days|month|forever|doses|taken|took|undo|instead|twice|sure"
    )
)

SNOOZE = _phrases(
    "snooze for|snooze it for|snooze it|snooze|remind me in|remind me again in|remind again in"
    "|ask me in|ask me again in|ask again in|in|later, in|wait|give me"
)
SNOOZE_MINUTES = ("snooze", "snooze for", "snooze it for", "snooze it")
POLITE = ("please", "pls", "plz", "thanks", "thank you", "thx", "ty")
