"""Who is at the door before anybody has signed in: a browser in the words of its owner, and whose device it is."""

from dataclasses import dataclass, field

BROWSERS = (
    ("Edg/", "Edge"), ("EdgA/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
    ("UCBrowser/", "UC Browser"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"), ("Safari/", "Safari"),
)  # fmt: skip
"""The first that is named wins: most call themselves by the names of the later ones, too."""

SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True)
class Asker:
    """Where a request comes from: the browser in words, the network address, and the sign of a known device.

    `accounts` are those that have signed in on it before; of an unknown device there are none.
    """

    device: str = ""
    address: str = ""
    known_as: str = ""
    accounts: frozenset[int] = field(default=frozenset())

    def is_known_to(self, account: int | None) -> bool:
        return bool(self.known_as) and account in self.accounts


def device_in_words(user_agent: str) -> str:
    """Chrome di Windows; "Perangkat tidak dikenal" for what names neither."""
    browser = _first(BROWSERS, user_agent)
    system = _first(SYSTEMS, user_agent)
    if not browser and not system:
        return "Perangkat tidak dikenal"
    return f"{browser or 'Peramban'} di {system or 'perangkat lain'}"


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for sign, name in names if sign in user_agent), "")
