"""English words for what is asked about: the medicine itself, and the bot.

Phrases between bars, in plain small letters. "~": up to three other words may stand there. A
strong phrase names its topic, a fair one is a good sign of it, a faint one only a hint.
"""

from __future__ import annotations

from bot.chat.parsing.topic_table import Known
from bot.safety.topics import Topic as T

ABOUT = {
    T.WHAT: Known(
        "meant to do|what its for|"
        "=what does baclofen do|=what baclofen does|=what it is and does|=what is it for"
        "|=what is this for|=what baclofen is for|=what does it do|=what does this do"
        "|=what does this medicine do|=about baclofen|=what it is|=who is baclofen for"
        "|=tell me about baclofen|=what is it good for|=what is lioresal|=explain baclofen"
        "|=what are these pills for|=what are these tablets for|=does baclofen help|=does it help"
        "|=will it help|=is it any good|=does baclofen work|=what is baclofen"
        "|=what is baclofen for|=why take baclofen|=why do i take it|=why do i take this"
        "|=why do i take baclofen|=what is this medicine|=what is this medicine for"
        "|=what is this drug|=baclofen|=what are these pills|=what are these tablets|=is it good"
        "|=is baclofen good|=what is baclofen used for|=what can baclofen do for me"
        "|=how can baclofen help me|=how does baclofen help|=what do these pills do"
        "|what kind of drug|what type of drug|what kind of medicine|what sort of medicine"
        "|what class of drug|why ~ prescribe|why ~ prescribed|a muscle relaxant|muscle relaxer"
        "|used for|use of baclofen|uses of baclofen|prescribed for|spasticity|back pain"
        "|baclofen for ~ pain|right for everyone|for everyone|multiple sclerosis"
        "|spinal cord injury|cerebral palsy|what kind of drug is this|what exactly is this"
        "|what is this stuff|supposed to do|same thing as|same as lioresal|what condition"
        "|which condition|what conditions|which conditions|meant for|what is it meant for",
        "spastic|ms|stiff muscles|tight muscles|muscle spasms|spinal cord|sciatica|neck pain"
        "|cramps|help spasm|baclofen work for|muscle relaxant",
        "muscle|spasm|pain|stiffness",
    ),
    T.HOW_WORKS: Known(
        "the spine or the brain|act on the brain|act on the spine|act on the nerves|"
        "how does it work|how does baclofen work|how baclofen works|how it works|how do they work"
        "|how does this work|how does this medicine work|how do these pills work|gaba|mechanism"
        "|mode of action|how does it relax|how ~ relax muscles|nerve signals|brain receptors"
        "|what does it do to my brain|what does it do in the body|what does it do to my body"
        "|what does baclofen do in the body|what does baclofen do to the brain"
        "|what happens in the brain|loosen muscles|loosens muscles|loosens up muscles"
        "|loosen up muscles|relaxes muscles|stop my muscles|stop muscles from|stops my muscles",
        "nervous system|nerves|receptor|spinal cord",
        "brain|body",
    ),
    T.WHEN_WORKS: Known(
        "work straight off|work straight away|still in knots|still tight|"
        "any difference|"
        "how long ~ work|how soon ~ work|how fast ~ work|how quickly ~ work|how quick ~ work"
        "|when ~ start working|when does it work|when will it work|when does baclofen work"
        "|when ~ kick in|kick in|when ~ feel ~ effect|when will i feel|how long ~ feel"
        "|how long ~ effect|how long ~ difference|how long ~ help|how soon ~ help"
        "|how long ~ relief|when it helps|when does it help|when will it help"
        "|when ~ start helping|onset|not working|isn't working|doesn't work|does not work"
        "|not helping|isn't helping|doesn't help|does not help|no effect|no difference"
        "|stopped working|still stiff|time to work|need to work|until it works|before it works"
        "|how long ~ better|how many days ~ work|how many weeks ~ work|feel nothing"
        "|not feeling anything|don't feel any different|don't notice anything|doing nothing"
        "|does nothing|wears off|how long does it last|how long ~ last|still have spasms"
        "|is it working|how will i know ~ working|take to work|to start working|notice something"
        "|notice anything|notice a change|going to notice|legs are still stiff|feel any better"
        "|work right away|works right away|spasms ease|ease up|nothing has changed"
        "|nothing changed|nothing happens|work on the first day|first day|how much time"
        "|give it time|no improvement|days until|weeks until|legs loosen",
        "start working|take effect|instant|patience|how long do i wait|when ~ improve",
        "works|working|faster|week|weeks",
    ),
    T.LOG: Known(
        "bother logging|why log|see my record|"
        "keep a log|keeping a log|keep a diary|diary|journal|write down|symptom diary"
        "|track my doses|keep track|tracking|what to log|what to write|note down|record my doses"
        "|keep a record|show my doctor|share my log|share ~ log|tell my doctor about my doses"
        "|why log|what should i log|what should i write|what should i record|why should i log"
        "|use of the log|bring to my appointment|logbook|keep notes|write everything down"
        "|write it all down",
        "log|record|tracker|notes|appointment",
        "write|doctor visit",
    ),
    T.ANXIETY: Known(
        "for my nerves|its for nerves|its for my nerves|"
        "anxiety|for anxiety|anxious|panic attack|panic attacks|panic disorder|ptsd"
        "|social anxiety|calm my nerves|for nerves|for stress|worry about everything"
        "|anxiety disorder|nervousness|my panic",
        "panic|stress|nervous|worried|worry",
        "calm",
    ),
    T.ALCOHOL_USE: Known(
        "helps alcoholics|help alcoholics|"
        "cravings for booze|cravings for drink|cravings ~ alcohol|cravings ~ booze|"
        "alcohol use disorder|alcoholism|alcoholic|alcohol addiction|alcohol dependence"
        "|alcohol cravings|craving alcohol|cravings for alcohol|baclofen ~ stop drinking"
        "|help me stop drinking|help stop drinking|quit drinking|stop drinking|drink less"
        "|drinking problem|drinking too much|reduce drinking|baclofen for alcohol|treat alcohol"
        "|baclofen ~ addiction|baclofen ~ drinking problem|aud|baclofen in france|baclocur"
        "|for alcohol use|cut down on drinking|give up drinking|stop my drinking|off the booze"
        "|off alcohol",
        "cravings|craving|addiction|sober|relapse",
        "france",
    ),
    T.PUMP: Known(
        "pump|baclofen pump|intrathecal|itb|pump alarm|pump refill|pump beeping|pump failure",
        "gablofen|lioresal intrathecal|implant",
        "catheter",
    ),
    T.EMERGENCY: Known(
        "in an emergency|emergency number|who do i call|what do i tell the ambulance|call 911"
        "|call 999|call 112|call an ambulance|what do i say ~ emergency|tell the paramedics"
        "|tell emergency|tell the er|tell the ambulance|emergency services|which number"
        "|what number|who should i call|whom do i call|ambulance|who do i ring|who to ring"
        "|who to call|whom to call|who can i call|where do i call",
        "emergency|urgent|paramedic|hotline",
        "call|number",
    ),
    T.BOT: Known(
        "sell my data|my data|is a nurse|"
        "see what i write|read what i write|see what i type|who can see|who can read|"
        "real human|"
        "this bot|is this a doctor|are you a doctor|are you human|are you a human|are you a robot"
        "|are you real|are you a bot|are you an ai|is anyone reading|is anybody reading"
        "|is anyone there|is anybody there|is someone watching|who reads|can you call|call for me"
        "|do you give medical advice|can i trust you|who made you|do you replace my doctor"
        "|are you a nurse|are you a pharmacist|am i talking to|real person|can you see my"
        "|do you diagnose|can you diagnose|can you prescribe|do you prescribe|actual person"
        "|actual human"
        "|talking to a machine|behind this chat|read my messages|reads my messages"
        "|reading my messages|reads this|read this chat|share this with my doctor"
        "|tell my doctor what|share my data|who sees this|who can see this|who sees my",
        "advice|bot|chatbot|robot|ai",
        "trust",
    ),
}
