"""A real Chromium for page tests; without one a test is skipped, in CI it fails."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.guard import GUARD

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PATIENCE = GUARD * 1000  # milliseconds
expect.set_options(timeout=_PATIENCE)


def need_browser() -> None:
    """Skip, loudly, where there is no Chromium; in CI fail."""
    if CHROMIUM.exists():
        return
    words = f"NO BROWSER: {CHROMIUM} is missing (apt-get install chromium); page not tested"
    if os.environ.get("CI") == "true":
        pytest.fail(words)
    pytest.skip(words)


@asynccontextmanager
async def opened(url: str, **context: Any) -> AsyncIterator[Page]:
    """The chat page, loaded and ready; whatever it complains of fails the test."""
    need_browser()
    complaints: list[str] = []
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = await browser.new_page(**context)
        page.set_default_timeout(_PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        await page.goto(url)
        await page.wait_for_selector("html[data-ready]")
        yield page
        await browser.close()
    assert complaints == []
