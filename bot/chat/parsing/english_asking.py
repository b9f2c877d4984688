"""English words around a question: what opens it, whom it is about, and what makes it doubtful."""

from __future__ import annotations

from types import MappingProxyType

from bot.chat.parsing.english_guarded import GUARDED
from bot.chat.parsing.english_topics_about import ABOUT
from bot.chat.parsing.english_topics_medicines import MEDICINES, STOPPING
from bot.chat.parsing.english_topics_people import PEOPLE
from bot.chat.parsing.english_topics_signs import SIGNS
from bot.chat.parsing.english_topics_taking import TAKING
from bot.chat.parsing.topic_table import Asking


def _words(written: str) -> frozenset[str]:
    return frozenset(written.replace("'", "").split())


_SKIPPED = _words("""
a an the my your his her their our its this that these those is are was were be been am do does
did will would to of for it i i'm im i've ive i'd id you you're me we us and or if so just
really very please pls hi hello hey thanks thank there any some at can could should may might
must has have had get got getting about with on by as also then them they he she what's whats
""")
_ARTICLES = _words("a an the my your our please pls hi hello hey thanks just really very so")
_KEPT = _words("""
evening morning during nothing something anything everything fasting nursing wedding
being bring string spring expecting plane shoes clothes
""")
_SAME = {
    "taking": "take", "takes": "take", "making": "make", "makes": "make", "using": "use",
    "used": "use", "uses": "use", "coming": "come", "giving": "give", "losing": "lose",
    "dosing": "dose", "dosed": "dose", "riding": "ride", "having": "have", "smoking": "smoke",
    "eaten": "eat", "lies": "lie", "lying": "lie", "hives": "hive", "dying": "die",
}  # fmt: skip
_SHORT = {
    "whats": "what is", "hows": "how is", "whens": "when is", "wheres": "where is",
    "whos": "who is", "whys": "why is", "wanna": "want to", "gonna": "going to",
    "gotta": "got to", "wot": "what", "wat": "what", "wots": "what is", "wats": "what is",
    "shud": "should", "cud": "could", "wud": "would", "r": "are", "ur": "your", "u": "you",
    "n": "and", "av": "have", "aswell": "as well", "til": "until", "cos": "because",
    "chemist": "pharmacy",
}  # fmt: skip
_OPENS = _words("""
what what's how how's when when's why why's who who's whom which where where's can could may
should shall would will is isn't are aren't am do does doesn't did didn't has was were tell
explain any whats hows whens
""")
_MEDICINE = _words("""
baclofen baclofin bacofen baclophen lioresal ozobax lyvispah fleqsuvy medicine medicines
medication medications meds med drug drugs pill pills tablet tablets dose doses prescription
""")
_PRONOUNS = _words("it its this them these they that")
_OWN = _words("i i'm im i've ive i'd my me mine myself we our")
_OTHERS = _words("""
mother mom mum father dad husband wife partner sister brother aunt uncle friend friends boss
neighbour neighbor colleague girlfriend boyfriend daughter son grandma grandpa roommate cousin
teacher he she his her they their someone somebody everyone people
""")
_ANIMALS = _words("""
cat cats dog dogs puppy kitten horse pet pets vet rabbit hamster parrot cow bird fish kitty
doggy
""")
_DENIED = _words("""
can't cannot no not don't never isn't wasn't won't didn't doesn't without nobody none neither nor
""")
_DOUBTFUL = (
    *(
        "which is better",
        "is best",
        "is the best",
        "better or",
        "best drug",
        "better than",
        "worse than",
        "instead of",
        "compared",
        "difference between",
        "vs",
        "versus",
    ),
    *("alternative", "alternatives", "switch", "switching", "stronger than", "same as", "buy"),
    *("history of", "who invented", "legal", "illegal", "joke", "song", "movie", "film", "recipe"),
    *("news", "stock market", "game", "weather", "football", "password", "website", "lawyer"),
    *("is baclofen a", "is baclofen an", "is it a", "is it an", "kind of", "prove", "study"),
    *("studies", "sue", "court", "police", "school project", "homework", "metaphor", "sell"),
)
_IDIOMS = (
    *(
        "do you know a",
        "do you know any",
        "did you",
        "did i take",
        "did i already",
        "baby shower",
        "baby showers",
    ),
    *("do you like", "did you see", "do you drink", "do you want", "have you ever", "do you sleep"),
    *("driving me crazy", "drives me crazy", "drive me crazy", "pain in the", "what time is it"),
    *("bus stop", "how old are you", "food for thought", "break a leg", "call me later", "see you"),
    *("sick and tired", "sick of this", "long story", "how are you", "good night", "good evening"),
    *(
        "what is the time",
        "what day is it",
        "pins and needles game",
        "piece of cake",
        "call me back",
    ),
    *("i will call", "ill call", "talk to you", "sleep well", "sweet dreams", "heart of"),
)
_NEUTRAL = _words("""
baclofen baclofin bacofen baclophen lioresal doctor doctors dr gp nurse pharmacist said says say
told tell now today tonight tomorrow yesterday feel feels feeling felt bad good fine ok okay
alright all right help helps affect affects effect happen happens happening happened know knows
think want wants wanted need needs like make makes made use uses used using give gives given
take takes taking taken took start started starting new day days daily week weeks hour hours
minute minutes month months year years long much many more less most first second last next time
times still even since after before while during when than because people someone anyone person
patients patient always never often sometimes once twice again too well something anything
everything nothing thing things other others another one ones two three four five six seven
eight nine ten how what why who which where is safe possible allowed normal common usual wrong
mean means bit little lot lots big small high low way ways out up down in into from back off
over under between until till without not no yes don't dont can't cant cannot doesn't doesnt
isn't isnt won't wont mg milligram milligrams medicine medicines medication medications meds med
drug drugs pill pills tablet tablets dose doses dosage treatment it this these them try trying
go going goes gone come comes coming keep keeps keeping find ask asking asked question questions
answer advice worry worried due every each morning noon afternoon evening night hand hands own
both only same away able put let see look home work house mother father husband wife sister
brother friend partner mum mom dad he she his her they their woman man kindly whether should
supposed am i matter matters problem problems issue issues sign signs symptom symptoms cause
causes lower raise raises lowers reason notice noticed heard read reads believe guess hope
wonder wondering about exactly stuff gave neurologist specialist best end anybody per anyway doc
past together fit turn turned went been got awful really getting nearly almost sure totally
completely quite half expect expected harmful risk version monday tuesday wednesday thursday
friday saturday sunday weekend barely sort especially lately recently suddenly ever actually
maybe perhaps already yet soon later must having being rather different difference change
changes changed interact anymore any if
oclock explain kind properly anywhere worse finally safely list exist rule known everybody enough
legal useful react planning alongside overnight constant oh added point treat forbidden
hurt
""")

ENGLISH = Asking(
    topics=MappingProxyType(ABOUT | TAKING | PEOPLE | SIGNS | STOPPING | MEDICINES),
    skipped=_SKIPPED,
    articles=_ARTICLES,
    kept=_KEPT,
    same=MappingProxyType(_SAME),
    short=MappingProxyType(_SHORT),
    opens=_OPENS,
    medicine=_MEDICINE,
    own=_OWN,
    spoken_to=frozenset(("you", "u")),
    others=_OTHERS,
    animals=_ANIMALS,
    denied=_DENIED,
    doubtful=_DOUBTFUL,
    idioms=_IDIOMS,
    pronouns=_PRONOUNS,
    neutral=_NEUTRAL,
    guarded=GUARDED,
)
"""English."""
