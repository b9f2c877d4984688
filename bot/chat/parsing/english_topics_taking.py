"""English words for what is asked about: how it is taken, and what comes in between."""

from __future__ import annotations

from bot.chat.parsing.topic_table import Known
from bot.safety.topics import Topic as T

TAKING = {
    T.HOW_TAKE: Known(
        "slightly different times|breakfast lunch and tea|breakfast lunch and dinner|"
        "how to take|how do i take|how should i take|how must i take|how is it taken"
        "|how is baclofen taken|when to take|when do i take|when should i take|best time ~ take"
        "|what time should i take|same time|same times|time of day|how often|how many times a day"
        "|how far apart|hours apart|between doses|hours between|spacing|space them|space my doses"
        "|three times a day|evenly spaced|right way to take|proper way|correct way"
        "|how long should i take|how do you take|times a day|leave the body|leaves the body"
        "|half life|stay in my system|stay in your system|out of my system|how long ~ system"
        "|short acting|with water|morning or evening|morning or night|take it regularly"
        "|how long between|what times should|what times do|best hour|time of the day"
        "|8 hours apart|exactly 8 hours|times be different|different times"
        "|change the times every day|hours must lie between|hours between tablets|evenly spread"
        "|spread over the day|spread out over the day",
        "apart|regular|regularly|instructions|directions|usual time|at what time|schedule"
        "|how long ~ body",
        "take|taking|morning|time|water",
    ),
    T.DOSES: Known(
        "people end up taking|folk end up taking|people take|"
        "people are on|top amount|"
        "usual dose|usual doses|normal dose|typical dose|average dose|common dose|standard dose"
        "|starting dose|start dose|maximum dose|max dose|highest dose|top dose|dose range"
        "|dose limit|daily limit|daily maximum|maximum ~ day|most you can take|most i can take"
        "|what doses|usual amount|how much do people take|how much do most people take"
        "|how much do others take|low dose|high dose|step up|titration|titrate|dosage|dosages"
        "|what is a normal|start low|how do doctors start|what do people usually take"
        "|maximum daily|minimum dose|limit per day|how is the dose set|how do doctors set"
        "|most people end up|people end up on|most anybody can take|most anyone can take"
        "|most you can have|the most ~ per day|the most ~ a day|typical daily amount|daily amount"
        "|amount for adults|how high can",
        "dosing|maximum|highest|max",
        "dose|doses|amount|limit|mg",
    ),
    T.STRENGTHS: Known(
        "tablet bigger|bigger tablet|stronger tablet|smaller tablet|mg one|"
        "tablet strengths|strength|strengths|which strengths|what strengths|what sizes"
        "|tablet sizes|5 mg tablets|20 mg tablets|25 mg tablets|15 mg tablets|what mg do ~ come"
        "|how many mg is|what tablets are there|how strong are the tablets|which tablets exist"
        "|5 mg baclofen|10 mg baclofen|20 mg baclofen|25 mg baclofen",
        "sizes|size|does it come in|do they come in",
        "tablet|mg",
    ),
    T.FOOD: Known(
        "line my stomach|"
        "cornflakes|cereal|toast|sandwich|"
        "food|eat|eating|meal|meals|breakfast|lunch|dinner|supper|empty stomach|full stomach"
        "|snack|with food|without food|before eating|after eating|before food|after food"
        "|with milk|on an empty stomach|before meals|after meals|with a meal|diet|yoghurt"
        "|ate nothing|drink milk|drink water|drink juice|drink orange juice|stomach is empty"
        "|empty tummy|stomach empty",
        "stomach|hungry|juice|milk",
        "tummy|cheese|bread",
    ),
    T.EVENING: Known(
        "lights out|last one at night|last thing at night|"
        "evening dose|evening doses|bedtime|at bedtime|before bed|night dose|bedtime dose"
        "|take it at night|only at night|night time|nighttime|in the evening|before sleep"
        "|before i sleep|before going to bed|take it in the evening|better at night"
        "|dose in the evening",
        "evening|night|bed|at night",
        "sleep|late",
    ),
    T.MISSED: Known(
        "and missed it|forgot both|did not have the last|didnt have the last|"
        "time for the next one|"
        "never took ~ one|never took my|did not have ~ one|didnt have ~ one|forgot lunchtime|"
        "woke up late|"
        "missed dose|missed doses|missing a dose|missed a dose|missed my dose|missed two doses"
        "|missed one|missed a tablet|missed a pill|missed it|forgot a dose|forgot my dose"
        "|forgot to take|forget to take|forgot one|forgot it|forget a dose|miss a dose|miss one"
        "|missed my pill|missed my tablet|late dose|dose late|hours late|minutes late|too late"
        "|take it late|took it late|running late|overslept|slept through|late for my dose"
        "|missed ~ dose|missed ~ doses|forgot ~ dose|forgot ~ tablet|forgot ~ pill"
        "|forgot ~ medicine|didn't take my dose|did not take my dose|didn't take it"
        "|haven't taken it|still take it|hour late|skipped a dose by accident|skip a missed dose"
        "|day without|whole day without|two in a row|no baclofen for|without baclofen for"
        "|missed yesterday|forgot yesterday|missed this morning|forgot this morning"
        "|missed last night|forgot last night|missed my morning|missed my evening"
        "|forgot my morning|forgot my evening|took it too late|catch up|make up for"
        "|missed all my doses|missed everything|for a whole day|haven't had any|haven't taken any"
        "|missed ~ take it|missed ~ still take|forgot ~ still take"
        "|not had any|days without|no tablets for|what if i miss|happens if i miss"
        "|if i miss a dose|haven't had my|how late can|past my dose|past my time|hours past"
        "|slept in|missed my lunch|lunchtime pill|lunchtime dose|missed yesterdays"
        "|missed the ~ dose|missed the ~ one|missed the ~ pill|missed the ~ tablet"
        "|since my last baclofen|hours since my last|since my last dose|since my last tablet"
        "|days since my last|missed my 10|missed my 8|not taken my|have not taken my|late doses"
        "|forgotten twice|forgotten my|if i forget|forget one|skipped yesterday"
        "|skipped by mistake|no tablets since|no pills since|nothing since",
        "missed|forgot|forgotten|late|miss",
        "skip|skipped|forget",
    ),
    T.VOMITED: Known(
        "it all came up|it came up|"
        "comes back up|come back up|chucked up|chuck up|"
        "threw up|throw up|throwing up|thrown up|vomit|vomited|vomiting|puked|puke|puking"
        "|was sick after|sick after taking|sick after my dose|vomit after|brought it up"
        "|brought it back up|spat it out|spit it out|came back up|came up again|threw it up"
        "|sick right after|sick just after|been sick after|sick after swallowing|saw the pill"
        "|brought up my|threw my tablet up|threw my pill up|threw my dose up|brought my tablet up"
        "|brought my pill up|threw the tablet up|threw the pill up|sick ~ minutes after"
        "|sick ~ mins after|sick ~ hour after",
        "sick after|spewed|barfed",
        "sick",
    ),
    T.LOST: Known(
        "find the one i had|lost the one|knocked ~ pills|knocked ~ tablets|"
        "lost tablet|lost a tablet|lost a pill|lost my pill|lost my tablet|lost my tablets"
        "|lost my pills|lost my medicine|lost my meds|lost my baclofen|dropped a pill"
        "|dropped a tablet|dropped my pill|dropped my tablet|dropped it|dropped one|spilled|spilt"
        "|fell down the sink|fell on the floor|on the floor|down the drain|down the toilet"
        "|in the sink|pill is gone|tablet is gone|lost one|lost it|misplaced"
        "|can't find my tablets|can't find my pills|left ~ at home|left ~ at work|left my tablets"
        "|left my pills|stolen|stole my|tablet broke|tablet crumbled|lost the box|lost the bottle"
        "|tablet rolled|pill rolled|rolled under|bottle ~ stolen|pills ~ stolen|tablets ~ stolen"
        "|pill fell out|tablet fell out|threw it away|thrown away",
        "lost|dropped|missing tablet|missing pill",
        "gone|floor",
    ),
    T.FORGETTING: Known(
        "how do i not forget|how not to forget|memory is shot|memorys shot|"
        "lose track|loose track|track of whether|"
        "keep forgetting|often forget|always forget|i forget a lot|forgetful|forget doses"
        "|forgetting doses|forget often|remember to take|help me remember|remembering"
        "|tips ~ remember|forget my pills|bad memory|how do i remember|how can i remember"
        "|i forget all the time|forget my medicine|forget my tablets|forgetting|set an alarm"
        "|alarms",
        "forget|remember|memory",
        "alarm|forgot",
    ),
    T.RUN_OUT: Known(
        "a script|my script|only enough for|enough for tonight|"
        "pharmacy ~ closed|pharmacy ~ shut|"
        "run out|running out|ran out|out of tablets|out of pills|out of baclofen|out of medicine"
        "|out of meds|run low|running low|almost out|nearly out|refill|repeat prescription"
        "|no tablets left|no pills left|none left|last tablet|last pill|few tablets left"
        "|only ~ tablets left|only ~ pills left|pharmacy closed|pharmacy is closed|out of stock"
        "|no prescription|new prescription|prescription expired|shortage"
        "|can't get my prescription|can't get baclofen|emergency supply|can't afford"
        "|insurance won't|tablets left|pills left|tablets are left|pills are left|bank holiday"
        "|order more|reorder|get more tablets|down to my last|last two tablets|last few tablets"
        "|last pills|last few pills|box is almost empty|box is empty|bottle is empty"
        "|lost my prescription|almost empty",
        "left|prescription|supply|pharmacy|stock",
        "order|box",
    ),
    T.TRAVEL: Known(
        "security take|going to ~ for a week|airport security|"
        "travel|travelling|traveling|time zone|time zones|timezone|flight|flying|fly|jet lag"
        "|jetlag|plane|abroad|holiday|vacation|going on holiday|airport|customs|on a trip"
        "|flying to|fly to|flying from|travelling to|traveling to"
        "|long flight|on a plane|hand luggage|another country|trip|airplane|hour difference",
        "journey|overseas|luggage|cruise",
        "country|away",
    ),
    T.FASTING: Known(
        "muslims|juice fast|"
        "got to fast|have to fast|need to fast|"
        "fasting|ramadan|yom kippur|lent|intermittent fasting|i am fasting|while fasting"
        "|during ramadan|fasting day|fast for ramadan|no food before|before a blood test"
        "|can't eat before|nil by mouth|fast before",
        "fast|iftar|suhoor",
        "sunset|blood test",
    ),
    T.OPERATION: Known(
        "hip done|knee done|hip op|knee op|"
        "operation|surgery|surgical|anaesthetic|anesthesia|anaesthesia|anesthetic|before surgery"
        "|before an operation|after surgery|going into hospital|going to hospital|in hospital"
        "|hospital stay|having an operation|dentist|dental|procedure|colonoscopy|endoscopy|mri"
        "|hip replacement|knee replacement|operated|be operated|tooth pulled|tooth out|epidural"
        "|going to the hospital|being admitted|surgery ~ still take|operation ~ still take"
        "|wisdom teeth|wisdom tooth|teeth out|teeth pulled|put me under|putting me under"
        "|put under|general anaesthetic|sedation|hospital staff|tell the hospital"
        "|tell the surgeon",
        "hospital|surgeon|scan|op",
        "tooth|ward",
    ),
}
