"""PTB as it is used here: a bot with two connection pools, and the job queue as a metronome."""

from __future__ import annotations

import logging
import os
import ssl
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx
from telegram.ext import Application, ApplicationBuilder
from telegram.request import HTTPXRequest

# PTB reads there whether a 429's seconds are a timedelta, and otherwise warns at every 429.
os.environ["PTB_TIMEDELTA"] = "1"
# PTB's debug lines show every text and every button, its complaints about an update the update.
logging.getLogger("telegram").setLevel(logging.INFO)
logging.getLogger("telegram.ext.ExtBot").setLevel(logging.CRITICAL + 1)

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_POOL = 24
_READ = 10.0  # seconds; PTB adds a poll's own length to it


def application(token: str, api_url: str) -> Application[Any, Any, Any, Any, Any, Any]:
    """An Application without an updater: updates enter by `receive` alone."""
    trust_env = urlsplit(api_url).hostname not in _LOOPBACK
    around = {"trust_env": trust_env, "verify": _authorities(trust_env=trust_env)}
    return (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .request(
            HTTPXRequest(
                connection_pool_size=_POOL,
                read_timeout=_READ,
                pool_timeout=_READ,
                httpx_kwargs=around,
            )
        )
        .get_updates_request(
            HTTPXRequest(
                connection_pool_size=2,
                read_timeout=_READ,
                pool_timeout=_READ,
                httpx_kwargs=around,
            )
        )
        .updater(None)
        .build()
    )


@cache
def _authorities(*, trust_env: bool) -> ssl.SSLContext:
    """Whose certificates are believed, as httpx has it; read once, for they take 25 ms each time.

    `trust_env`: SSL_CERT_FILE and SSL_CERT_DIR are heeded.
    """
    return httpx.create_ssl_context(trust_env=trust_env)
