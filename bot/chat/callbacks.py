"""Taps to callback data and back. What comes in is untrusted: it names, it never permits."""

from __future__ import annotations

import base64
import binascii
import re
from uuid import UUID

from bot.domain.contacts import ContactKind
from bot.domain.marks import Mark, MarkGroup, Told
from bot.domain.stopping import StopReason, StopWay
from bot.domain.symptoms import CHOSEN_MOST, CODES, SymptomGroup
from bot.domain.terms import Movement, SkipReason, TaperReason
from bot.safety.topics import Group, Topic
from bot.screens.screen import Tap, Verb

_BYTES_MOST = 64
_SHAPE = "1"  # raised if the shape ever changes; buttons of older shapes are answered as old


_TABLETS = r"[cr]\d{1,4}(\.\d{1,3})?x\d{0,5}"
_REASONS = {
    Verb.SKIP_BECAUSE: "|".join(SkipReason),
    Verb.TAPER_BECAUSE: "|".join(TaperReason),
    Verb.STOP_WHY: "|".join(StopReason),
}
_SIGNS = f"[{''.join(CODES.values())}]{{0,{CHOSEN_MOST}}}"
_PAGE = rf"(?:{'|'.join(Topic)})\.\d"
_DETAILS = {
    Verb.TOOK_AT: r"due|ask|\d{1,9}",
    Verb.TOOK_AGO: "15|30|60",
    Verb.EXTRA: r"[?=]?\d{1,9}",
    Verb.UNDO: r"(v?\d{1,9})?",
    Verb.SNOOZE: "15|60",
    Verb.LOG: r"\d{1,3}",
    Verb.PLAN: "(change)?",
    Verb.BOARD: "on|off|log|help",
    Verb.ZONE: "(change)?",
    Verb.CORRECT: r"\d{1,3}",
    Verb.CORRECT_DAY: r"20\d{6}",
    Verb.CORRECT_AS: r"due|ask|not|skip|unsure|[nx]\d{1,9}",
    Verb.SETUP: r"[a-z_]{1,12}\.[a-z0-9_.+-]{1,24}",
    Verb.PAUSE: "(4h|1d|3d)?",
    Verb.PAUSE_OK: r"\d{1,9}",
    Verb.HOSPITAL: "(yes|no)?",
    Verb.CONTACTS: f"({'|'.join(ContactKind)})?",
    Verb.CONTACT_REMOVE: "|".join(ContactKind),
    Verb.STOP: rf"({'|'.join(StopWay)})\.({StopReason.SIDE_EFFECTS})?",
    Verb.STOP_DO: "keep|taper|anyway|end|back|card",
    Verb.STOP_CHECK: "fine|signs",
    Verb.SYMPTOM: f"([0-{len(SymptomGroup)}]{_SIGNS})?",
    Verb.SYMPTOM_DONE: _SIGNS,
    Verb.SYMPTOM_RATE: r"(ask|\d|10)?",
    Verb.SYMPTOM_HISTORY: r"\d{1,3}",
    Verb.PROFILE: f"({'|'.join((*MarkGroup, *Mark))})?",
    Verb.PROFILE_SET: rf"({'|'.join(Mark)})\.({'|'.join(Told)})",
    Verb.SUPPLY_COUNT: rf"{_TABLETS}|[cr]",
    Verb.SUPPLY_SAVE: f"{_TABLETS}y?",
    Verb.SUPPLY_LEAD: r"(\d{1,2})?",
    Verb.ASK: rf"(?:{_PAGE}|{'|'.join(Group)})?",
    Verb.SOURCES: _PAGE,
    Verb.MOVING: rf"\d{{1,2}}\.(?:{'|'.join(Movement)})",
    **_REASONS,
}


def encode(tap: Tap) -> str:
    """At most 64 bytes: shape, verb, the dose's id in 22 letters, and the detail."""
    subject = "" if tap.subject is None else _short(tap.subject)
    data = f"{_SHAPE}:{tap.verb}:{subject}:{tap.detail}"
    if len(data.encode()) > _BYTES_MOST:
        raise ValueError(f"a button's data is longer than 64 bytes: {tap.verb}")
    return data


def decode(data: str | None) -> Tap | None:
    """The tap that `encode` wrote; None for anything else."""
    parts = (data or "").split(":", 3)
    if len(parts) != 4 or parts[0] != _SHAPE or parts[1] not in tuple(Verb):
        return None
    try:
        subject = _long(parts[2]) if parts[2] else None
    except (ValueError, binascii.Error):
        return None
    verb = Verb(parts[1])
    if not re.fullmatch(_DETAILS.get(verb, ""), parts[3], re.ASCII):
        return None
    return Tap(verb, subject, parts[3])


def _short(subject: UUID) -> str:
    return base64.urlsafe_b64encode(subject.bytes).decode().rstrip("=")


def _long(text: str) -> UUID:
    return UUID(bytes=base64.b64decode(text + "==", altchars=b"-_", validate=True))
