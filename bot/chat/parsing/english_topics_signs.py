"""English words for what is asked about: side effects."""

from __future__ import annotations

from bot.chat.parsing.topic_table import Known
from bot.safety.topics import Topic as T

SIGNS = {
    T.SIDE_EFFECTS: Known(
        "what should i expect|what can i expect|what to expect|"
        "go wrong with|can go wrong|could go wrong|feel rough|feeling rough|"
        "side effect|side effects|adverse effect|adverse effects|adverse reaction"
        "|unwanted effects|common side effects|bad effects|what are the effects|what effects"
        "|side affects|reactions to baclofen",
        "adverse|effects|reaction|is it normal|does baclofen cause|does it cause"
        "|baclofen give you|bad reaction|feel weird|feel strange|feel unwell",
        "cause|normal|weird|strange|unwell",
    ),
    T.SERIOUS: Known(
        "at what point should i ring|red flag things|"
        "should i be scared of|effects ~ scared of|bad enough|"
        "serious side effects|serious signs|dangerous side effects|severe side effects"
        "|worst side effects|warning signs|danger signs|red flags|when to get help"
        "|when should i get help|when should i worry|when to call a doctor|when should i call"
        "|when do i call|when is it an emergency|what is dangerous|serious reaction"
        "|when should i see a doctor|when to go to the er|rare side effects|signs of danger"
        "|serious effects|bad side effects|what should i watch for|what should i look out for"
        "|which signs|what signs|dangerous signs|signs ~ dangerous|effects ~ hospital"
        "|effects ~ doctor|effects ~ emergency|effects ~ er|go to the er|go to a and e"
        "|need a doctor|mean i should|emergency room|symptoms ~ hospital|signs ~ hospital"
        "|symptoms ~ emergency|side effect serious|side effects serious|effect is serious"
        "|effects ~ dangerous|effects are dangerous|effects ~ serious",
        "serious|severe|dangerous|danger|watch for|look out for|watch out for",
        "worry|help",
    ),
    T.DROWSY: Known(
        "could sleep on|tiredness wear off|tiredness go away|sleep for england|"
        "drowsy|drowsiness|sleepy|sleepiness|drowsiness and sleep|so tired|very tired"
        "|tired all day|makes me tired|feel tired|feeling tired|make me tired|make you tired"
        "|tiredness|sedated|groggy|can't stay awake|cannot stay awake|falling asleep|fall asleep"
        "|nodding off|knocked out|knocks me out|zombie|fatigue|exhausted|foggy|hard to wake"
        "|can't wake|won't wake up|sleep all day|sleeping all day|sluggish|dozy|lethargic"
        "|heavy eyes|need a nap|sleeping too much|worn out|keep my eyes open|eyes open"
        "|eyes closing|eyes keep closing|knackered|wiped out|shattered|can barely wake"
        "|sleepiness go away|wake my wife|wake my husband|wake him|wake her|not waking up"
        "|wake up properly|feel drugged|feeling drugged|i am a zombie",
        "tired|awake|nap|hungover|wake",
        "sleep|energy",
    ),
    T.NAUSEA: Known(
        "tummy upset|guts are churning|churning|off my food|"
        "nausea|nauseous|nauseated|queasy|feel sick|feeling sick|upset stomach|stomach upset"
        "|stomach ache|tummy ache|sick to my stomach|stomach pain|makes me sick|make me sick"
        "|feel like throwing up|want to throw up|upset tummy|sickness|indigestion|heartburn"
        "|feel ill|belly ache|stomach hurts|sour stomach|tummy turn|stomach turn|stomach turns"
        "|makes me queasy|belly hurts|going to be sick|about to be sick",
        "sick|stomach|tummy|belly",
        "ill",
    ),
    T.DRY_MOUTH: Known(
        "no spit|"
        "dry mouth|mouth is dry|mouth so dry|dry lips|dry throat|cotton mouth|thirsty|thirst"
        "|mouth dry|mouth feels dry|saliva|mouth like a desert|mouth like sandpaper|parched",
        "mouth|dry",
        "throat",
    ),
    T.DIZZY: Known(
        "dizzy|dizziness|light headed|lightheaded|light headedness|lightheadedness|head spins"
        "|head is spinning|room is spinning|room spins|woozy|vertigo|low blood pressure|giddy"
        "|blood pressure drops|blood pressure dropped|blood pressure drop|stand up too fast"
        "|when i stand|when i stand up|standing up|get up too fast|unsteady when"
        "|faint when i stand|feel faint|see stars|hypotension|swimmy|lower blood pressure"
        "|lower my blood pressure|lowers blood pressure|drop in blood pressure|when i stood up"
        "|stood up|get out of bed|got up too fast|goes black|everything goes black"
        "|black when i get up",
        "spinning|faint|stand up|wobbly",
        "head|stand",
    ),
    T.RASH: Known(
        "come up in bumps|skin ~ bumps|"
        "rash|hives|itchy|itching|itch|skin rash|red spots|spots on my skin|allergic|allergy"
        "|allergic reaction|swollen face|swollen lips|swollen tongue|swelling|face is swollen"
        "|lips are swollen|tongue is swollen|throat is closing|throat swelling|welts|anaphylaxis"
        "|peeling skin|blisters|skin reaction|lips swelling|face swelling|red bumps"
        "|bumps on my skin|bumps all over",
        "skin|swollen|red",
        "lips|tongue|spots",
    ),
    T.BREATHING: Known(
        "breathe|breathing|breath|short of breath|shortness of breath|can't breathe"
        "|hard to breathe|trouble breathing|difficulty breathing|slow breathing|breathless"
        "|sleep apnea|sleep apnoea|stop breathing|stopped breathing|breathing slow"
        "|breathing problems|out of breath|gasping|wheezing|breathing stops|pauses in breathing"
        "|respiratory|suffocating|breathing feels",
        "snore|snoring|apnea",
        "lungs|chest|air",
    ),
    T.HEART: Known(
        "chest pain|chest hurts|pain in my chest|tight chest|chest tightness|palpitations"
        "|heart racing|racing heart|pounding heart|heart pounding|heart is racing"
        "|heart is pounding|heart beat|heartbeat|heart rate|fast heart|fast pulse|fainted|faint"
        "|fainting|passed out|pass out|blacked out|blackout|irregular heart|collapsed"
        "|heart flutter|heart attack|heart and fainting|pulse|skipping beats|heart ~ like crazy"
        "|heart is going|heart race|heart races",
        "heart|chest|pounding|racing",
        "pulse",
    ),
    T.CONFUSION: Known(
        "brain going|head all over the place|head all over|memory going|"
        "confused|confusion|hallucinations|hallucinate|hallucinating|hallucination|seeing things"
        "|see things|hearing things|hear things|hearing voices|hear voices|visions|delirious"
        "|delirium|disoriented|don't know where i am|not making sense|talking nonsense|mixed up"
        "|memory problems|can't think|brain fog|confusion and visions|doesn't recognise"
        "|doesn't recognize|losing my mind|going crazy|strange dreams|muddled|that weren't there"
        "|that wasn't there|weren't there|wasn't there|saw spiders|seeing bugs|seeing people"
        "|know where he is|know where she is|know where i am|doesn't know me|know who i am"
        "|vivid visions|sees people|people who are not there|what day it is",
        "voices|memory|think|crazy|nightmares",
        "mind|dreams",
    ),
    T.MOOD: Known(
        "snappy|feel flat|"
        "depressed|depression|low mood|mood|mood swings|mood change|mood changes|feel down|sad"
        "|feeling down|irritable|angry|agitated|agitation|euphoria|euphoric|manic|mania|hyper"
        "|crying|feeling low|feel low|hopeless|personality change|mood and low spirits|aggressive"
        "|emotional|restless|moody|overexcited|snap at|snapping at|change my personality"
        "|changed my personality|personality",
        "down|low|excited|temper",
        "feelings|unhappy",
    ),
    T.SEIZURES: Known(
        "seizure|seizures|epilepsy|epileptic|fit|fits|convulsion|convulsions|had a fit"
        "|fits and epilepsy|lower seizure threshold|keppra|anti seizure",
        "jerking|twitching|jerks|shaking all over",
        "twitch|jerk",
    ),
    T.WEAKNESS: Known(
        "legs buckle|legs buckling|buckling|give way|gave way|"
        "like jelly|"
        "weak|weakness|weak legs|weak muscles|muscle weakness|floppy|legs feel weak|legs give way"
        "|legs feel like jelly|jelly legs|unsteady|balance|losing balance|falls|fall over|falling"
        "|fell over|stumble|clumsy|slurred speech|slurring|speech|trouble walking|can't walk"
        "|walk worse|walking worse|hard to walk|tremor|shaky|shaking|shakes|shake"
        "|weakness and balance|too loose|wobbly legs|stand or walk|slurred|tripping|coordination"
        "|hands shake|talking funny|turned to jelly|legs ~ jelly|drop things|dropping things"
        "|like a drunk|hardly stand|barely stand|can hardly walk|weaker|weaker than before"
        "|getting weaker",
        "legs|walk|walking|loose|wobbly",
        "stand|arms|hands",
    ),
    T.URINE: Known(
        "the loo|needing the loo|need the loo|"
        "pee|peeing|urine|urinate|urinating|wee|bladder|pass urine|passing urine"
        "|blood in my urine|dark urine|can't pee|trouble peeing|incontinence|wet the bed"
        "|wetting myself|going to the toilet a lot|toilet a lot|water works|urinary|pass water"
        "|uti|catheterise|need the toilet|bed wetting|prostate|empty my bladder|pee is dark"
        "|pee is brown|pee dark",
        "toilet|bathroom|wetting|leaking",
        "blood",
    ),
    T.COMMON: Known(
        "bad heads|bad head|been to the loo in|been to the toilet in|keeps me up|"
        "keeps me up|keeps me awake|keep me awake|"
        "headache|headaches|migraine|head hurts|poor sleep|insomnia|can't sleep|cannot sleep"
        "|trouble sleeping|sleep badly|sleeping badly|not sleeping|constipation|constipated"
        "|can't poo|can't go to the toilet|bowels|bowel|headache and sleep|diarrhea|diarrhoea"
        "|hard stools|lying awake|awake at night|awake all night|sleepless|haven't pooed"
        "|not pooed|haven't been to the toilet|not been to the toilet|no sleep|can't fall asleep"
        "|cannot fall asleep|can not fall asleep|unable to sleep",
        "poo|stool|stools",
        "head|sleep",
    ),
}
