"""Questions in words: the answer with its facts, topics to choose from, sources, and refusals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.safety.answers import ANSWERS, level_of, pages
from bot.safety.emergency import number_for
from bot.safety.facts import Level, Source, fact
from bot.safety.refusing import REFUSALS, DoseQuestion
from bot.safety.topics import GROUPS, Group, Topic
from bot.screens.buttons import button, home_row
from bot.screens.contacts import call_button
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.words import Markup, escaped, lines, link

_A_ROW = 2  # topics beside each other: their names are longer than other labels
_OVERDOSE = frozenset(("od.call", "od.signs"))


def answer(scene: Scene, topic: Topic, page: int = 0, *, kidney: bool = False) -> Screen:
    """The topic's facts in their own words, its level first. `kidney`: of the person."""
    every = pages(topic, kidney=kidney)
    facts, level = every[page], level_of(topic)
    first = ANSWERS[topic].first if page == 0 else ()
    text = lines(
        [
            _heading(scene, topic, level),
            emergency_line(scene) if level is Level.EMERGENCY else None,
            *(scene.html(message) for message in first),
            *_facts(scene, facts),
            scene.html("asked-not-listed") if topic is Topic.SIDE_EFFECTS else None,
            _poison(scene, facts),
            emergency_line(scene) if level is Level.URGENT else None,
            scene.html("asked-page", number=page + 1, count=len(every)) if every[1:] else None,
        ]
    )
    more = [_page(scene, topic, page + 1, "button-page")] if page + 1 < len(every) else []
    back = [_page(scene, topic, page - 1, "button-back")] if page else []
    steps = ((*more, *back),) if more or back else ()
    near = _rows([*_own(scene, topic), *_topics(scene, ANSWERS[topic].near)])
    return Screen(text, (*steps, *near, _ways(scene, topic, page)))


def _heading(scene: Scene, topic: Topic, level: Level) -> Markup:
    if topic is Topic.NO_FACT:
        return scene.html("asked-no-topic")
    return scene.html(f"asked-{level.name.lower()}", topic=title(scene, topic))


def title(scene: Scene, topic: Topic) -> str:
    """The topic as its button names it."""
    return scene.words.plain(f"topic-{topic}")


def _facts(scene: Scene, facts: Iterable[str]) -> list[Markup]:
    return [scene.html(fact(each).message) for each in facts]


def _poison(scene: Scene, facts: Iterable[str]) -> Markup | None:
    """The poison line where the facts speak of one and the country has one."""
    found = number_for(scene.country)
    if found is None or found.poison_line is None or not _OVERDOSE & set(facts):
        return None
    return scene.html("poison-number", number=found.poison_line)


def _page(scene: Scene, topic: Topic, page: int, label: str) -> Button:
    return button(scene, label, Verb.ASK, detail=f"{topic}.{page}")


def _ways(scene: Scene, topic: Topic, page: int) -> tuple[Button, ...]:
    sources = button(scene, "button-sources", Verb.SOURCES, detail=f"{topic}.{page}")
    known = [sources] if pages(topic)[0] else []
    return (
        *known,
        button(scene, "button-ask", Verb.ASK),
        call_button(scene),
    )


def _own(scene: Scene, topic: Topic) -> list[Button]:
    """Where the person's own case stands, or what they may want to do."""
    match topic:
        case Topic.MISSED:
            return [button(scene, "button-today", Verb.TODAY)]
        case Topic.DOSES:
            return [button(scene, "button-my-plan", Verb.PLAN)]
        case Topic.LOG:
            return [button(scene, "button-log", Verb.LOG, detail="0")]
        case Topic.SLOW_WAY:
            return [button(scene, "button-taper", Verb.TAPER)]
        case _:
            return []


def _topics(scene: Scene, topics: Sequence[Topic]) -> list[Button]:
    return [Button(title(scene, each), Tap(Verb.ASK, detail=f"{each}.0")) for each in topics]


def _rows(every: Sequence[Button]) -> Rows:
    return tuple(tuple(every[n : n + _A_ROW]) for n in range(0, len(every), _A_ROW))


def index(scene: Scene) -> Screen:
    """What can be asked about, by groups; it can be typed, too."""
    text = lines([scene.html("asked-title"), scene.html("asked-hint"), emergency_line(scene)])
    groups = [button(scene, f"group-{each}", Verb.ASK, detail=each) for each in Group]
    return Screen(text, (*_rows(groups), *home_row(scene)))


def group(scene: Scene, which: Group) -> Screen:
    """The topics of one group."""
    name = scene.words.plain(f"group-{which}")
    text = lines([scene.html("asked-group", topic=name), scene.html("asked-group-hint")])
    back = (button(scene, "button-back", Verb.ASK),)
    return Screen(text, (*_rows(_topics(scene, GROUPS[which])), back))


def choice(scene: Scene, topics: Sequence[Topic]) -> Screen:
    """It is not sure what is meant: the topics it may be, numbered, and never a guess."""
    numbered = [
        scene.html("asked-number", number=number, topic=title(scene, each))
        for number, each in enumerate(topics, 1)
    ]
    text = lines(
        [
            scene.html("asked-which" if topics[1:] else "asked-which-one"),
            *numbered,
            scene.html("asked-which-hint"),
            scene.html("wd-never_stop"),  # whatever it is: it may be a wish to stop
            emergency_line(scene),
        ]
    )
    others = (button(scene, "button-ask", Verb.ASK),)
    return Screen(text, (*_rows(_topics(scene, topics)), others))


def nothing(scene: Scene) -> Screen:
    """Asked by /ask, and nothing fits."""
    return index(scene).below(scene.html("asked-nothing"))


def refusal(scene: Scene, asks: DoseQuestion) -> Screen:
    """What is not answered: the rule that applies, and whom to ask."""
    said = REFUSALS[asks]
    is_overdose = bool(_OVERDOSE & set(said.facts))
    text = lines(
        [
            *(scene.html(message) for message in said.first),
            *_facts(scene, said.facts),
            _poison(scene, said.facts),
            emergency_line(scene) if is_overdose or asks is DoseQuestion.AGAIN else None,
        ]
    )
    plan = button(scene, "button-my-plan", Verb.PLAN)
    return Screen(text, ((call_button(scene), plan), *_rows(_topics(scene, said.near))))


def sources(scene: Scene, topic: Topic, page: int = 0, *, kidney: bool = False) -> Screen:
    """The titles of the sources behind a page; official ones open their page."""
    facts = [fact(each) for each in pages(topic, kidney=kidney)[page]]
    found = list(dict.fromkeys(source for each in facts for source in each.sources))
    text = lines(
        [
            scene.html("asked-sources", topic=title(scene, topic)),
            *(_source(each) for each in found),
            _own_rule(scene, any(not each.sources for each in facts), bool(found)),
            scene.html("asked-sources-links") if any(each.link for each in found) else None,
        ]
    )
    return Screen(text, ((_page(scene, topic, page, "button-back"),),))


def _source(source: Source) -> Markup:
    return link(source.title, source.link) if source.link else escaped(source.title)


def _own_rule(scene: Scene, ours: bool, others: bool) -> Markup | None:
    """Some facts rest on the project's policy alone."""
    if not ours:
        return None
    return scene.html("asked-sources-rule" if others else "asked-sources-none")
