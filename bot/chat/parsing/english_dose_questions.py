"""English questions that ask for advice on a dose, as patterns over words without marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.safety.refusing import DoseQuestion


@dataclass(frozen=True, slots=True, eq=False)
class Wishes:
    """A language's patterns, the first that fits first.

    `forms`: where a pattern has a group "count", one of `counted` or nothing has to stand behind
    it. `unless`: with one of these it is no such question; under None, no question of any kind.
    """

    forms: tuple[tuple[DoseQuestion, tuple[str, ...]], ...]
    counted: frozenset[str]
    unless: Mapping[DoseQuestion | None, str]


_ME = r"(?:i|we|my \w+|he|she|they|you|one)"
_OK = r"(?:ok|okay|safe|alright|all right|fine|possible|bad|dangerous|allowed|good|wise|better)"
_MAY = (
    rf"(?:(?:can|could|should|shall|may|must|would|might|do|cant|couldnt|shouldnt) {_ME}"
    rf"|(?:is it|would it be|it is|its|be|is it really) {_OK} (?:if {_ME}|for me to|to)"
    rf"|{_OK} (?:to|if {_ME})|what if {_ME}|what happens if {_ME}|what would happen if {_ME}"
    rf"|would it (?:hurt|harm|matter) (?:to|if {_ME})"
    rf"|am i (?:allowed|supposed) to|do you think {_ME}(?: can| should)?"
    r"|i(?:ll| will| want to|m going to| am going to|m gonna|d like to| would like to| need to"
    r"| have to| might| think i can| think i should|m thinking of|m planning to)"
    r"|let me|thinking (?:of|about)|planning to|tempted to|want to|need to)"
)
_TAKE = (
    r"(?:just |also |simply |safely |still |always )?"
    r"(?:take|taking|have|having|use|try|need|swallow|add|adding|pop|squeeze in|sneak in)"
)
_FEW = r"(?: \w+){0,2}?"
_DOSE = r"(?:(?:my|the|a|it|its|his|her|this|next|evening|morning|night|daily|baclofen) )*"
_MG = r"\d+(?: \d+)? ?(?:mg|milligrams?)"
_NUMBER = r"(?:two|three|four|five|six|2|3|4|5|6)"
_MUCH = r"(?:too much|too many|too little|enough|ok|okay|safe|a lot|high|low|dangerous|normal|fine)"

_HOW_MUCH = (
    rf"how (?:much|many)(?: \w+){{0,3}} (?:should|can|could|must|shall|may|would|do) {_ME}"
    rf"(?! (?:have left|have|need to pay|owe|know|weigh|log|see|sleep|eat|drink|wait))",
    r"how (?:much|many)(?: \w+){0,3} (?:to take|is right|is safe|is ok|are safe|is best|for me)",
    r"(?:what|which)(?: \w+)? (?:dose|dosage|amount|mg|strength)(?: \w+){0,2} "
    r"(?:should|can|could|do|is right|is best|is safe|is good|would|for me|suits)(?: \w+){0,2}",
    r"(?:whats|what is|what are) (?:my|(?:the|a) (?:right|best|correct|good|safe|ideal))"
    r" (?:\w+ )?(?:dose|dosage|amount|doses)",
    rf"(?:is|are|isnt|would|was) (?:my dose of )?(?:{_MG}|{_NUMBER} (?:pills|tablets|doses))"
    rf"(?: \w+){{0,5}} {_MUCH}",
    rf"(?:is|are) (?:one|{_NUMBER})(?: \w+){{0,3}} (?:enough|too much|too many|too little)",
    r"(?:is|are) \d+(?: a day| per day| at once)? (?:too much|too many|too little|enough|a lot)",
    rf"is my (?:dose|dosage)(?: \w+){{0,3}} (?:{_MUCH}|right|correct)",
    r"(?:am i (?:taking|on|getting)|do i take) (?:too much|too little|enough|the right)",
    rf"(?:{_MAY}) {_TAKE}{_FEW} {_MG}",
    rf"(?:{_MAY}) (?:change|adjust|alter|modify) {_DOSE}(?:dose|doses|dosage|amount)",
    r"how (?:much|many)(?: \w+){0,3} am i (?:supposed|meant|allowed) to (?:take|have)",
    r"what should (?:my|the) (?:dose|dosage) be",
    r"right (?:dose|amount) for (?:me|someone)|best dose for me",
    r"dose for (?:my weight|my age|me)|what dose for",
    r"(?:recommend|suggest|tell me|calculate|work out|choose) (?:\w+ ){0,2}(?:dose|dosage|amount)",
    r"(?:one|1) or (?:two|2)",
)
_MORE = (
    rf"(?:{_MAY}) {_TAKE}{_FEW} (?<!at )(?P<count>more|extra|another|an extra|a second"
    rf"|one more|{_NUMBER}|double|twice|triple|a double|a higher|a bigger|a stronger|some more"
    r"|a few more)",
    rf"(?:{_MAY})(?: \w+)? (?:double|triple|increase|raise|bump|boost|step up|go up|double up)",
    rf"(?:{_MAY}) up (?:my|the|it)",
    r"should i be on more",
    r"(?:raising|increasing|doubling) my (?:\w+ )?(?:dose|doses|dosage|amount)",
    r"(?:increase|raise|double|triple|bump up) (?:my|the) (?:\w+ )?(?:dose|doses|dosage|amount)",
    r"double (?:my |the |a )?(?:next )?dose|double dose|doubling up|double up|go up on my dose",
    rf"(?:{_MAY}) (?:catch up|make up|make it up)|how (?:do|can|should) i (?:catch up|make up)",
    rf"(?:{_MAY}) (?:take|have) both doses",
    r"two (?:doses|tablets|pills) (?:at once|together|at the same)",
    r"(?:higher|bigger|stronger) dose|more baclofen|extra (?:dose|tablet|pill)",
)
_LESS = (
    rf"(?:{_MAY}) {_TAKE}{_FEW} (?P<count>less|fewer|half|a half|a lower|a smaller|only one"
    r"|just one|a quarter|only half|just half)",
    rf"(?:{_MAY})(?: \w+)? (?:reduce|lower|cut|decrease|halve|lessen|go down|cut down|drop)"
    rf"(?: down| back)? (?:on |to )?{_DOSE}(?:dose|doses|dosage|baclofen|amount|half|mg|\d+"
    r"|tablets?|pills?|it)",
    r"(?:lowering|reducing|cutting|decreasing|halving) my (?:\w+ )?(?:dose|doses|dosage|amount)",
    r"(?:reduce|lower|decrease|halve|cut) my (?:\w+ )?(?:dose|doses|dosage|amount)",
    rf"(?:{_MAY}) (?:go|cut|get|drop) (?:down|back(?! on| to))",
    rf"(?:{_MAY}) (?:get by|manage|survive|cope|get away) (?:on|with)",
    r"(?:lower|smaller) dose|take less baclofen|less baclofen",
    rf"(?:{_MAY}) (?:take|have|switch to|go to)(?: \w+){{0,2}} (?:once|twice|every other day"
    r"|only when|as needed|when i need)(?: \w+){0,3}",
    rf"(?:{_MAY}) (?:split|break|halve|cut) {_DOSE}(?:\w+ )?(?:dose|doses|tablets?|pills?|it)",
)
_SKIP = (
    r"(?:is it|would it be) a big deal (?:to|if i) (?:skip|miss|leave out)(?: \w+)?",
    rf"(?:{_MAY})(?: \w+)? (?:skip|leave out|omit|leave off|miss out|drop) "
    r"(?:a|an|my|the|this|tonights|todays|one|it|to|some|doses|dose|tomorrows|taking)(?: \w+)?",
    rf"(?:{_MAY})(?: \w+)? skip (?:tonight|today|tomorrow|now|everything|all|them|both)"
    r"(?: \w+){0,2}",
    rf"(?:(?:can|could|should|may) i|{_OK} to) miss (?:a|my|the|this|tonights|one|it)(?: \w+)?",
    rf"(?:{_MAY}) leave (?:\w+ ){{1,3}}out",
    rf"(?:{_MAY}) (?:not take|go without) (?:it|my|the|a|one|baclofen)",
)
_WHEN = (
    rf"(?:{_MAY}) (?:take|have){_FEW}(?: \w+){{0,4}} (?:early|earlier|sooner|ahead of time"
    r"|all at once|at once|at the same time(?! every| each| of)|closer together|right now|now"
    r"|already)",
    rf"(?:{_MAY}) (?:take|have) (?:my|the) (?:night|evening|morning|bedtime|next|last|lunch|noon)"
    r"(?:time)? (?:one|dose|tablet|pill) (?:at|in|with|before|after|instead)",
    rf"(?:{_MAY}) (?:move|shift|delay|postpone|swap|push back|bring forward) {_DOSE}"
    r"(?:dose|doses|dosing|times?|schedule)",
    rf"(?:{_MAY}) change (?:my|the) (?:dose )?(?:times?|schedule|hours)",
    rf"(?:{_MAY}) (?:wait|hold off)(?: \w+){{0,4}} (?:dose|tablet|pill|taking|take it)",
    rf"(?:{_MAY}) (?:take|have) (?:it|my \w+|them) at \d+(?: \w+)? (?:instead|not|rather)",
    rf"(?:{_MAY}) (?:take|have) the \w+(?: pm| am| oclock)? (?:one|dose|tablet|pill) at",
    rf"(?:{_MAY}) (?:take|have)(?: \w+){{1,5}} doses? together",
    r"take (?:my|the) next (?:dose|tablet|pill|one) (?:now|early|earlier|sooner)",
)
_THEM = (
    r"it|them|this|these|baclofen|\d+"
    r"|(?:my|the) (?:\w+ )?(?:tablets?|pills?|meds|medicine|medication|baclofen|doses?|amount)"
)
_AGAIN = (
    rf"(?:(?:{_MAY})|how (?:do|can|should|would) i|how to|when (?:can|should|do) i)(?: \w+)? "
    r"(?:restart|start again|start over|resume taking|begin again|start taking(?: \w+)? again"
    rf"|(?:go|get) back (?:on|to)(?: taking)?(?: (?:{_THEM})|$)|start back|start baclofen again"
    r"|start(?: (?:it|taking|them|on it|with it))? again)",
    r"restart (?:my|the|it|baclofen)|restarting baclofen|back on baclofen",
    r"(?:restart|restarting|start again|starting again|back on it) (?:after|following)"
    r"(?: \w+){1,4} (?:off|without|break|gap|pause)",
)

_COUNTED = frozenset(
    (
        *("dose", "doses", "tablet", "tablets", "pill", "pills", "mg", "milligrams", "capsules"),
        *("baclofen", "lioresal", "medicine", "medication", "meds", "it", "them", "one", "ones"),
        *("of", "at", "to", "for", "in", "by", "than", "with", "as", "on", "a", "the", "my"),
        *("now", "tonight", "today", "tomorrow", "later", "again", "then", "before", "after"),
        *("if", "when", "because", "since", "so", "but", "and", "or", "instead", "together"),
        *("once", "this", "next", "times", "time", "per", "each", "every", "please", "half"),
        *("just", "right", "more"),
    )
)
_D = DoseQuestion
ENGLISH = Wishes(
    forms=(
        (_D.AGAIN, _AGAIN),
        (_D.SKIP, _SKIP),
        (_D.MORE, _MORE),
        (_D.WHEN, _WHEN),
        (_D.LESS, _LESS),
        (_D.HOW_MUCH, _HOW_MUCH),
    ),
    counted=_COUNTED,
    unless={
        _D.SKIP: r"missed|late",
        None: (
            r"(?:usual|normal|average|typical|maximum|max|starting|highest|top) (?:doses?|dosage)"
            r"|most people|other people|other medicines?|other drugs|did i take|have i taken"
            r"|(?:more|another) (?:information|info|details|about|reminders?|help|questions?)"
            r"|(?:know|learn|tell me) more"
        ),
    },
)
"""English."""
