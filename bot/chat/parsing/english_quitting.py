"""How people say in English that they stop the medicine, mean to, or may: as data."""

from __future__ import annotations

from bot.chat.parsing.quit_words import Phrases, QuitWords


def _phrases(written: str) -> Phrases:
    return tuple(" ".join(each.split()) for each in written.split("|"))


_SPELLED = {
    typed: meant
    for meant, typings in {
        "stop": "stopp|sotp|stpo|stp|stpp|stoop|styop|stap|stopt|stops|stoip",
        "stopping": "stoping|stopin|stoppin|stopng|stoppng|stpping|sotpping|stopppin",
        "stopped": "stoped|stoppd|stopd|stpped|stoppped|sotpped",
        "quit": "qiut|quitt|qit|quits|kwit|cease|discontinue|halt|qut",
        "quitting": "quiting|quittin|qitting|quitin|quiiting|ceasing|discontinuing|halting",
        "stopped taking": "discontinued|ceased",
        "taking": "takin|takeing|tacking|tking|takng",
        "take": "tak|taek|tkae",
        "want": "wnt|whant|wan|wish|wants|wanted|wnat|wantt|wanting",
        "want to": "wanna|wannna|wana|wanto",
        "going to": "gonna|gunna|gona|goin|gna|gonnna|ganna",
        "have to": "gotta|hafta|gota|havto|must",
        "trying to": "tryna|tryin",
        "let me": "lemme",
        "am": "'m|m", "have": "'ve|ve|hv|hav", "will": "'ll|ll|shall", "would": "'d",
        "is": "'s", "are": "'re|r", "okay": "ok",
        "i am": "im|iam", "i have": "ive", "i would": "id",
        "do not": "dont|dosent|dnt|doesnt", "can not": "cant|cannot|cnt|couldnt",
        "will not": "wont", "would not": "wouldnt", "did not": "didnt",
        "should not": "shouldnt|shldnt", "is not": "isnt|aint",
        "am not": "amnt", "have not": "havent|hasnt|hadnt", "was not": "wasnt|werent",
        "do": "does", "should": "shud|shld|shoud|shuld", "could": "cud|culd",
        "you": "u|ya", "because": "cos|coz|cuz|bc|becuase|becasue|cause", "with": "w",
        "tomorrow": "tmrw|tomorow|tommorow|tmr|2morrow", "today": "2day",
        "anymore": "anymor|nomore|animore|anymroe", "completely": "completly|compleatly|totally",
        "doctor": (
            "dr|doc|gp|neurologist|neuro|consultant|physician|nurse|specialist|pharmacist|physio"
            "|therapist|psychiatrist|surgeon|clinic|prescriber|doktor|docter|midwife"
        ),
        "med": (
            "baclofen|baclophen|baclofin|baclofan|baclofren|baclofne|bacofen|bacloben|balcofen"
            "|backlofen|baklofen|bacolfen|baclfen|baclofn|baclafen|baclofene|baclofeno|lioresal"
            "|liorisal|ozobax|lyvispah|fleqsuvy|medicine|medicines|medicin|medecine|medicen|medicne"
            "|medication|medications|medicaton|meds|medz|tablet|tablets|tabs|tabet|tablest|pill"
            "|pills|pils|drug|drugs|prescription|treatment|bac|baclo|relaxant|relaxants|relaxer"
            "|relaxers|tabletts|medicaments|medicament"
        ),
        "": "please|pls|plz|um|uh|erm|well|lol|oh|ugh|fucking|damn|bloody|goddamn|honestly",
    }.items()
    for typed in typings.split("|")
}  # fmt: skip
_JUDGED = _phrases(
    "okay|safe|fine|alright|all right|possible|dangerous|risky|harmful|good|bad|wrong|cool|best"
    "|better|wise|smart|allowed|necessary|healthy|easy|hard|time|stupid|crazy|a good idea"
    "|a bad idea|too soon|too early|my decision|my choice"
)
_PERSON = "i|we|she|he|you|they"

WORDS = QuitWords(
    spelled=_SPELLED,
    inverted={
        "why can not i": "can i", "why can i not": "can i", "why should not i": "should i",
        "why should i not": "should i", "why not": "can i", "why do not i": "can i",
        "can not i": "can i", "should not i": "should i", "could not i": "could i",
        "can i not": "can i", "must i not": "can i", "may i not": "can i",
        "i do not see why i should not": "can i", "no reason not to": "want to",
        "what is stopping me from": "", "never again take": "never take again",
        "muscle med": "med", "med med": "med", "ill stop": "i will stop",
        "ill quit": "i will quit", "ill just": "i will just", "ill be stopping": "i am stopping",
    },
    medicine=("med",),
    doses=("dose", "doses"),
    pronouns=_phrases(
        "it|this|that|them|these|those|all this|all of it|all of them|everything|both"
    ),
    owners=_phrases(
        "my|the|this|these|those|that|all|all my|any|some|of|our|her|his|their|your|with|more|on"
        "|stupid|daily|whole|horrible|awful|bad|muscle|spasm|spasticity|evening|morning|night"
        "|prescribed|strong|every|a|another|further|10 mg|5 mg|20 mg|for"
    ),
    stops=("stop", "quit"),
    stopping=("stopping", "quitting"),
    stopped=("stopped", "quit"),
    leaves=_phrases(
        "come off|come off of|go off|get off|get off of|be off|be off of|wean off|wean myself off"
        "|be done with|give up|drop|ditch|do without|live without|go without|manage without"
        "|be without|get rid of|throw away|throw out|cut out|lay off|take myself off|bin|toss"
        "|be free of|be rid of|end|finish|flush|chuck|try without|cut down|cut down on|cut back on"
        "|lower|reduce|cut|halve|decrease|come down on|taper|taper off|wean myself from|dump|pause"
        "|skip all|skip the rest of|take less|take less of|take fewer|take half of|leave out"
        "|leave off|wean off of|refuse|reject|come of|get of|go of|go cold turkey on|trash"
    ),
    leaving=_phrases(
        "coming off|coming off of|going off|getting off|getting off of|being off|weaning off"
        "|weaning myself off|giving up|dropping|ditching|doing without|living without|going without"
        "|getting rid of|throwing away|throwing out|cutting out|taking myself off|binning|ending"
        "|finishing|flushing|lowering|reducing|halving|cutting down on|cutting|cutting down"
        "|tapering|tapering off|pausing|skipping all|dumping|refusing|tossing|coming of"
        "|going cold turkey on|trashing|cutting back on"
    ),
    left=_phrases(
        "came off|went off|got off|gone off|weaned off|weaned myself off|gave up|given up|dropped"
        "|ditched|took myself off|threw away|threw out|thrown away|thrown out|binned|flushed"
        "|chucked|tossed|got rid of|took me off|taken me off|takes me off|take me off|lowered"
        "|reduced|halved|cut down on|cut down|trashed|dumped|skipped all|came of|cut out|refused"
    ),
    using=("taking", "using", "swallowing", "popping"),
    intents=(
        *(
            f"{asked}{how} to"
            for how in _JUDGED
            for asked in ("", "is it ", "it is ", "it ", "it be ")
        ),
        *_phrases(
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
    gerunds=_phrases(
        "of|about|on|considering|consider|try|trying|by|like|recommended|recommends|recommend"
        "|suggested|suggests|suggest|mean|means|begin|start|starting|after|is|feel like|tried"
    ),
    asked=_phrases("can|could|may|might|should|would|will|do|can just|better"),
    people=_phrases(f"{_PERSON}|doctor|wife|husband|mother|father|mom|mum|dad|son|daughter|people"),
    adverbs=_phrases(
        "okay|just|simply|really|also|ever|now|completely|maybe|perhaps|all|then|already|soon"
        "|finally|only|suddenly|abruptly|safely|slowly|gradually|even|so|actually|probably"
        "|definitely|still|kind of|sort of|today|immediately|eventually|quickly|seriously|myself"
        "|secretly|recently|basically|literally|again|better|possibly|straight|outright"
        "|once and for all"
    ),
    tails=_phrases(
        "now|today|tonight|tomorrow|immediately|completely|entirely|altogether|suddenly|abruptly"
        "|cold turkey|all at once|at once|for good|forever|safely|early|soon|right now|right away"
        "|here|then|already|myself|on my own|by myself|slowly|gradually|again|this week|next week"
        "|this month|next month|for a while|for a bit|for a few|for a week|for a day|for a month"
        "|for two|for three|with it|with this|with that|if|when|after|before|without|because|since"
        "|as|and|but|or|so|though|yesterday|last night|last week|last month|this morning|on monday"
        "|on tuesday|on wednesday|on thursday|on friday|on saturday|on sunday|a week|a day|a month"
        "|two|three|four|five|a few|some days|days ago|weeks ago|safe|tbh|period|anyway|any way"
        "|anymore|any more|any longer|like this|just like that|overnight|straight away|until|cause"
        "|sooner|from tomorrow|from today|entire|quickly|fast|too|also|instead|while|what|how"
        "|once and for all|in one go|one day|sometime|some day|ever|please|thanks|thank|i|2|3|4|5|6"
        "|7|10|on day|being|due to|at all|either|would|will|is|really|only|u"
    ),
    others=_phrases(
        "photos|pictures|notes|naps|a nap|showers|a shower|the bus|the train|the stairs|risks"
        "|breaks|sugar|vitamins|iron|ibuprofen|paracetamol|tylenol|aspirin|antibiotics|omeprazole"
        "|calls|orders|advice|sides|drugs and|selfies|care|part|turns|things|so long|you|me|up"
        "|lessons|classes|gabapentin|tizanidine|diazepam|sleeping|antidepressants|birth|zoloft"
        "|melatonin|naproxen|amitriptyline|pregabalin|steroids|prednisone|alcohol|bets|salt|milk"
        "|magnesium|supplements|a taxi|taxis|trips|walks|credit|baths|the lift|lyrica|statins"
    ),
    denials=_phrases(
        "not|never|nobody|without|instead of|rather than|no plan|no plans|no wish|no intention"
        "|no need|no reason|afraid|scared|forgot|unable|worried about|no one|nor|fear|fear of"
        "|against|no desire|terrified|warned me|warned|forbidden|neither"
    ),
    bridges=_phrases(
        "want|wish|going|like|plan|planning|intend|intending|thinking|need|have|try|trying|allowed"
        "|supposed|advised|told|ready|ever|just|even|really|to|of|about|on|me|be|i|should|simply"
        "|suddenly|abruptly|completely|think|believe|feel|would|will|can|could|all at once|going to"
        "|safe|okay|all|you|people|we|willing|able|being|by|from|that|must|med|until|say|said|a|it"
    ),
    long_ago=_phrases(
        "last year|years ago|year ago|in 19|in 20|last summer|last winter|last spring|last autumn"
        "|last fall|once|back then|long ago|previously|in the past|when i was|back in|before i met"
        "|months ago|as a child|decades ago|before my|at that time|the first time|years back"
    ),
    things=_phrases(
        "it|this|that|pain|spasms|spasm|shaking|bleeding|symptoms|effects|tremor|tremors|noise"
        "|hiccups|rain|headaches|headache|twitching|itching|cramps|bus|train|baby"
    ),
    whole=_phrases(
        "stop|quit|just stop|i stop|i quit|stop it|stop this|stop all|stop everything|stop now"
        "|just quit|quit now|stopping|quitting|i am stopping|i am quitting|i stopped|stop stop"
        "|stop stop stop|stop it now|stop all of it|stop completely|stop immediately|i am out"
        "|stop today|stop right now|stop it all|i give up med|stop anyway|quit it|stopped|stop that"
        "|i am stopping now|no med|cold turkey|i wanna stop|end it now|want to stop|want to quit"
        "|now stop|stop tomorrow|stop cold turkey|it is over|i am off|stop for good|want out"
    ),
    inside=_phrases(
        "cold turkey|no more M|done with M|done with taking|done taking|enough of M"
        "|enough of taking|had enough of this|tired of M|tired of taking|sick of M|sick of taking"
        "|fed up with M|fed up with taking|hate taking M|am off M|been off M|be off M|M free"
        "|life without M|try without M|days without M|week without M|going without M"
        "|being without M|off my M|off the M|off M|a break from M|break from taking|holiday from M"
        "|M holiday|break off M|no longer want M|no longer need M|no longer take|no longer taking"
        "|no longer want to take|no longer going to take|no longer on M|no longer need to take"
        "|no longer want to use|no longer using|finished with M|through with M|skip all M"
        "|skip B until|skip M for a|skip M for the|skip M for two|skip M for three|skip every M"
        "|never take P again|never take M again|never taking P again|never taking M again"
        "|never touch P again|never touch M again|will not take another|not take another M"
        "|take another M again|not swallow another|refuse to take|refusing to take|refuse B"
        "|do not need B|do not want B|not need P anymore|not need P any more|not want P anymore"
        "|not want P any more|am not taking B|not be on B|not want to take B"
        "|not want to take P anymore|not want to take P any more|not want to take P any longer"
        "|not like taking B|not want to be on M|not like to take B|not need to take B"
        "|not going to take B|not be taking B|will not take B|not taking P anymore"
        "|not taking P any more|not taking P any longer|not take P anymore|not take P any more"
        "|not take P any longer|not taking P again|not take P again|not take P ever again"
        "|not going to take P ever|not using P anymore|not use P anymore|not use P any more"
        "|not on M anymore|not on P anymore|not need to take P anymore|not need to take P any more"
        "|not want to be on P|not want to be on P anymore|not want to continue|not continue P"
        "|not want to keep taking|not keep taking|not carry on taking|not carry on with P"
        "|not continue taking|not continue M|not continue with M|not going to continue"
        "|not want to carry on taking|threw M|threw all M|flushed M|binned M|tossed M|throw M"
        "|throwing M|throw P away|threw P away|flush P down|not swallowing any|not do this med"
        "|without M from now|without M now|without M for|cope without M|get by without M|stay off M"
        "|want off M|want to be off|get me off|take me off M|take me off P|took me off M"
        "|took me off P|put me off M|off it now|am off it|been off it|be off it|leave M off"
        "|leave M out|lower M myself|take less B|less B|take fewer B|half M from now|stop stop"
        "|pause M|pausing M|want to taper|quit M|M is over|bye M|goodbye M|rid of M|end M|stop date"
        "|wean me off|weaning me off|done with it all|last M i take|last M i will take|last M ever"
        "|not be needing M|not need no M|need no M|M can go|screw M|fuck M|forget M"
    ),
    not_about=_phrases(
        "reminder|reminders|alarm|alarms|box|organizer|log|bottle|list|name|leaflet|cutter|splitter"
        "|holder|time|times|plan|chart"
    ),
    of_one=_phrases(
        "now|yet|today|tonight|at|early|late|before|after|with|to be|in the morning|right now"
        "|this morning|until"
    ),
)  # fmt: skip
