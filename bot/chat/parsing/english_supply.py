"""English words about tablets: how many are left, that they came, were ordered, or ran out."""

from __future__ import annotations

from bot.chat.parsing.supply_words import SupplyWords

# A whole message, without its punctuation, and the verb it is.
EXACT: dict[str, str] = {
    "supply": (
        "supply|my supply|tablets|my tablets|tablets left|my pills|how many tablets are left"
        "|how many tablets do i have|how many tablets have i left|how many are left|days left"
        "|how many days are left|how long do my tablets last|when do i run out"
        "|when will i run out|show my tablets|my stock"
    ),
    "count": "count tablets|count my tablets|count again|count the tablets|count them|recount",
    "refilled": (
        "refilled|refill|i refilled|got a refill|i got a refill|got my refill|i got my refill"
        "|tablets came|my tablets came|the tablets came|they came|they have come|they arrived"
        "|tablets arrived|my tablets arrived|picked up my tablets|i picked up my tablets"
        "|i picked them up|picked them up|i have new tablets|new tablets|got new tablets"
        "|i got new tablets|got my tablets|i got my tablets"
    ),
    "ordered": (
        "ordered|i ordered|i've ordered|i have ordered|ordered them|i ordered them|it's ordered"
        "|ordered already|i already ordered|already ordered|ordered a refill|i ordered a refill"
        "|ordered my tablets|i ordered my tablets|i ordered more|ordered more|they are ordered"
    ),
    "tomorrow": "remind me tomorrow|tell me tomorrow|ask me tomorrow|again tomorrow",
    "not_needed": "no count|do not count|don't count|don't count them|do not count them",
    "lead": "pharmacy days|my pharmacy days|pharmacy time|lead time",
    "ran_out": (
        "ran out|i ran out|i've run out|i have run out|run out|all gone"
        "|they are all gone|none left|i have none left|no tablets|no more tablets|no tablets left"
        "|no pills|no pills left|no baclofen|no baclofen left|no meds left|i have no tablets"
        "|i have no pills|i have no baclofen|i have none|nothing left|i have nothing left"
        "|out of tablets|out of pills|out of baclofen|out of meds|the box is empty"
        "|the pack is empty|the packet is empty|my last tablet is gone|i have no more"
    ),
    "runs_out": (
        "i'm running out|i am running out|running out|running low|i'm running low"
        "|i am running low|almost out|nearly out|i'm almost out|i'm nearly out|i will run out"
    ),
}

WORDS = SupplyWords(
    left=("left", "left over", "remaining", "in stock", "at home", "now"),
    counted=(
        "supply", "count", "tablets left", "left", "i have", "i've got", "i still have",
        "i have got", "have", "still have", "there are", "stock", "my tablets",
    ),
    surely_counted=("supply", "count", "tablets left", "left", "stock"),
    refilled=(
        "refilled", "refill", "i refilled", "got", "i got", "picked up", "i picked up",
        "collected", "i collected", "received", "i received", "bought", "i bought",
        "new tablets", "new", "came",
    ),
    surely_refilled=("refilled", "refill", "i refilled", "new tablets"),
    none=("none", "zero", "nothing", "none left", "no tablets", "no tablets left"),
    tablets=r"(?:baclofen|lioresal|tablets?|tabs?|pills?|meds?|medicines?|medications?)",
    out=(
        r"\b(?:ran|run|runs|running) out of (?:\w+ ){{0,3}}{tablets}\b",
        r"\b(?:i'm|im|am|is) (?:completely |totally )?out of (?:\w+ ){{0,2}}{tablets}\b",
        r"\b(?:have|got|there are|there's|there is|has) no (?:more )?(?:\w+ )?{tablets}\b",
        r"\bno (?:more )?(?:\w+ )?{tablets} (?:are |is )?(?:left|remaining|any ?more)\b",
        r"\b{tablets} (?:ran|have run|has run|are all gone|is all gone|is gone|are gone)\b",
        r"\b(?:low on|almost out of|nearly out of) (?:\w+ ){{0,2}}{tablets}\b",
    ),
    soon=r"\b(?:will|'ll|going to|gonna|about to|soon|nearly|almost|low on|running|runs)\b",
    denied=(
        r"\b(?:not|never|n't|dont|don't|didn't|haven't|hasn't|won't|if|in case|before|avoid"
        r"|until|unless|so that i|what happens)\b"
    ),
    lead=r"(?:my |the )?pharmacy (?:needs|takes|wants)",
)  # fmt: skip
