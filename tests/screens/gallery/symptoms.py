"""Telling a sign: picking it, each level's answer, how bad it is, the diary; and the profile."""

from __future__ import annotations

from uuid import UUID

from bot.domain.contacts import Contact, ContactKind, Contacts
from bot.domain.marks import Mark, MarkGroup, Marks, Told
from bot.domain.red_flags import EmergencyKind, Intake
from bot.domain.symptom_views import Diary, Report, Reported, ReportId
from bot.domain.symptoms import GROUPS, Symptom, SymptomGroup
from bot.domain.terms import Level
from bot.domain.triage import Said, Situation, Triage, triage
from bot.safety.facts import facts
from bot.screens import general, profile, symptoms
from bot.screens.scene import Scene
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import HOUR, POLICY, TEN, at, scene
from tests.screens.gallery.contacts import KEPT

S, L = Symptom, Level
WELL = Situation(HOUR)
NO_MARKS = Marks(dict.fromkeys(Mark, Told.NO))
LEVELS = {each.id: each.level for each in facts().values()}
BOTH: Contacts = {
    **KEPT,
    ContactKind.OUT_OF_HOURS: Contact(ContactKind.OUT_OF_HOURS, "", "116117"),
}


def reported(
    said: Said,
    marks: Marks = NO_MARKS,
    situation: Situation = WELL,
    kept: Contacts = BOTH,
    words: str | None = None,
) -> Reported:
    """What these signs come to, told at 14:10."""
    found = triage(said, marks, situation, LEVELS, POLICY)
    report = Report(ReportId(UUID(int=9)), at("14:10"), found.level, said, words)
    return Reported(report, found, kept, Intake(tuple(TEN) * 3, at("08:04")))


def screens() -> dict[str, Screen]:
    """Each of them."""
    here = scene()
    chosen = (S.DIZZY, S.HEADACHE)
    return {
        "pick": symptoms.pick(here, "0", ()),
        "pick, some chosen": symptoms.pick(here, "0", chosen),
        **{
            f"pick, {group}": symptoms.pick(here, str(number), (S.DIZZY,))
            for number, group in enumerate(SymptomGroup, 1)
        },
        "pick, nothing read": symptoms.pick(here, "0", (), here.html("symptom-none")),
        "not set up": symptoms.closed(here),
        "gone": general.say(here, "symptom-gone"),
        **answers(here),
        **emergencies(here),
        **diary(here),
        **profiles(here),
    }


def answers(here: Scene) -> dict[str, Screen]:
    """A level each, and what lifts them."""
    told = {
        "info": reported({S.HEADACHE: None}),
        "caution": reported({S.SWEATING: 3}),
        "pharmacist": reported({S.DIZZY: 4, S.HEADACHE: None}),
        "pharmacist, so bad": reported({S.HEADACHE: 9}, kept={}),
        "urgent": reported({S.FAINTED: None, S.NAUSEA: 2}),
        "urgent, none kept": reported({S.MOOD: 5}, kept={}),
        "urgent, early signs long after a dose": reported(
            {S.POOR_SLEEP: None, S.SWEATING: None}, situation=Situation(17 * HOUR)
        ),
        "urgent, early signs after a cut": reported(
            {S.SHAKING: 6}, situation=Situation(HOUR, since_cut=24 * HOUR)
        ),
        "urgent, sleepy with opioids": reported(
            {S.SLEEPY: None}, Marks({**NO_MARKS.told, Mark.OPIOIDS: Told.YES})
        ),
        "urgent, sleepy with weak kidneys": reported({S.SLEEPY: None}, Marks({})),
        "not understood": reported({S.OTHER: None}, words="my legs <feel> like lead"),
        "with every mark": reported({S.TIRED: 1, S.WEAK: 1}, Marks(dict.fromkeys(Mark, Told.YES))),
        **{
            f"noted, {symptom}": reported({symptom: None})
            for group in GROUPS.values()
            for symptom in group
        },
    }
    return {f"answer, {name}": symptoms.answer(here, each) for name, each in told.items()}


def emergencies(here: Scene) -> dict[str, Screen]:
    """Each has a card."""
    return {
        "emergency": symptoms.answer(here, reported({S.CHEST_PAIN: None})),
        "emergency, self-harm": symptoms.answer(here, reported({S.SELF_HARM: None})),
        "emergency, too much": symptoms.answer(
            here, reported({S.SLEEPY: None}, situation=Situation(HOUR, since_extra=HOUR))
        ),
        "emergency, confused with weak kidneys": symptoms.answer(
            here, reported({S.CONFUSION: 4}, Marks({Mark.KIDNEY: Told.YES}))
        ),
    }


def diary(here: Scene) -> dict[str, Screen]:
    """How bad, and what was told before."""
    told = tuple(
        Report(ReportId(UUID(int=n)), at("09:00", days=-n), level, {S.DIZZY: n, S.WEAK: None})
        for n, level in enumerate(Level)
    )
    card = Triage(L.EMERGENCY, (), EmergencyKind.EMERGENCY)
    return {
        "how bad": symptoms.how_bad(here, reported({S.DIZZY: None})),
        "diary": symptoms.diary(here, Diary(0, told, has_older=True)),
        "diary, older": symptoms.diary(here, Diary(1, told[:1], has_older=False)),
        "diary, none": symptoms.diary(here, Diary(0, (), has_older=False)),
        "emergency, from the diary": symptoms.answer(here, Reported(told[-1], card, {}, None)),
    }


def profiles(here: Scene) -> dict[str, Screen]:
    """The profile, each mark as it is asked and told."""
    some = Marks({Mark.KIDNEY: Told.NO, Mark.EPILEPSY: Told.YES, Mark.ALCOHOL: Told.DECLINED})
    return {
        "profile": profile.profile(here, Marks({})),
        "profile, some told": profile.profile(here, some),
        **{f"profile, {each}": profile.profile(here, some, each) for each in MarkGroup},
        **{f"asked, {each}": profile.ask(here, each, some) for each in Mark},
        **{f"told, {each}": profile.told(here, each, Told.YES) for each in Mark},
        "told no": profile.told(here, Mark.EPILEPSY, Told.NO),
        "told declined": profile.told(here, Mark.KIDNEY, Told.DECLINED),
    }
