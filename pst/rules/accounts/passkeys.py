"""Passkeys (WebAuthn): on which sites browsers offer them, and what says that one was copied."""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

CHALLENGE_LASTS = timedelta(minutes=5)
"""Between the page that asks and the answer that was signed."""
MOST = 10
"""Passkeys of one account."""
USUAL_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True)
class Place:
    """The site as browsers name it in what a passkey signs: `host` is the RP ID."""

    origin: str
    host: str


def place_of(site: str, tls: bool) -> Place | None:
    """Where passkeys work: over TLS and under a name, or on http://localhost for a trial; else None.

    W3C Web Authentication, 5.1.2: a secure context, and a domain rather than an address.
    """
    parts = urlsplit(site)
    host = parts.hostname or ""
    over_tls = parts.scheme == "https" and tls and not _is_address(host)
    if not over_tls and (parts.scheme, host) != ("http", "localhost"):
        return None
    port = "" if parts.port in (None, USUAL_PORTS[parts.scheme]) else f":{parts.port}"
    return Place(f"{parts.scheme}://{host}{port}", host)


def is_copy(counted: int, shown: int) -> bool:
    """A key that counts its signatures shows one it has shown before: another one has the same secret.

    Keys that keep their secret in several devices always show 0.
    """
    return shown <= counted and (shown, counted) != (0, 0)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
