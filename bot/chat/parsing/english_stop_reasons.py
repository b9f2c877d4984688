"""English words of why somebody wants to stop, as alternatives of a pattern."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.stopping import StopReason

_DOCTOR = (
    "(?:doctor|dr|doc|gp|neurologist|neuro|consultant|specialist|nurse|pharmacist|hospital|clinic"
    "|surgeon|physician|prescriber|psychiatrist|midwife)"
)

REASONS: Mapping[StopReason, str] = MappingProxyType(
    {
        StopReason.SIDE_EFFECTS: (
            "side ?effects?|dizzy|dizziness|sleepy|sleepiness|drows[a-z]*|tired all|so tired|weak"
            "|weakness|makes? me (?:feel )?(?:sick|ill|awful|terrible|bad|tired|weird|worse|dizzy)"
            "|feel(?:ing)? (?:sick|ill|awful|terrible|bad|unwell|rough|weird|worse|drugged|numb)"
            "|nausea[a-z]*|vomit[a-z]*|throw(?:ing)? up|headaches?|confus[a-z]*|rash|faint[a-z]*"
            "|hallucinat[a-z]*|see(?:ing)? things|hear(?:ing)? (?:things|voices)|foggy|brain fog"
            "|cant (?:think|breathe|walk|sleep|wake up|pee|concentrate)|swollen|swelling|shak[a-z]*"
            "|allerg[a-z]*|reaction|constipat[a-z]*|depress[a-z]*|falling over|fell|blurr[a-z]*"
            "|slurr[a-z]*|itch[a-z]*|palpitations|heart (?:racing|pounding)|chest pain|fever"
            "|seizures?|fits?|doesnt agree with me|it is making me|poison(?:ing|s) me"
        ),
        StopReason.FEEL_BETTER: (
            "(?:feel|feeling|felt|am|im) (?:so |much |a lot |really |completely |quite |totally )?"
            "(?:better|fine|great|good|well|normal|ok|okay|cured|healthy|healed|amazing)"
            "|spasms? (?:are|is|have|has) (?:all )?(?:gone|stopped|better)|no more (?:spasms?|pain)"
            "|pain is gone|dont need (?:it|them|this|these)|no longer need|nothing wrong with me"
            "|it worked|cured|back to normal"
        ),
        StopReason.RAN_OUT: (
            "(?:ran|run|running) out|out of (?:tablets|pills|baclofen|meds|medicine|it|them)"
            "|(?:no|none|few) (?:more )?(?:tablets|pills|meds|baclofen)? ?left|none left"
            "|no (?:tablets|pills|refills?|prescription)|cant (?:afford|get) (?:it|them|more|any)"
            "|too expensive|lost my (?:tablets|pills|meds)|last (?:tablet|pill|box)"
            "|pharmacy is closed|no money|insurance"
        ),
        StopReason.PRESCRIBER: (
            rf"{_DOCTOR}s? (?:has |have |just |also )?(?:told|said|says?|wants?|wanted|took|takes"
            rf"|stopped|advised|advises|agreed|agrees|asked|recommended|recommends|cancelled|thinks)"
            rf"|prescriber said|told (?:to stop|by my {_DOCTOR})|{_DOCTOR}s orders"
            rf"|they (?:told|want) me to|told me to stop|said to stop|said stop"
        ),
        StopReason.TAPER: "taper(?:ing)?|come off (?:it )?slowly|slowly|step down|wean(?:ing)?",
    }
)
# What stands before a sign that is told as a reason.
APART = (
    "because of the|because of|because i|because|cause i|since i|due to the|due to|as i|so|but|and"
    "|(?:it|they|this|that|which|these)(?: just| really| always)? (?:make|makes|made|is making"
    "|are making|gives?|gave|causes?|caused)(?: me)?(?: feel)?(?: so| too| very| really)?"
    "|i have been|ive been|i am|im|i feel|i have|i get|i got|i keep|the"
)
