"""The control API by HTTP, and waiting for its events."""

import asyncio
import ssl
from typing import Any, Self

import httpx

from tests.guard import GUARD

# Plain HTTP on loopback: to read the world's certificates would cost each client 25 ms.
NO_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Calls:
    """Requests to the control API of a running playground; use as `async with`."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        limits = httpx.Limits(max_connections=None)
        self._http = httpx.AsyncClient(
            base_url=f"{base_url}/_play", limits=limits, timeout=GUARD, verify=NO_AUTHORITIES
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def get(self, path: str, **query: Any) -> Any:
        """A control request without a body; a 4xx raises with the server's words."""
        return _body(await self._http.get(path, params=query))

    async def post(self, path: str, **body: Any) -> Any:
        """A control request with a JSON body; a 4xx raises with the server's words."""
        return _body(await self._http.post(path, json=body))

    async def delete(self, path: str) -> Any:
        """A control request that removes something."""
        return _body(await self._http.delete(path))

    async def changed(self, chat: int, after: int, seconds: float) -> int:
        """Wait until something happens in a chat after an event number; the newest number."""
        async with asyncio.timeout(seconds):
            while True:
                found = await self.get("events", after=after, wait=20)
                after = found["seq"]
                if found["lost"] or any(event.get("chat") == chat for event in found["events"]):
                    return after


def _body(response: httpx.Response) -> Any:
    if response.status_code >= 400:
        raise AssertionError(f"{response.request.url}: {response.text}")
    return response.json()
