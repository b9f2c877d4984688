"""English for the red-flag net: how it is typed, and the sets of words that phrases name."""

from __future__ import annotations

from bot.chat.parsing.net.spelling import Spelling


def _full(written: str) -> dict[str, tuple[str, ...]]:
    """ "cant|can't: can not" lines as a table."""
    found: dict[str, tuple[str, ...]] = {}
    for line in written.strip().splitlines():
        spelled, _, meant = line.strip().partition(": ")
        found |= dict.fromkeys(spelled.split("|"), tuple(meant.split()))
    return found


_FULL = _full(
    """
    can't|cant|cannot|carnt|can'nt|caint|cnt: can not
    won't|wont: will not
    don't|dont|dnt|don'tt|do'nt: do not
    doesn't|doesnt|dosent|dosnt|dosen't|doesent: does not
    didn't|didnt|dident: did not
    isn't|isnt|ain't|aint: is not
    aren't|arent: are not
    wasn't|wasnt: was not
    weren't|werent: were not
    haven't|havent|havnt|haven'nt: have not
    hasn't|hasnt: has not
    hadn't|hadnt: had not
    couldn't|couldnt|cudnt: could not
    wouldn't|wouldnt: would not
    shouldn't|shouldnt: should not
    i'm|im|iam: i am
    i've|ive: i have
    i'll: i will
    i'd: i would
    he's|hes: he is
    she's|shes: she is
    it's|its: it is
    they're|theyre: they are
    we're: we are
    you're|youre: you are
    that's|thats: that is
    there's|theres: there is
    what's|whats: what is
    who's|whos: who is
    wanna: want to
    gonna|gunna: going to
    gotta: have to
    dunno: do not know
    u: you
    ur: your
    plz|pls: please
    cuz|cos|coz|bc|becuase|becasue|becos: because
    alot: a lot
    tryna: trying to
    od'd|oded|od'ed|oding|od'ing|od: overdose
    kms: kill myself
    unalive: kill
    nd|n: and
    thru: through
    tonite: tonight
    hubby|hubbie: husband
    siezure|siezures|seizer|seizers|seazure|seezure|sezure|seisure|ceizure|siesure|sezier: seizure
    seziure|siezuring|seizuring: seizure
    convulsin: convulsing
    brethe|breth|breethe|breathin|brething|breath|breaths|breethin: breathe
    braeth|breate|breahte|braethe|breathr: breathe
    feaver|fevr|fevar|feever|fiever|fver: fever
    fevers: fever
    hallucinatin|halucinating|hallusinating|hallucenating: hallucinating
    chets|cheast|chst|chect: chest
    thorat|throte: throat
    toung|tounge|tung: tongue
    lipps: lips
    sucide|suacide|sucidal|suicidial|suiside: suicide
    dieing|dyeing: dying
    unconcious|unconcsious|unconsious|uncontious: unconscious
    concious|consious: conscious
    concusness|conciousness|consciousnes: consciousness
    temprature|tempreture|temperture|temperatur: temperature
    tabs|tabblets|tabelts|tabets|talbets|tablits: tablets
    pils|pilz|pillz: pills
    ambulence|amulance|ambulace: ambulance
    swolen|swolled|swole|swollin: swollen
    swelin|sweling|swellin: swelling
    stif|stiffe|styff: stiff
    ridgid|riged|rigit: rigid
    spasims|spazms|spasims|spazms|spasum|spasums: spasms
    spasim|spazm: spasm
    brathing|breating|breathng|beathing|breatheing|breahting: breathing
    cnfused|confuzed|confussed: confused
    """
)

_KEYS = frozenset(
    (
        "seizure seizures convulsion convulsions convulsing breathe breathing unconscious"
        " unresponsive hallucinating hallucination hallucinations confused confusion swelling"
        " swollen overdose overdosed overdosing suicide suicidal collapsed ambulance emergency"
        " swallowed withdrawal withdrawals allergic reaction anaphylaxis temperature choking"
        " gasping epileptic suffocating consciousness responding baclofen tablets"
        " paralysed unbearable uncontrollably fainted depressed disoriented slurred palpitations"
    ).split()
)
# Words that are one slip from a key word and mean something else.
_KNOWN = frozenset(
    (
        "seize seized breather breathed breathes breathy confide confuse confuses confusing"
        " confines contused swallower swallow swallows swelled swell stable cabinets"
        " temperate temperatures reactions reacting reactor creation erection relation"
        " collapse collapses collapsing coking cooking chocking shocking joking checking cloaking"
        " grasping gaping gassing clasping hasping emergencies emergent emerging"
        " overdoses overdo overdone overdosage conclusion conclusions conversion convulsive"
        " fainter painted feinted tainted depresses depress repressed impressed pressed"
        " tablet tables table corresponding respond responded resounding"
        " slurried blurred slurs withdraws withdrawn withdraw withdrawing contusion confession"
        " suicides allergies allergy choosing choke chokes ambulances ambulant ambulatory"
        " baclofens bacon epileptics epilepsy collision collisions unbeatable unbelievable"
        " seizers session breeding bleeding beating treating bearing bathing berating breaking"
    ).split()
)

SPELLING = Spelling(
    full=_FULL,
    endings={
        "n't": ("not",),
        "'s": ("is",),
        "'re": ("are",),
        "'ll": ("will",),
        "'ve": ("have",),
        "'d": ("would",),
        "'m": ("am",),
    },
    keys=_KEYS,
    known=_KNOWN,
)

_FAMILY = (
    "husband|wife|partner|boyfriend|girlfriend|fiance|fiancee|spouse|mother|father|mum|mom|mommy"
    "|mummy|dad|daddy|son|daughter|brother|sister|child|kid|kids|children|baby|toddler|boy|girl"
    "|grandma|grandpa|grandmother|grandfather|gran|nan|nana|granny|grandson|granddaughter|uncle"
    "|aunt|auntie|cousin|nephew|niece|friend|mate|flatmate|roommate|neighbour|neighbor|patient"
    "|client|resident|man|woman|guy|lady|person|someone|somebody|colleague|teacher|stepson"
    "|stepdaughter|stepmother|stepfather|bf|gf|hubby"
)
OTHERS = frozenset(f"he|she|they|him|her|them|his|hers|their|everyone|{_FAMILY}".split("|"))
CHILDREN = "son|daughter|child|kid|kids|children|baby|toddler|grandson|granddaughter|nephew|niece"

SETS = {
    "cannot": (
        "can not|could not|can barely|could barely|can hardly|could hardly|can scarcely|unable to"
        "|not able to|cant|struggling to|struggle to|struggles to|struggled to|barely able to"
        "|hardly able to|can not even|can not really|can no longer|can not properly|barely can"
        "|having trouble to|can not seem to|fighting to|not possible to"
    ),
    "hard": "hard|difficult|harder|tough|impossible|tricky|painful|hurts|hurt",
    "trouble": (
        "trouble|difficulty|difficulties|problem|problems|issues|issue|struggling|struggle"
        "|struggles|hard time|difficult time|a hard time"
    ),
    "have": "have|has|had|having|got|get|gets|getting|gotten|suffered|suffering|took|taking",
    "person": _FAMILY,
    "they": f"he|she|they|{_FAMILY}",
    "them": f"him|her|them|{_FAMILY}",
    "child": CHILDREN,
    "face": "face|lip|lips|tongue|throat|mouth",
    "swell": (
        "swelling|swollen|swelled|swells|swell|puffy|puffing|ballooning|ballooned|blowing up"
        "|blown up|huge|swelling up"
    ),
    "severe": (
        "severe|bad|terrible|awful|horrible|massive|huge|serious|extreme|nasty|worst|worse|big"
        "|spreading|blistering|angry|horrific|painful"
    ),
    "very": (
        "very|extremely|severely|incredibly|unbearably|completely|totally|terribly|absolutely"
        "|horribly|awfully|insanely|unbelievably|extreme|severe|dangerously"
    ),
    "intense": (
        "intense|severe|violent|unbearable|terrible|horrible|extreme|awful|worst|agonising"
        "|agonizing|excruciating|nonstop|non stop|uncontrollable|horrendous|massive|horrific"
        "|constant|strong|brutal|insane"
    ),
    "body": (
        "muscle|muscles|body|leg|legs|arm|arms|neck|jaw|back|limbs|hands|feet|spine|everything"
        "|all over|whole body"
    ),
    "took": (
        "took|taken|swallowed|ate|eaten|downed|popped|ingested|drank|had|consumed|swallow"
        "|accidentally took|have taken|taking|gave|given|tooken|take"
    ),
    "pill": (
        "pill|pills|tablet|tablets|tab|baclofen|baclofens|med|meds|medicine|medication|capsule"
        "|capsules|drugs"
    ),
    "container": (
        "bottle|box|pack|packet|strip|blister|sheet|tub|container|boxes|bottles|packets|packs"
        "|strips|week|month|supply"
    ),
    "kill": (
        "kill|killing|hang|hanging|shoot|shooting|drown|drowning|overdose|end|off|hurt|hurting"
        "|harm|harming|cut|cutting|poison|starve|unalive|stab"
    ),
    "self": "myself|himself|herself|themselves|themself|my self",
    "vision": (
        "ghost|ghosts|spider|spiders|bugs|insects|snakes|demons|demon|monsters|creatures|ants"
        "|rats|mice|worms|faces|figures|shadows|shadow people|strangers|little people|dead people"
        "|angels|devils|animals|cats"
    ),
    "urine": "urine|pee|wee|piss|urinate|water",
    "pumpfault": (
        "alarm*|beep*|empty|leak*|fail*|broke|broken|stopped|malfunction*|dead|infected|infection"
        "|problem*|error|buzz*|ringing|trouble|dislodged|flipped|overdue|disconnected|blocked"
        "|faulty|kinked|bleeping|noise|noises|siren|screaming|sounding|exposed|swollen|weird"
        "|emergency|playing up|not work*|running out|ran out"
    ),
    "breathless": (
        "slow|slowly|shallow|weird|weirdly|fast|funny|heavy|heavily|hard|bad|badly|worse|strange"
        "|strangely|stopped|labored|laboured|difficult|weak|weakly|irregular|rapid|noisy|raspy"
        "|short|strained|stops|stopping|rattling|laborious"
    ),
}
