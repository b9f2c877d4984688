"""How English says what a person feels, and whom they can call.

What is not here, and not wholly understood, is never guessed: it is asked about, or is for the
pharmacist to judge.
"""

from __future__ import annotations

from bot.domain.symptoms import Symptom

_S = Symptom


def _phrases(written: str) -> tuple[str, ...]:
    return tuple(written.split("|"))


EXACT: dict[str, str] = {
    "contacts": (
        "contacts|my contacts|contact|my numbers|numbers|my phone numbers|phone numbers"
        "|change contacts|change my contacts|change my numbers|add a contact|add contact"
        "|add a number|add numbers|my doctor's number|my pharmacy's number"
    ),
    "call_list": (
        "call list|my call list|the call list|show call list|calls|who can i call"
        "|whom can i call|who do i call|whom do i call|who should i call|whom should i call"
        "|who to call|whom to call|emergency number|emergency numbers|the emergency number"
        "|what is the emergency number|what's the emergency number|poison line|helpline|hotline"
    ),
    "symptom": (
        "symptom|symptoms|a symptom|log a symptom|log symptom|add symptom|add a symptom"
        "|new symptom|i have a symptom|i have symptoms|side effect|side effects|a side effect"
        "|i have side effects|i have a side effect|i've got side effects|how i feel"
        "|i feel unwell|i don't feel well|i do not feel well|i feel ill|i feel bad|i'm unwell"
        "|i am unwell|i'm not well|i am not well|i feel awful|i feel terrible|i feel strange"
        "|i feel weird|i feel funny|something is wrong|something's wrong|not feeling well"
        "|i'm not feeling well|unwell|i'm sick|i am sick|i'm ill|i am ill|i don't feel right"
        "|i dont feel right|don't feel right|i feel wrong|i'm not right|something is very wrong"
        "|something is really wrong|something's really wrong|something is not right"
        "|something isn't right|something's not right|something feels wrong|i feel really bad"
        "|i feel really ill|i feel so ill|i feel so bad|i feel rough|i feel off|i feel worse"
        "|i'm getting worse|i am getting worse|it's getting worse|what is happening to me"
        "|what's happening to me|i don't know what's happening to me|i'm in pain|i am in pain"
    ),
    "symptom_history": (
        "my symptoms|symptom history|symptoms history|symptom log|symptom diary|my symptom log"
        "|show symptoms|show my symptoms|past symptoms|my side effects|diary|my diary"
    ),
    "profile": (
        "profile|my profile|show profile|show my profile|change profile|change my profile"
        "|my health|about my health|my other medicines|my conditions"
    ),
}

# After one of these, all that follows is about what the person feels, understood or not.
HEADS = _phrases("symptom|symptoms|new symptom|log symptom|side effect|side effects")
WHOSE = ("of ", "from ", "with ")  # behind them: whose signs they are
# These open a sentence that counts only if all the rest of it is understood.
OPENINGS = _phrases(
    "i feel|i'm feeling|i am feeling|i'm|i am|i have|i've got|i have got|i've|i get|i got"
    "|i feel like i have|i feel like|feel|feeling|my"
)
# Said around a sign, and no part of it.
FILLERS = _phrases(
    "a|an|the|my|i|very|really|so|quite|too|bit|a bit|little|a little|slightly|rather"
    "|pretty|some|mild|bad|severe|strong|terrible|awful|again|still|today|now|tonight"
    "|this morning|since this morning|since last night|since yesterday|right now|all day"
    "|badly|a lot|all over|all the time|lots|all night|on and off|keep|keep on|can't stop"
    "|feel|feeling|feels|am|is|have|got|level|about"
)
NEGATIONS = ("no", "not", "never", "without", "isn't", "don't", "haven't", "none", "n't", "gone")

SAID: dict[Symptom, str] = {
    _S.BREATHING: (
        "can't breathe|cannot breathe|hard to breathe|trouble breathing|short of breath"
        "|shortness of breath|out of breath|breathless|breathlessness|slow breathing"
        "|slow breaths|breathing is hard|breathing problems|breathing trouble|it's hard to breathe"
        "|trouble breathing now|difficulty breathing|shallow breathing|struggling to breathe"
        "|gasping|choking"
    ),
    _S.CHEST_PAIN: (
        "chest pain|pain in chest|pain in my chest|chest pains|tight chest|chest tightness"
        "|chest hurts|chest pressure|pressure on my chest|pressure in my chest"
    ),
    _S.SWELLING: (
        "swollen face|swollen lips|swollen tongue|swollen throat|face is swollen|lips are swollen"
        "|tongue is swollen|throat is swollen|throat is closing|face swelling|lip swelling"
        "|tongue swelling|throat swelling|swelling of the face|face is swelling"
        "|lips are swelling|tongue is swelling|throat swelling up|swelling|allergic reaction"
    ),
    _S.FAINTED: "fainted|faint|fainting|passed out|passing out|blacked out|blackout|i fainted",
    _S.POUNDING_HEART: (
        "pounding heart|racing heart|fast heart|fast heartbeat|heart racing|heart pounding"
        "|heart is racing|heart is pounding|palpitations|heart palpitations|rapid heartbeat"
        "|irregular heartbeat|heart beats fast|heart flutters|heart is thumping|thumping heart"
        "|heart is going to explode|heart is going to burst|heart is beating fast"
    ),
    _S.SLEEP_PAUSES: (
        "pauses in breathing|breathing pauses|breathing stops in sleep|stop breathing in sleep"
        "|stop breathing at night|sleep apnea|sleep apnoea|breathing pauses at night"
        "|breathing pauses in sleep"
    ),
    _S.HARD_TO_WAKE: "hard to wake|can't be woken|cannot be woken|won't wake up|can't wake up",
    _S.VERY_SLEEPY: (
        "very sleepy|extremely sleepy|can't stay awake|cannot stay awake|can't keep awake"
        "|hard to stay awake|keep falling asleep|extremely drowsy|very drowsy|too sleepy"
        "|so sleepy i can't stay awake|can't keep my eyes open|sleepy all the time"
    ),
    _S.SLEEPY: "sleepy|drowsy|drowsiness|sleepiness|drowsy all day|groggy|dozy|sedated",
    _S.TIRED: "tired|fatigue|tiredness|exhausted|worn out|fatigued|no energy|exhaustion|weary",
    _S.POOR_SLEEP: (
        "poor sleep|bad sleep|insomnia|can't sleep|cannot sleep|trouble sleeping|slept badly"
        "|sleepless|no sleep|sleep badly|couldn't sleep|bad night|didn't sleep|not sleeping"
        "|awake all night|difficulty sleeping|nightmares|not getting sleep|wide awake"
    ),
    _S.CONFUSION: (
        "confused|confusion|disoriented|muddled|not thinking straight|can't think straight"
        "|can't think clearly|disorientated|delirious|delirium|brain fog|foggy head"
    ),
    _S.HALLUCINATIONS: (
        "hallucinations|hallucinating|hallucination|seeing things|hearing things|hearing voices"
        "|see things that are not there|hear things that are not there|seeing people"
        "|see things|hear voices|i see things|seeing things that are not there"
        "|seeing things that aren't there|hearing things that aren't there"
    ),
    _S.SELF_HARM: (
        "suicidal|want to die|want to kill myself|thoughts of suicide|suicidal thoughts"
        "|want to hurt myself|thoughts of harming myself|self harm|self-harm|kill myself"
        "|thinking of suicide|don't want to live|want to end it"
    ),
    _S.MOOD: (
        "low mood|depressed|depression|feeling down|very down|mood swings|mood change"
        "|mood changes|odd excitement|agitated|agitation|irritable|hopeless|euphoric|manic"
        "|down|low|sad|strange mood|crying|can't stop crying"
    ),
    _S.WORRY: (
        "worry|worried|anxious|anxiety|nervous|panic|panicky|on edge|panic attack|restless"
        "|restlessness|fearful|scared"
    ),
    _S.SLURRED_SPEECH: (
        "slurred speech|slurring|slurred|slurring my words|can't speak clearly"
        "|speaking like drunk|talking like drunk|speech all slurry"
    ),
    _S.DIZZY: (
        "dizzy|dizziness|light-headed|lightheaded|light headed|giddy|dizzy when i stand"
        "|dizzy when i stand up|dizzy standing up|dizzy spells|low blood pressure|woozy"
        "|vertigo|room is spinning|head is spinning|drop in blood pressure|head is swimming"
    ),
    _S.HEADACHE: "headache|headaches|head hurts|migraine|pain in my head|sore head|head ache",
    _S.SEIZURE: (
        "seizure|a seizure|seizures|a fit|fits|convulsion|convulsions|had a seizure|had a fit"
        "|i had a seizure|i had a fit|convulsing|seizing"
    ),
    _S.INTENSE_SPASMS: (
        "intense spasms|severe spasms|terrible spasms|very bad spasms|bad spasms"
        "|intense muscle spasms|severe muscle spasms|violent spasms|extreme spasms"
        "|worst spasms ever|unbearable spasms|strong spasms"
    ),
    _S.VERY_STIFF: (
        "very stiff|very stiff muscles|rigid|muscles are rigid|stiff as a board|extremely stiff"
        "|muscle rigidity|can't move for stiffness|rigid muscles|all my muscles are stiff"
    ),
    _S.FLOPPY: "floppy|floppy muscles|muscles are floppy|limp muscles|can't move at all",
    _S.SHAKING: (
        "shaking|shaky|tremor|tremors|trembling|jerks|jerky movements|twitching|twitches|shakes"
        "|jerking|the shakes|hands shake|hands are shaking|jerky|can't stop shaking"
        "|hands won't stop shaking|hands keep shaking|trembly"
    ),
    _S.CLUMSY: (
        "clumsy|unsteady|poor balance|bad balance|off balance|losing my balance|lost my balance"
        "|stumbling|falling over|fell|i fell|wobbly|no balance|uncoordinated|balance problems"
        "|falls|dropping things"
    ),
    _S.STIFFER: (
        "stiff|stiffer|stiffness|more stiffness|more stiff|spasms|spasm|more spasms"
        "|muscle spasms|cramping|cramps|muscle cramps|tight muscles|spasticity|more spasticity"
        "|cramp|tightness"
        "|muscle tightness|muscles are tight"
    ),
    _S.WEAK: (
        "weak|weakness|weak legs|legs are weak|weak muscles|muscle weakness|legs feel weak"
        "|legs like jelly|heavy legs|knees keep buckling|knees are buckling|legs keep giving way"
        "|legs are giving way|legs give way|legs gave way"
    ),
    _S.HIGH_FEVER: (
        "fever|high fever|feverish|high temperature|a temperature|burning up"
        "|a fever|i have a temperature"
    ),
    _S.SEVERE_RASH: (
        "rash|severe rash|a rash|blisters|skin peeling|skin is peeling|hives|bad rash"
        "|rash all over|blistering rash|skin rash"
    ),
    _S.SWEATING: "clammy|sweating|sweats|sweaty|night sweats|cold sweat|cold sweats|hot flushes"
    "|sweat",
    _S.VOMITING: (
        "vomiting|vomited|threw up|throwing up|being sick|was sick|been sick|puking|puked"
        "|can't keep anything down|vomit|thrown up"
    ),
    _S.NAUSEA: (
        "nausea|nauseous|feeling sick|feel sick|queasy|upset stomach|sick|sick to my stomach"
        "|stomach upset|nauseated|sickness"
    ),
    _S.DRY_MOUTH: "dry mouth|mouth is dry|dry throat|thirsty|thirst",
    _S.CONSTIPATION: "constipation|constipated|can't poo|can't go to the toilet|hard stools",
    _S.URINE_TROUBLE: (
        "trouble passing urine|can't pee|cannot pee|can't pass urine|hard to pee|can't urinate"
        "|cannot urinate|trouble peeing|urine retention|difficulty passing urine|can't wee"
    ),
    _S.DARK_URINE: (
        "dark urine|dark pee|brown urine|bloody urine|blood in urine|blood in my urine"
        "|red urine|blood in pee|blood in my pee|cola coloured urine|urine is dark|pee is dark"
        "|weeing blood|peeing blood"
    ),
    _S.URINE_OFTEN: (
        "passing urine often|urinating often|peeing a lot|peeing often|frequent urination"
        "|pee a lot|need to pee a lot|urinate a lot|going to the toilet a lot"
    ),
}
