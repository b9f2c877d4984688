"""Only this machine, and no page of another site: what a browser says of itself decides."""

from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest

HOSTS = {"127.0.0.1", "localhost"}
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def refused(request: HTTPServerRequest) -> str | None:
    """Why a request is turned away, or None.

    The Host must be loopback (a rebound name is not), and a browser must say that the request
    comes from this very origin; a program that is no browser says nothing and is let in.
    """
    host = request.headers.get("Host", "")
    if urlsplit(f"//{host}").hostname not in HOSTS:
        return "The playground answers to 127.0.0.1 and localhost only."
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site", "none")
    if origin not in (None, f"http://{host}") or site not in ("none", "same-origin"):
        return "The playground does not listen to other sites."
    return None


def plain_form(request: HTTPServerRequest) -> bool:
    """Whether a browser could have sent this body from a form of any site, without asking."""
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return request.method not in ("GET", "HEAD", "DELETE") and kind != "application/json"
