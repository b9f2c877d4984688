"""How people say in English that they stop the medicine, mean to, or may: as data."""

from __future__ import annotations

from bot.chat.parsing.english_quit_phrases import INSIDE
from bot.chat.parsing.english_quit_spelling import INVERTED, NEARLY, REAL, SPELLED
from bot.chat.parsing.quit_words import QuitWords, phrases

_JUDGED = phrases(
    "okay|safe|fine|alright|all right|possible|dangerous|risky|harmful|good|bad|wrong|cool|best"
    "|better|wise|smart|allowed|necessary|healthy|easy|hard|time|stupid|crazy|a good idea"
    "|a bad idea|too soon|too early|my decision|my choice"
)
_PERSON = "i|we|she|he|you|they"

WORDS = QuitWords(
    spelled=SPELLED,
    nearly=NEARLY,
    real=REAL,
    inverted=INVERTED,
    medicine=("med",),
    doses=("dose", "doses"),
    pronouns=phrases(
        "this stuff|that stuff|the stuff|this rubbish|this crap|this poison|this junk|this garbage"
        "|this shit|the lot|this thing|these things|my stuff|this one|all my stuff|this madness"
        "|this nonsense|all that|any of it|any of this|it|this|that|them|these|those|all this"
        "|all of it|all of them|everything|both"
    ),
    owners=phrases(
        "my|the|this|these|those|that|all|all my|any|some|of|our|her|his|their|your|with|more|on"
        "|stupid|daily|whole|horrible|awful|bad|muscle|spasm|spasticity|evening|morning|night"
        "|prescribed|strong|every|another|further|10 mg|5 mg|20 mg|for"
    ),
    stops=("stop", "quit"),
    stopping=("stopping", "quitting"),
    stopped=("stopped", "quit", "quitted"),
    leaves=phrases(
        "go down on|go down with|cancel|suspend|terminate|withdraw from|call off|go down to one"
        "|go down to half|skip all of|come off|come off of|go off|get off|get off of|be off"
        "|be off of|wean off|wean myself off|be done with|give up|drop|ditch|do without"
        "|live without|go without|manage without|be without|get rid of|throw away|throw out|cut out"
        "|lay off|take myself off|bin|toss|be free of|be rid of|end|finish|flush|chuck|try without"
        "|cut down|cut down on|cut back on|lower|reduce|cut|halve|decrease|come down on|taper"
        "|taper off|wean myself from|dump|pause|skip all|skip the rest of|take less|take less of"
        "|take fewer|take half of|leave out|leave off|wean off of|refuse|reject|come of|get of"
        "|go of|go cold turkey on|trash"
    ),
    leaving=phrases(
        "cancelling|suspending|taking me off|going down to one|going down to half|going down on"
        "|coming off|coming off of|going off|getting off|getting off of|being off|weaning off"
        "|weaning myself off|giving up|dropping|ditching|doing without|living without|going without"
        "|getting rid of|throwing away|throwing out|cutting out|taking myself off|binning|ending"
        "|finishing|flushing|lowering|reducing|halving|cutting down on|cutting|cutting down"
        "|tapering|tapering off|pausing|skipping all|dumping|refusing|tossing|coming of"
        "|going cold turkey on|trashing|cutting back on"
    ),
    left=phrases(
        "cancelled|canceled|suspended|ended|withdrew|terminated|taken off|called off|came off"
        "|went off|got off|gone off|weaned off|weaned myself off|gave up|given up|dropped|ditched"
        "|took myself off|threw away|threw out|thrown away|thrown out|binned|flushed|chucked|tossed"
        "|got rid of|took me off|taken me off|takes me off|take me off|lowered|reduced|halved"
        "|cut down on|cut down|trashed|dumped|skipped all|came of|cut out|refused"
    ),
    using=("taking", "using", "swallowing", "popping"),
    intents=(
        *(
            f"{asked}{how} to"
            for how in _JUDGED
            for asked in ("", "is it ", "it is ", "it ", "it be ")
        ),
        *phrases(
        "want to|want me to|want to try to|like to|love to|going to|about to|plan to|planning to"
        "|planned to|decided to|decide to|need to|needs to|needed to|have to|has to|had to|how to"
        "|best to|let me|ready to|prepared to|trying to|try to|tried to|hoping to|hope to|intend to"
        "|tempted to|prefer to|rather|told me to|tells me to|said to|says to|said i can"
        "|said i could|said i should|said i may|says i can|says i should|says i could|say i should"
        "|asked me to|advised me to|advises me to|allowed me to|makes me|made me|allowed to|able to"
        "|time to|way to|when to|if i|i just|i simply|i will just|and just|just|chance to"
        "|supposed to|thinking i|think i|thinking i might|help me|want my child to|want him to"
        "|want her to|told to|told her to|told him to|wants me to|ordered me to|instructed me to"
        "|instructed to|advised to|said|okay for me to|ways to|feel like i|dying to|longing to"
        "|itching to|determined to|keen to|willing to|agreed to|agreed i|agrees i|agreed that i"
        "|to just|start to|begin to|how can someone|can people|can someone|can patients|can anyone"
        "|can you just|i|right to|it time i|long before i can|soon can i|early can i"
        ),
    ),
    gerunds=phrases(
        "would|will|does|do|could|can|if|want|wanting|forward to|towards|toward|keen on|up for"
        "|afraid|was|be|than|from|of|about|on|considering|consider|try|trying|by|like|recommended"
        "|recommends|recommend|suggested|suggests|suggest|mean|means|begin|start|starting|after|is"
        "|feel like|tried"
    ),
    asked=phrases("can|could|may|might|should|would|will|do|can just|better"),
    people=phrases(f"{_PERSON}|doctor|wife|husband|mother|father|mom|mum|dad|son|daughter|people"),
    adverbs=phrases(
        "okay|just|simply|really|also|ever|now|completely|maybe|perhaps|all|then|already|soon"
        "|finally|only|suddenly|abruptly|safely|slowly|gradually|even|so|actually|probably"
        "|definitely|still|kind of|sort of|today|immediately|eventually|quickly|seriously|myself"
        "|secretly|recently|basically|literally|again|better|possibly|straight|outright"
        "|once and for all"
    ),
    tails=phrases(
        "do|hurt|harm|kill|make|help|affect|lead|mean|feel|by mid|by sunday|by monday|by friday"
        "|by tuesday|by wednesday|by thursday|by saturday|by next|by the end"
        "|by my|by doctor|by the doctor|cold|being on|being treated|straight|this stuff|in a"
        "|in the next|from now|from now on|having|on my|with my|tho|asap|pronto|no matter|now|today"
        "|tonight|tomorrow|immediately|completely|entirely|altogether|suddenly|abruptly|cold turkey"
        "|all at once|at once|for good|forever|safely|early|soon|right now|right away|here|then"
        "|already|myself|on my own|by myself|slowly|gradually|again|this week|next week|this month"
        "|next month|for a while|for a bit|for the weekend|for the week"
        "|for the day|for the night|for the month|for the next|for the rest|for the summer"
        "|for the holidays"
        "|over the weekend|for now|for a few|for a week|for a day|for a month|for two"
        "|for three|with it|with this|with that|if|when|after|before|without|because|since|as|and"
        "|but|or|so|though|yesterday|last night|last week|last month|this morning|on monday"
        "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|at the weekend"
        "|on tuesday|on wednesday|on thursday|on friday|on saturday|on sunday|a week|a day|a month"
        "|two|three|four|five|a few|some days|days ago|weeks ago|safe|tbh|period|anyway|any way"
        "|anymore|any more|any longer|like this|just like that|overnight|straight away|until|cause"
        "|sooner|from tomorrow|from today|entire|quickly|fast|too|also|instead|while|what|how"
        "|once and for all|in one go|one day|sometime|some day|ever|please|thanks|thank|i|2|3|4|5|6"
        "|7|10|on day|due to|at all|either|would|will|is|really|only|u"
    ),
    others=phrases(
        "photos|pictures|notes|naps|a nap|showers|a shower|the bus|the train|the stairs|risks"
        "|breaks|sugar|vitamins|iron|ibuprofen|paracetamol|tylenol|aspirin|antibiotics|omeprazole"
        "|calls|orders|advice|sides|drugs and|selfies|care|part|turns|things|so long|you|me|up"
        "|lessons|classes|gabapentin|tizanidine|diazepam|sleeping|antidepressants|birth|zoloft"
        "|melatonin|naproxen|amitriptyline|pregabalin|steroids|prednisone|alcohol|bets|salt|milk"
        "|magnesium|supplements|a taxi|taxis|trips|walks|credit|baths|the lift|lyrica|statins"
    ),
    uses=phrases(
        "take|taking|taken|use|using|have|want|need|needing|wanting|continue|keep|swallow"
        "|swallowing|be on|go on|carry on|carrying on|stay on|staying on|touch|touching|on|like|put"
        "|putting|refill|stand|tolerate|bear|handle|do|eat|popping|pop|believe in|rely on"
    ),
    goes_on=phrases(
        "continue|go on|carry on|keep on|keep|proceed|go back to|go back on|going back on|stay on"
        "|continue on|continuing|carrying on|staying on|keep up"
    ),
    finals=phrases(
        "anymore|any more|any longer|no more|again|ever again|for good|no longer|from now"
        "|after today|ever"
    ),
    spans=phrases("day|days|week|weeks|month|months|weekend"),
    bot=phrases(
        "remind|reminded|reminding|reminder|reminders|message|messages|alert|alerts|notification"
        "|notifications|bot|alarm|alarms|nudge|nudges|ask|asked|text|texts|ping|pings|log|told"
    ),
    denials=phrases(
        "not|never|nobody|without|instead of|rather than|no plan|no plans|no wish|no intention"
        "|no need|no reason|afraid|scared|forgot|unable|worried about|no one|nor|fear|fear of"
        "|against|no desire|terrified|warned me|warned|forbidden|neither"
    ),
    bridges=phrases(
        "come|get|go|coming|getting|wean|came|taken|done|off|be|prefer|want|wish|going|like|plan"
        "|planning|intend|intending|thinking|need|have|try|trying|allowed|supposed|advised|told"
        "|ready|ever|just|even|really|to|of|about|on|me|i|should|simply|suddenly|abruptly"
        "|completely|think|believe|feel|would|will|can|could|all at once|going to|safe|okay|all|you"
        "|people|we|willing|able|by|from|that|must|med|until|say|said|a|it"
    ),
    long_ago=phrases(
        "last year|years ago|year ago|in 19|in 20|last summer|last winter|last spring|last autumn"
        "|last fall|once|back then|long ago|previously|in the past|when i was|back in|before i met"
        "|months ago|as a child|decades ago|before my|at that time|the first time|years back"
    ),
    things=phrases(
        "it|pain|spasms|spasm|shaking|bleeding|symptoms|effects|tremor|tremors|noise|hiccups|rain"
        "|headaches|headache|twitching|itching|cramps|bus|train|baby"
    ),
    whole=phrases(
        "stop|quit|just stop|i stop|i quit|stop it|stop this|stop all|stop everything|stop now"
        "|just quit|quit now|stopping|quitting|i am stopping|i am quitting|i stopped|stop stop"
        "|stop stop stop|stop it now|stop all of it|stop completely|stop immediately|i am out"
        "|stop today|stop right now|stop it all|i give up med|stop anyway|quit it|stopped|stop that"
        "|i am stopping now|cold turkey|i wanna stop|end it now|want to stop|want to quit|now stop"
        "|stop tomorrow|stop cold turkey|it is over|i am off|stop for good|want out"
        "|wean off|come off|skip everything|taper off|take less|enough|had enough|i had enough"
        "|i have had enough|enough is enough|no more|i give up|give up|giving up|i am giving up"
        "|done with this|i am done with this|i am so done|sick of this|i am sick of this|fed up"
        "|i am fed up|fed up with this|i am fed up with this|what is the point|whats the point"
        "|what the point|why bother|not worth it|it is not worth it|pointless|it is pointless"
        "|leave me alone|i want a break|i need a break|want a break|need a break|give me a break"
    ),
    inside=INSIDE,
    not_about=phrases(
        "reminder|reminders|alarm|alarms|box|organizer|log|bottle|list|name|leaflet|cutter|splitter"
        "|holder|time|times|plan|chart|up"
    ),
    of_one=phrases(
        "now|yet|today|tonight|at|early|late|before|after|with|to be|in the morning|right now"
        "|this morning|until"
    ),
)  # fmt: skip
