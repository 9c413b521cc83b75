"""People at their screens. Every page they come to is looked at by axe."""

import re
from html import unescape

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.instruments import new_violations

PASSWORD = "sandi-contoh-2026"


def sign_in(page: Page, mailbox: str, password: str = PASSWORD) -> None:
    """At the real door, whose page others look at."""
    _send(page, "/masuk", "/masuk", email=mailbox, password=password)


def end_session(page: Page, mailbox: str) -> None:
    """What idle time does to a desk that was left: its session ends on the server, its cookie stays."""
    cookies = page.context.cookies()
    page.context.clear_cookies()
    sign_in(page, mailbox)
    _send(page, "/akun", "/akun/perangkat/keluarkan-lain")
    page.context.clear_cookies()
    page.context.add_cookies(cookies)


def first_in(page: Page, register: str) -> str:
    """Where the first line of a register leads; the register is read, and not drawn."""
    drawn = page.request.get(register).text()
    return unescape(re.search(r'<tbody.*?<a [^>]*href="([^"?]+)', drawn, re.DOTALL).group(1))


def _send(page: Page, form: str, action: str, **typed: str) -> None:
    """Send a form with the browser's cookies; its page is not drawn, only asked for its token."""
    asked = page.request.get(form)
    token = re.search(r'name="csrf_token" value="([^"]+)"', asked.text()).group(1)
    answer = page.request.post(
        action, form={"csrf_token": token, **typed}, headers={"Referer": asked.url}, max_redirects=0
    )
    assert answer.status in (200, 303), f"{action} answered {answer.status}"


class Walker:
    """Somebody with a window at the demo office."""

    def __init__(self, page: Page, mailbox: str = "", looks: bool = True):
        """`looks=False` where the browser runs no script, which axe is."""
        self.page, self.looks = page, looks
        if mailbox:
            sign_in(page, mailbox)

    def open(self, path: str) -> None:
        self.page.goto(path)
        self.look()

    def press(self, name: str) -> None:
        """A button that leads to another page, or a link that looks like one."""
        place = self.page.locator("main")
        button = place.get_by_role("button", name=name, exact=True)
        self._leave_by(button.or_(place.locator(f'a.govuk-button:text-is("{name}")')).first)

    def follow(self, name: str) -> None:
        """A link to another page."""
        self._leave_by(self.page.locator("main").get_by_role("link", name=name).first)

    def press_twice(self, key: Locator, leads_to: str) -> None:
        """An impatient double click. What it sends waits until both clicks are done, however quick the office is."""
        held: list[Route] = []
        self.page.route("**", lambda sent: held.append(sent) if sent.request.method == "POST" else sent.continue_())
        with self.page.expect_request(lambda sent: sent.method == "POST"):
            key.dblclick()
        while not held:
            self.page.wait_for_timeout(10)
        with self.page.expect_navigation(url=leads_to):
            for sent in held:
                sent.continue_()
        self.page.unroute("**")
        assert len(held) == 1
        self.look()

    def begin_as_copy_of(self, title: str) -> str:
        """A draft with the answers of an own submission, to save typing; returns its number."""
        self.open("/permohonan/baru")
        earlier = self.page.locator("#salin")
        earlier.select_option(earlier.locator("option", has_text=title).last.get_attribute("value"))
        self.press("Mulai mengisi")
        return self.number

    def give_password(self, mailbox: str) -> None:
        """At the door that is before the eyes."""
        self.fill("Alamat surel", mailbox)
        self.fill("Kata sandi", PASSWORD)
        self.press("Masuk")

    def fill(self, label: str, text: str) -> None:
        self.page.locator("main").get_by_label(label, exact=True).fill(text)

    def choose(self, group: str, option: str) -> None:
        """One radio button of a group."""
        self.page.get_by_role("group", name=group).get_by_label(option, exact=True).check()

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def look(self) -> None:
        """Nothing on this page, as it is now, keeps anybody out."""
        found = new_violations(self.page) if self.looks else []
        assert not found, "\n".join([self.page.url, *found])

    @property
    def number(self) -> str:
        """What the page says it has stored."""
        return self.page.locator("main").get_attribute("data-number") or ""

    def _leave_by(self, key: Locator) -> None:
        with self.page.expect_navigation():
            key.click()
        self.look()
