"""English words for what is asked about: whom it is for, and what nobody has reviewed."""

from __future__ import annotations

from bot.chat.parsing.topic_table import Known
from bot.safety.topics import Topic as T

PEOPLE = {
    T.PREGNANCY: Known(
        "the bump|planning a family|start a family|"
        "weeks gone|wks gone|"
        "pregnant|pregnancy|trying for a baby|trying to conceive|conceive|unborn|foetus|fetus"
        "|having a baby|midwife|baby while|before getting pregnant|newborn withdrawal"
        "|get pregnant|getting pregnant|trimester|planning a baby|want a baby|positive test"
        "|harmful to the baby|harm the baby|hurt the baby|baby in the womb|safe for the baby"
        "|found out ~ expecting|expecting a baby|i'm expecting|i am expecting|im expecting",
        "baby|birth|newborn",
        "womb|morning sickness",
    ),
    T.BREASTFEEDING: Known(
        "breastfeed|breastfeeding|breast feed|breast feeding|breast milk|breastmilk|nursing"
        "|lactation|lactating|feeding my baby|nurse my baby|nursing mother|feed my baby"
        "|pumping milk|nurse my newborn|nurse a baby|nurse while|breast fed",
        "breast|feeding|milk",
        "milk|baby",
    ),
    T.KIDNEYS: Known(
        "kidney|kidneys|renal|dialysis|kidney disease|kidney failure|kidney problems|bad kidneys"
        "|weak kidneys|egfr|creatinine|one kidney|ckd|kidney stones|kidney transplant"
        "|hemodialysis",
        "nephrologist|gfr",
        "filter",
    ),
    T.DRIVING: Known(
        "dvla|dmv|"
        "drive|driving|drive a car|car|use machines|machinery|machines|operate machinery|forklift"
        "|ride a bike|motorbike|motorcycle|cycling|behind the wheel|power tools|drive to work"
        "|truck|operate heavy machinery|ride my bike|steering|scooter|lorry|drive after",
        "bike|license|licence|work machines",
        "road|tools",
    ),
    T.OLDER: Known(
        "too strong for her|"
        "older|older people|elderly|old people|seniors|senior|over 65|over 70|over 80|my age"
        "|at my age|old age|too old|pensioner|aged|grandmother|grandfather|grandma|grandpa",
        "old|age|years old",
        "frail",
    ),
    T.CHILDREN: Known(
        "year old has|"
        "child|children|kid|kids|for a child|for my child|my son|my daughter|teenager|teen"
        "|toddler|infant|boy|girl|under 12|under 18|school|for kids|minors|version for kids"
        "|for teenagers|8 year old|10 year old|12 year old|year old has|my boy|my girl"
        "|dose for a 10 year old|for a 5 year old",
        "baby|young",
        "small",
    ),
    T.CONDITIONS: Known(
        "dodgy liver|bad liver|"
        "who takes care|who should not take|who shouldn't take|who can't take|who cannot take"
        "|not suitable|contraindications|stroke|after a stroke|had a stroke|stomach ulcer|ulcer"
        "|lung disease|copd|asthma|other illnesses|other conditions|other illness"
        "|health conditions|medical conditions|health problems|psychosis|schizophrenia|bipolar"
        "|parkinson's disease|liver|liver disease|heart disease|porphyria|existing conditions"
        "|who needs care|precautions|warnings",
        "illness|condition|disease|safe for everyone|lungs",
        "history|risk|risks|safe",
    ),
    T.NO_FACT: Known(
        "store|storage|fridge|refrigerate|keep the tablets|keep my tablets|keep them cool|expired"
        "|expiry|expiration|out of date|past date|shelf life|throw away|dispose|crush|chew"
        "|dissolve|swallow it whole|hard to swallow|can't swallow|liquid baclofen|caffeine|coffee"
        "|tea|grapefruit|energy drink|cost|price|how expensive|weight gain|gain weight"
        "|lose weight|weight loss|hair loss|lose my hair|sex|sex drive|libido|erection|impotence"
        "|orgasm|fertility|sperm|periods|menstrual|vaccine|vaccination|flu jab|flu shot|covid jab"
        "|sunlight|sunburn|generic|brand|gluten|vegan|lactose|drug test|urine test|addictive"
        "|habit forming|get high|cannabis|marijuana|weed|cbd|smoking|smoke|nicotine|vape|vaping"
        "|sauna|hot tub|hot bath|exercise|gym|swimming|sport|sweating at night|eyesight"
        "|blurred vision|acne|teeth|bloating|swollen ankles|swollen legs|contraceptive"
        "|birth control|contraception|controlled substance|temperature|blister|eat grapefruit"
        "|hair fall out|hair falling out|losing my hair|hair falls out|drink coffee|drink tea"
        "|drink caffeine|cup of coffee|cup of tea|make me fat|makes me fat|make you fat"
        "|getting fat|put on weight|interfere with the pill|with the pill|birth control pill"
        "|on the pill|liquid version|a liquid|hot car|kept in a|keep it in a|keep them in a",
        "tolerance|vision|weight|hair|heat|bathroom cabinet",
    ),
}
