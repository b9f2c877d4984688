"""Questions about people's care, each with what its screen prints, for the stories of slips."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.setup import Question
from tests.stories.forms import READY, Steps
from tests.stories.forms_of_changes import DIARY, GAP, MARK, PHARMACY
from tests.stories.forms_of_questions import STOPPED, WEEK, WINE
from tests.stories.forms_of_stopping import BETTER, SURE, WHY
from tests.stories.forms_of_supply import CHOSEN, LEAD
from tests.stories.forms_of_supply import SURE as MANY

NONSENSE = "banana 7x"
GROUPS: Steps = (*READY, "/symptom")
ASTRAY = ("not sure", "later")  # said of no dose here
_STOP = "Never stop baclofen all at once."

# What asks nothing, or only offers something: it is not shown again, and works all the same.
SHOWN = (Question.LOG_PAGE, Question.SYMPTOM_PAGE, Question.ASKING)


@dataclass(frozen=True, slots=True)
class Asked:
    """After these steps the question waits; `printed` on its screen is answered by `then`."""

    question: Question
    steps: Steps
    printed: str
    then: str
    slips: tuple[str, ...] = (NONSENSE,)
    typed: str = ""  # where it is not what is printed

    def __str__(self) -> str:
        return f"{self.question} {self.steps[-1]}"


ASKED_OF_CARE = (
    Asked(Question.CONTACT, PHARMACY, "Park Pharmacy, 555 0100", "555 0100", slips=ASTRAY),
    Asked(Question.PROFILE, MARK, "Rather not say", "rather not say", (NONSENSE, "later")),
    Asked(Question.SYMPTOM, GROUPS, "Head, mood", "Head, mood: what", slips=ASTRAY),
    Asked(Question.SYMPTOM, (*GROUPS, "head, mood"), "Dizzy", "what do you feel?", slips=ASTRAY),
    Asked(
        Question.SYMPTOM_SEVERITY,
        (*READY, "symptom: dizzy", "how bad?"),
        "7",
        "Dizzy 7 of 10",
        (NONSENSE, *ASTRAY),
    ),
    Asked(Question.SYMPTOM_PAGE, DIARY, "Older", "Your symptoms"),
    Asked(
        Question.SUPPLY_COUNT,
        CHOSEN,
        "17 and a half",
        "17 and a half tablets",
        (NONSENSE, *ASTRAY),
    ),
    Asked(Question.SUPPLY_SURE, MANY, "Yes, save", "680 tablets", (NONSENSE, *ASTRAY)),
    Asked(Question.SUPPLY_LEAD, LEAD, "3 days", "3 working days", (NONSENSE, *ASTRAY)),
    Asked(Question.ASKING, WINE, "Sources", "Alcohol"),
    Asked(Question.ASKING, STOPPED, "More", "Page 2 of 2"),
    Asked(Question.ASKING, (*READY, "can I drink and drive?"), "2 Driving", "Driving", typed="2"),
    Asked(Question.MOVING, WEEK, "Not yet", "not an instant fix", (NONSENSE, *ASTRAY)),
    Asked(Question.ANY_TAKEN, (*GAP, "+34"), "No, none", "Call your pharmacist or doctor today."),
    Asked(Question.STOP, WHY, "Side effects", "What do you feel?", slips=ASTRAY),
    Asked(Question.STOP, BETTER, "Keep my plan", "plan", slips=ASTRAY),
    Asked(Question.STOP, SURE, "Keep my plan", "plan", (NONSENSE, *ASTRAY)),
)
