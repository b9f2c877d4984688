"""How the words about stopping are typed, and by which one spelling they are looked for."""

from __future__ import annotations

SPELLED = {
    typed: meant
    for meant, typings in {
        "stop": "stopp|sotp|stpo|stp|stpp|stoop|styop|stap|stopt|stops|stoip",
        "stopping": "stoping|stopin|stoppin|stopng|stoppng|stpping|sotpping|stopppin",
        "stopped": "stoped|stoppd|stopd|stpped|stoppped|sotpped",
        "quit": "qiut|quitt|qit|quits|kwit|cease|discontinue|halt|qut",
        "quitting": "quiting|quittin|qitting|quitin|quiiting|ceasing|discontinuing|halting",
        "stopped taking": "discontinued|ceased",
        "taking": "takn|takin|takeing|tacking|tking|takng",
        "take": "tak|taek|tkae",
        "want": "wnt|whant|wan|wish|wants|wanted|wnat|wantt|wanting",
        "want to": "wanna|wannna|wana|wanto",
        "going to": "gonna|gunna|gona|goin|gna|gonnna|ganna",
        "have to": "gotta|hafta|gota|havto|must",
        "trying to": "tryna|tryin",
        "let me": "lemme",
        "am": "'m|m", "have": "'ve|ve|hv|hav", "will": "'ll|ll|shall", "would": "'d",
        "is": "'s", "are": "'re|r", "okay": "ok",
        "i am": "im|iam", "i have": "ive|iv", "i would": "id",
        "do not": "dont|dosent|dnt|doesnt", "can not": "cant|cannot|cnt|couldnt",
        "will not": "wont", "would not": "wouldnt", "did not": "didnt",
        "should not": "shouldnt|shldnt", "is not": "isnt|aint",
        "am not": "amnt", "have not": "havent|hasnt|hadnt", "was not": "wasnt|werent",
        "do": "does", "should": "shud|shld|shoud|shuld", "could": "cud|culd",
        "you": "u|ya", "because": "cos|coz|cuz|bc|becuase|becasue|cause",
        "with": "w|wit|wif", "this": "dis|ths", "that": "dat", "the": "da|teh",
        "them": "dem|em", "myself": "meself",
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
INVERTED = {
    "why can not i": "can i", "why can i not": "can i", "why should not i": "should i",
    "why should i not": "should i", "why not": "can i", "why do not i": "can i",
    "can not i": "can i", "should not i": "should i", "could not i": "could i",
    "can i not take": "can i stop taking",
    "can i not": "can i", "must i not": "can i", "may i not": "can i",
    "i do not see why i should not": "can i", "no reason not to": "want to",
    "what is stopping me from": "", "never again take": "never take again",
    "muscle med": "med", "med med": "med", "ill stop": "i will stop",
    "ill quit": "i will quit", "ill just": "i will just", "ill be stopping": "i am stopping",
    "that is it no": "that is it | no", "thats it no": "that is it | no",
    "scared i": "scared | i", "afraid i": "afraid | i", "terrified i": "terrified | i",
}  # fmt: skip
NEARLY = {
    "baclofen": "med", "medication": "med", "medicine": "med", "tablets": "med",
    "lioresal": "med", "stopping": "stopping", "stopped": "stopped", "quitting": "quitting",
    "discontinue": "quit", "discontinued": "stopped taking",
}  # fmt: skip
REAL = frozenset(
    (
        "mediation", "medical", "medicated", "meditation", "medium", "shopped", "shopping",
        "sipping", "sitting", "skipped", "skipping", "slipped", "slipping", "snapped", "snapping",
        "stamping", "standing", "stapled", "started", "starting", "stating", "staying", "steeping",
        "stepped", "stepping", "steps", "stooped", "strapping", "stroke", "strong", "stuff",
        "swapping", "table", "tables", "talents", "taller", "toilet", "toilets", "tonight",
        "topping",
    )
)  # fmt: skip
