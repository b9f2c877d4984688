"""The promises, each checked over everything that arrived and everything that was kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

from bot.screens.screen import Verb
from tests.chaos import kinds
from tests.chaos.case import CALM, MINUTE, Case, Finding
from tests.chaos.judge_ladder import LADDER
from tests.chaos.judge_rests import RESTS
from tests.chaos.judge_words import WORDS
from tests.chaos.model import NUDGES, Planned, Replay, earliest
from tests.chaos.transcript import Entry
from tests.chaos.wishes import SPANS

Check = Callable[[Case], Iterator[Finding]]
_STATES = {"taken": "taken", "skipped": "skipped", "not_sure": "unknown", "missed": "missed"}
NUDGE = timedelta(minutes=30)
HELD_UP = timedelta(hours=1)


def every_plan_is_kept_as_it_was_made(case: Case) -> Iterator[Finding]:
    """Each due dose of each version is in the books with its time, its window and its amount."""
    for chat, found in case.plans.items():
        for plan, kept in found:
            if kept is None:
                yield Finding("nothing lost", chat, plan.due, f"no row for the dose of {plan.due}")
            elif (kept.due, kept.mg) != (plan.due, plan.mg) or kept.closes > plan.closes:
                yield Finding("state", chat, plan.due, f"kept as {kept}, ought to be {plan}")
        versions = case.books.versions[chat]
        for version in versions[1:]:
            before = [
                each.due
                for each, _ in found
                if each.plan != version.id and each.due <= version.made
            ]
            start = earliest(max(before, default=None), version.made, version.slots)
            if version.starts < start:
                yield Finding("state", chat, version.made, f"starts {version.starts} not {start}")


def each_dose_was_asked_about(case: Case) -> Iterator[Finding]:
    """At its minute, or by the catch-up as soon as that was possible."""
    for chat, plan, kept in case.doses():
        answers = [each.at for each in case.books.said_of(kept.id)]
        calm = case.calm_from(chat, plan.begins)
        if calm is not None and len(case.doubts(chat, plan.begins, calm)) > 1:
            # Sent twice with an outcome nobody knows, it is left to the nudge.
            calm = case.calm_from(chat, calm + NUDGE)
        if calm is None or (answers and min(answers) <= calm + CALM) or kept.state == "cancelled":
            continue
        if _replanned(case, chat, plan) or case.rested(chat, "hospital", plan.due, kept.closes):
            continue
        if calm + CALM < kept.closes:
            asked = kinds.REMINDER + kinds.NUDGE + kinds.ASKED_ABOUT
            if not any(
                each.what == "sent" and each.at <= calm + CALM and kinds.says(each.text, asked)
                for each in case.about[kept.id]
            ):
                words = f"the dose of {plan.due} was not asked by {calm + CALM}"
                yield Finding("nothing lost", chat, plan.due, words, calm)
        elif kept.state == "unknown":
            yield from _asked_afterwards(case, chat, plan, kept.id)


def _replanned(case: Case, chat: int, plan: Planned) -> bool:
    """A new version was made at about its time."""
    return any(abs(each.made - plan.due) < MINUTE for each in case.books.versions[chat][1:])


def _asked_afterwards(case: Case, chat: int, plan: Planned, dose: UUID) -> Iterator[Finding]:
    calm = case.calm_from(chat, plan.closes + MINUTE)
    if case.rested(chat, "reminders_only", plan.due, max(plan.closes, calm or plan.closes)):
        return
    if calm is None or len(case.doubts(chat, plan.closes, calm)) > 1:
        return  # sent twice with an outcome nobody knows, it is asked an hour later
    answers = [each.at for each in case.books.said_of(dose)]
    if answers and min(answers) <= calm + CALM:
        return
    asked = [
        each.at
        for each in case.by_chat[chat]
        if kinds.says(each.text, kinds.ASKED_ABOUT + kinds.UNDONE) and each.at >= plan.closes
    ]
    if not any(at <= calm + CALM for at in asked):
        words = f"the dose of {plan.due} was not asked about by {calm + CALM}"
        yield Finding("nothing lost", chat, plan.due, words, calm)


def no_card_comes_twice(case: Case) -> Iterator[Finding]:
    """One reminder a dose and snooze; another one says that it is sent again, is late, or asks."""
    for chat, _, kept in case.doses():
        snoozed = sum(each.kind == "snoozed" for each in case.books.said_of(kept.id))
        cards = [
            each for each in case.cards(kept.id, kinds.REMINDER) if not _tapped_back(case, each)
        ]
        plain = [each for each in cards if not kinds.says(each.text, kinds.REPEAT + kinds.ONCE)]
        if len(plain) > 1 + snoozed:
            yield Finding("one card", chat, plain[-1].at, f"{len(plain)} cards, {snoozed} snoozes")
        nudges = case.cards(kept.id, kinds.NUDGE)
        first = [each for each in nudges if not kinds.says(each.text, kinds.REPEAT)]
        if len(first) > NUDGES:
            yield Finding("one card", chat, first[-1].at, f"{len(first)} nudges")


def _tapped_back(case: Case, entry: Entry) -> bool:
    return entry.prompted and any(
        each.at == entry.at and each.what in ("tapped", "said") for each in case.by_chat[entry.chat]
    )


def each_repeat_has_its_doubt(case: Case) -> Iterator[Finding]:
    """At most one message is worded as a repeat for each death or lost reply before it."""
    for chat in case.run.people:
        repeats = [
            each
            for each in case.by_chat[chat]
            if each.what == "sent" and kinds.says(each.text, kinds.REPEAT)
        ]
        doubts = case.doubts(chat, case.run.setting.start, case.end)
        for number, repeat in enumerate(repeats, 1):
            if number > sum(at <= repeat.at for at in doubts):
                yield Finding(
                    "one repeat", chat, repeat.at, f"repeat {number}, {len(doubts)} doubts"
                )


def answers_are_kept_once(case: Case) -> Iterator[Finding]:
    """No answer follows one that it cannot follow; none without a deed; none by somebody else."""
    for dose, answers in case.books.of_dose.items():
        chat = answers[0].chat
        for wrong in Replay.of(answers).wrong:
            yield Finding("no tap twice", chat, answers[0].at, f"dose {dose}: {wrong}")
    deeds = Counter(each.chat for each in case.entries if each.what in ("said", "tapped"))
    kept = Counter(each.chat for each in case.books.answers)
    for chat, number in kept.items():
        if number > deeds[chat]:
            words = f"{number} answers to {deeds[chat]} deeds"
            yield Finding("no tap twice", chat, case.end, words)
    for answer in case.books.answers:
        if not answer.own:
            yield Finding("own", answer.chat, answer.at, "answered by somebody else")
    yield from _snoozes(case)


def _snoozes(case: Case) -> Iterator[Finding]:
    """A snooze that comes twice is kept twice where nobody looks: it changes no state."""
    for chat, plan, dose in case.doses():
        kept = [each for each in case.books.said_of(dose.id) if each.kind == "snoozed"]
        meant = sum(
            (each.tap is not None and each.tap.verb is Verb.SNOOZE and each.tap.subject == dose.id)
            or (each.text.startswith(("snooze", *SPANS)) and plan.due <= each.at < dose.closes)
            for each in case.by_chat[chat]
            if each.what in ("said", "tapped")
        )
        if len(kept) > meant:
            yield Finding("no tap twice", chat, kept[-1].at, f"{len(kept)} snoozes of {meant}")


def what_was_acknowledged_is_kept(case: Case) -> Iterator[Finding]:
    """Nothing the bot said it recorded is lost, and no answer that was kept ever goes."""
    for dose, entries in case.about.items():
        for each in entries:
            if kinds.first(each.text) not in kinds.TAKEN or each.what == "stripped":
                continue
            if not any(
                one.kind == "taken" and one.at <= each.at for one in case.books.said_of(dose)
            ):
                yield Finding("nothing lost", each.chat, each.at, "acknowledged, but not kept")
    final = {each.id for each in case.books.answers}
    for at, books in case.left:
        for which, (chat, kind) in books.answers.items():
            if which not in final:
                yield Finding("nothing lost", chat, at, f"{kind} was kept and is gone")


def each_clear_tap_counts(case: Case) -> Iterator[Finding]:
    """[Took it] on an open dose with nothing else open or taken near is a taken dose."""
    mine = {kept.id: (chat, plan, kept) for chat, plan, kept in case.doses()}
    for entry in case.entries:
        if entry.tap is None or entry.tap.verb is not Verb.TOOK or entry.tap.subject not in mine:
            continue
        chat, plan, kept = mine[entry.tap.subject]
        if chat != entry.chat or not plan.due <= entry.at < kept.closes:
            continue
        if _is_muddled(case, entry, plan):
            continue
        answers = case.books.said_of(kept.id)
        if not any(each.at <= entry.at + CALM for each in answers):
            yield Finding("nothing lost", chat, entry.at, f"the tap on the dose of {plan.due}")


def _is_muddled(case: Case, entry: Entry, plan: Planned) -> bool:
    """Something was wrong then, or another dose comes into it."""
    if any(each.meets(entry.at, entry.at + CALM) for each in case.outages):
        return True
    if any(each.meets(entry.at - MINUTE, entry.at) for each in case.lost[entry.chat]):
        return True
    if case.rested(entry.chat, "hospital", entry.at, entry.at):
        return True
    others = [
        (other, kept)
        for other, kept in case.plans[entry.chat]
        if kept is not None and other.due < plan.due and other.due > plan.due - timedelta(days=1)
    ]
    if any(kept.closes > entry.at for _, kept in others if kept):
        return True
    near = [each.at for each in case.books.answers if each.chat == entry.chat]
    return any(abs(at - entry.at) < timedelta(hours=12) and at < entry.at for at in near)


def each_state_follows(case: Case) -> Iterator[Finding]:
    """From the answers alone; unanswered: missed if it was surely asked and heard, else unknown."""
    for chat, plan, kept in case.doses():
        if kept.closes > case.end - MINUTE:
            continue
        replay = Replay.of(case.books.said_of(kept.id))
        if replay.state is not None:
            if (kept.state, kept.taken) != (_STATES[replay.state], replay.taken):
                words = f"dose of {plan.due} is {kept.state}, taken {kept.taken}: not {replay}"
                yield Finding("state", chat, plan.due, words)
        elif (right := _unanswered(case, chat, plan, kept.id)) and kept.state not in right:
            words = f"unanswered dose of {plan.due} is {kept.state}, not {' or '.join(right)}"
            yield Finding("state", chat, plan.due, words)


def _unanswered(case: Case, chat: int, plan: Planned, dose: UUID) -> set[str]:
    """What a dose without an answer may be; where nobody can tell, everything but taken."""
    kept = case.books.doses[dose]
    cards = case.cards(dose, kinds.REMINDER + kinds.NUDGE)
    opened = cards[0].at if cards else plan.closes
    only = case.rested(chat, "reminders_only", plan.due, kept.closes)
    undone = only or any(each.kind == "undone" for each in case.books.said_of(dose))
    if _replanned(case, chat, plan):
        return {"missed", "unknown", "cancelled"}
    if case.rested(chat, "hospital", plan.due, kept.closes):
        return {"unknown", "cancelled"}
    if case.rested(chat, "reminders_only", kept.closes, kept.closes):
        return {"unknown"}
    broken = [
        each for each in (*case.outages, *case.lost[chat]) if each.breaks(opened, kept.closes)
    ]
    if not cards or broken:
        return {"unknown"}
    doubtful = undone or any(each.meets(plan.due, kept.closes) for each in case.outages)
    struck = any(plan.due - HELD_UP <= each.at <= kept.closes for each in case.struck(chat))
    lost = any(each.meets(plan.due, kept.closes) for each in case.lost[chat])
    return {"missed", "unknown"} if doubtful or struck or lost else {"missed"}


def the_books_are_whole(case: Case) -> Iterator[Finding]:
    """No damage after any death; nothing waits that ought to have been settled."""
    for at, books in case.left:
        for damage in books.damage:
            yield Finding("database", 0, at, damage)
    for stuck in case.books.stuck:
        yield Finding("database", 0, case.end, stuck)
    for problem in case.run.world.server.api.problems:
        yield Finding("Bot API", 0, case.end, problem)


CHECKS: tuple[Check, ...] = (
    every_plan_is_kept_as_it_was_made,
    each_dose_was_asked_about,
    no_card_comes_twice,
    each_repeat_has_its_doubt,
    answers_are_kept_once,
    what_was_acknowledged_is_kept,
    each_clear_tap_counts,
    each_state_follows,
    the_books_are_whole,
    *RESTS,
    *LADDER,
    *WORDS,
)


def judged(case: Case) -> list[Finding]:
    """Every promise that was broken, the earliest first."""
    return sorted((each for check in CHECKS for each in check(case)), key=lambda each: each.at)
