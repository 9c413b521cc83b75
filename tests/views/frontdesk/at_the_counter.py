"""An officer's browser at a counter and on a visit's page, for the tests of the desk's rooms."""

from pst.models.audit import Event
from pst.models.frontdesk.visits import Visit
from tests.browsing import Browsing
from tests.factories import user

DESK = "/petugas/loket"


def sit_down(browse, counter: int = 1, *services: str, name: str = "petugas") -> Browsing:
    """Sign in and sit at this counter, calling these queues (none: all)."""
    browser = browse(user(name))
    form = browser.get(f"{DESK}?ganti=1").forms["seat"]
    form["counter"] = str(counter)
    for box in form.fields["services"]:
        box.checked = box._value in services
    form.submit(status=303)
    return browser


def press(browser: Browsing, label: str, page=None):
    """Press the button with these words on the counter's page; leads to the answer, a redirect."""
    page = page or browser.get(DESK)
    [form] = [it for it in set(page.forms.values()) if _words(it) == label]
    return form.submit(status=303)


def _words(form) -> str:
    button = form.html.select_one("button")
    return button.text.strip() if button and form.method == "post" else ""


def at(visit: Visit, more: str = "") -> str:
    """The address of the visit's page, or of what is done there."""
    return f"/petugas/tamu/{visit.number}{more}"


def done(visit: Visit) -> list[str]:
    """What happened after the guest book and the number."""
    return [event.verb for event in Event.of("visit", visit.number)][2:]


def history(page) -> list[str]:
    """What happened, as the visit's page tells it."""
    return [item.contents[0].strip() for item in page.html.select(".pst-history li")]


def field_with_error(page) -> str:
    """Where the error summary leads."""
    return page.html.select_one("#error-summary a")["href"]
