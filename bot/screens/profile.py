"""What a person may tell about their health, and what is said of each."""

from __future__ import annotations

from bot.domain.marks import MARK_FACTS, MARK_GROUPS, Mark, MarkGroup, Marks, Told, group_of
from bot.safety.facts import fact
from bot.screens.buttons import button
from bot.screens.contacts import call_row
from bot.screens.scene import Scene
from bot.screens.screen import Rows, Screen, Verb
from bot.words import Markup, lines

_ANSWERS = {Told.YES: "button-yes", Told.NO: "button-no", Told.DECLINED: "button-rather-not"}


def profile(scene: Scene, marks: Marks, group: MarkGroup | None = None) -> Screen:
    """All that was told; the marks of a group to choose from, or the groups."""
    told = [_line(scene, each, marks.told[each]) for each in Mark if each in marks.told]
    text = lines(
        [
            scene.html("profile-title")
            if group is None
            else scene.html("profile-title-in", group=scene.words.plain(f"button-{group}")),
            *(told or [scene.html("profile-none")]),
            scene.html("profile-hint"),
        ]
    )
    return Screen(text, _rows(scene, group))


def _rows(scene: Scene, group: MarkGroup | None) -> Rows:
    if group is None:
        groups = tuple(
            button(scene, f"button-{each}", Verb.PROFILE, detail=each) for each in MarkGroup
        )
        return groups, (button(scene, "button-today", Verb.TODAY),)
    marks = [button(scene, f"mark-{m}", Verb.PROFILE, detail=m) for m in MARK_GROUPS[group]]
    twos = tuple(tuple(marks[n : n + 2]) for n in range(0, len(marks), 2))
    return (*twos, (button(scene, "button-back", Verb.PROFILE),))


def ask(scene: Scene, mark: Mark, marks: Marks) -> Screen:
    """Is it so? What is known of it stands below, and how it was answered."""
    text = lines(
        [
            scene.html(f"mark-ask-{mark}"),
            *([_line(scene, mark, marks.told[mark])] if mark in marks.told else []),
            *_facts(scene, mark),
        ]
    )
    yes, no, declined = (
        button(scene, label, Verb.PROFILE_SET, detail=f"{mark}.{answer}")
        for answer, label in _ANSWERS.items()
    )
    back = button(scene, "button-back", Verb.PROFILE, detail=group_of(mark))
    return Screen(text, ((yes, no), (declined, back)))


def told(scene: Scene, mark: Mark, answer: Told) -> Screen:
    """It is noted; where it is so, or may be, what is known of it."""
    said = _answered(scene, "profile-set", mark, answer)
    text = lines(
        [
            said,
            *(_facts(scene, mark) if answer is not Told.NO else []),
            *(
                [scene.html("profile-declined")]
                if (mark, answer) == (Mark.KIDNEY, Told.DECLINED)
                else []
            ),
            scene.html("profile-again"),
        ]
    )
    more = button(scene, "button-back", Verb.PROFILE, detail=group_of(mark))
    today = button(scene, "button-today", Verb.TODAY)
    return Screen(text, (*call_row(scene), (more, today)))


def _facts(scene: Scene, mark: Mark) -> list[Markup]:
    return [scene.html(fact(each).message) for each in MARK_FACTS[mark]]


def _line(scene: Scene, mark: Mark, answer: Told) -> Markup:
    return _answered(scene, "profile-line", mark, answer)


def _answered(scene: Scene, message: str, mark: Mark, answer: Told) -> Markup:
    words = scene.words
    return scene.html(
        message,
        mark=words.plain(f"mark-{mark}"),
        answer=words.plain(f"profile-answer-{answer}"),
    )
