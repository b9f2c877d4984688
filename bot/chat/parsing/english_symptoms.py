"""How English asks for whom to call: whole messages, by the verbs they say."""

from __future__ import annotations

EXACT: dict[str, str] = {
    "contacts": (
        "contacts|my contacts|contact|my numbers|numbers|my phone numbers|phone numbers"
        "|change contacts|change my contacts|change my numbers|add a contact|add contact"
        "|add a number|add numbers|my doctor's number|my pharmacy's number"
    ),
    "call_list": (
        "call list|my call list|the call list|show call list|calls|who can i call"
        "|whom can i call|who do i call|whom do i call|who should i call|whom should i call"
        "|who to call|whom to call|emergency number|emergency numbers|the emergency number"
        "|what is the emergency number|what's the emergency number|poison line|helpline|hotline"
    ),
}
