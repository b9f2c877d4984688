"""What the bot is and is not, and every number of the policy that it goes by."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.policy import Policy
from bot.domain.policy_rules import set_otherwise
from bot.domain.wallclock import tzdata_version
from bot.screens.buttons import home_row
from bot.screens.scene import Scene
from bot.screens.screen import Screen
from bot.words import Markup, lines

_SECOND = timedelta(seconds=1)
_DAY = timedelta(days=1)


def about(scene: Scene, policy: Policy, version: str) -> Screen:
    """What the bot is and is not, its numbers, and whether somebody has signed them."""
    review = (
        scene.html("about-reviewed", reviewer=policy.reviewer)
        if policy.reviewer
        else scene.html("about-review")
    )
    text = lines(
        [
            scene.html("about-who", version=version),
            scene.html("about-not-device"),
            review,
            scene.html("about-set-otherwise") if set_otherwise(policy) else None,
            scene.html("bot-not_advice"),
            scene.html("take-exactly"),
            Markup(""),
            *_doses(scene, policy),
            Markup(""),
            *_plans(scene, policy),
            Markup(""),
            *_gaps(scene, policy),
            Markup(""),
            *_lives(scene, policy),
            _signs(scene, policy),
            *_red_flags(scene, policy),
            Markup(""),
            scene.html("about-data"),
            scene.html("about-zone", version=tzdata_version()),
        ]
    )
    return Screen(text, home_row(scene))


def _doses(scene: Scene, policy: Policy) -> list[Markup]:
    """How a dose is asked about."""
    span, html = scene.words.duration, scene.html
    return [
        html(
            "about-late",
            share=_share(scene, policy.late_share),
            most=span(policy.late_most),
            least=span(policy.late_least),
            limit=_share(scene, policy.late_limit_share),
        ),
        html("about-on-time", span=span(policy.on_time)),
        _nudges(scene, policy),
        html(
            "about-snooze",
            count=policy.snoozes_most,
            least=span(policy.snooze_least),
            span=span(policy.snooze_before_end),
        ),
        html(
            "about-extra",
            span=span(policy.extra_gap),
            share=_share(scene, policy.extra_share),
        ),
        html("about-asleep", seconds=policy.asleep_after // _SECOND),
    ]


def _nudges(scene: Scene, policy: Policy) -> Markup:
    span = scene.words.duration
    nudges = scene.words.listing([span(each) for each in policy.nudge_after])
    if not nudges:
        return scene.html("about-nudge-none")
    return scene.html("about-nudge", span=nudges, least=span(policy.nudge_before_end))


def _plans(scene: Scene, policy: Policy) -> list[Markup]:
    """What a plan may be, and which amounts and times are asked again."""
    span, mg, html = scene.words.duration, scene.amount, scene.html
    return [
        html("about-slots", count=policy.slots_most, gap=span(policy.slot_gap_least)),
        html("about-plan-start", span=span(policy.start_gap)),
        html(
            "about-amounts",
            dose=mg(policy.dose_asked_again),
            day=mg(policy.day_limit(scene.country)),
        ),
        html(
            "about-gaps",
            least=span(policy.gap_asked_least),
            most=span(policy.gap_asked_most),
        ),
        html("about-start", amount=mg(policy.start_day_asked)),
        html(
            "about-step",
            amount=mg(policy.step_up_asked),
            span=span(policy.step_up_sooner),
        ),
    ]


def _gaps(scene: Scene, policy: Policy) -> list[Markup]:
    """What happens while no dose is logged, and how often the bot rings."""
    span, clock, html = scene.words.duration, scene.words.clock, scene.html
    return [
        html(
            "about-rung-two",
            count=policy.rung_two_row,
            after=span(policy.rung_two_after),
            past=span(policy.rung_two_past),
        ),
        html(
            "about-rung-card",
            within=span(policy.rung_rides_within),
            own=span(policy.rung_own_after),
            since=clock(policy.waking_from),
            until=clock(policy.waking_until),
        ),
        html("about-rung-unknown", span=span(policy.unknown_counts_after)),
        html(
            "about-rung-three",
            after=span(policy.rung_three_after),
            past=span(policy.rung_three_past),
        ),
        html(
            "about-rung-again",
            every=span(policy.rung_three_every),
            until=span(policy.rung_three_until),
        ),
        html(
            "about-rings",
            each=policy.rings_per_dose,
            more=policy.rings_more,
            topic=policy.rings_topic,
        ),
    ]


def _lives(scene: Scene, policy: Policy) -> list[Markup]:
    """What happens beside the doses: changes, mistakes, pauses and days of silence."""
    span, html = scene.words.duration, scene.html
    return [
        html(
            "about-changed",
            after=span(policy.change_shown_after),
            before=span(policy.change_shown_before),
            least=span(policy.change_shown_least),
        ),
        html(
            "about-correct",
            back=span(policy.correct_back),
            apart=span(policy.correct_apart),
        ),
        html("about-pause", most=span(policy.pause_most), long=span(policy.pause_long)),
        html(
            "about-stop-checks",
            span=span(policy.stop_checks * _DAY),
            first=span(policy.stop_check_first),
            least=span(policy.stop_check_least),
        ),
        html(
            "about-stop-again",
            span=span(policy.stop_again),
            hold=span(policy.stop_guard_holds),
        ),
        html("about-silence", span=span(policy.silence_after), count=policy.silence_doses),
        *_supply(scene, policy),
        _moving(scene, policy),
    ]


def _supply(scene: Scene, policy: Policy) -> list[Markup]:
    """When a warning of the tablets comes."""
    words, html = scene.words, scene.html
    days = [str(each) for each in policy.supply_warn_days]
    return [
        html(
            "about-supply",
            days=words.listing(days),
            hour=words.clock(policy.supply_hour),
            until=words.clock(policy.waking_until),
        ),
        html("about-supply-lead", lead=policy.supply_lead),
        html(
            "about-supply-ahead",
            most=words.duration(policy.supply_ahead),
            span=words.duration(policy.supply_offer_after),
        ),
    ]


def _signs(scene: Scene, policy: Policy) -> Markup:
    """When a sign counts as one of withdrawal, or of too much."""
    span = scene.words.duration
    return scene.html(
        "about-symptoms",
        hours=span(policy.withdrawal_after),
        cut=span(policy.cut_lately),
        extra=span(policy.extra_lately),
        severe=policy.severe_from,
    )


def _moving(scene: Scene, policy: Policy) -> Markup:
    words = scene.words
    days = [words.plain("about-moving-days", days=day) for day in policy.moving_days]
    return scene.html(
        "about-moving",
        days=words.listing(days),
        since=words.clock(policy.moving_from),
        until=words.clock(policy.moving_until),
        late=words.duration(policy.moving_late),
    )


def _red_flags(scene: Scene, policy: Policy) -> list[Markup]:
    """What counts as a fever, and as too much where no plan says what a dose is."""
    number = scene.words.number
    return [
        scene.html(
            "about-fever",
            celsius=number(policy.fever_celsius),
            fahrenheit=number(policy.fever_fahrenheit),
        ),
        scene.html("about-too-much", count=policy.tablets_at_once, most=str(policy.tablets_a_day)),
    ]


def _share(scene: Scene, parts: int) -> str:
    return scene.words.plain("units-share", parts=parts)
