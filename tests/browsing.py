"""A browser for tests: keeps cookies, fills forms as they are printed, and inspects every page it is given.

Built on WebTest: `page.forms["id"]`, `form["field"] = …`, `form.submit()`, `page.click(…)`.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from flask import make_response, session
from flask_login import login_user
from webtest import TestApp, TestRequest, TestResponse, forms

from pst import clock
from pst.actions.accounts import security_log
from pst.actions.accounts.sign_in import enter
from pst.models.accounts.users import User
from pst.web.devices import asker, remember
from tests import factories

FORM = re.compile(r'<form\b(?:[^>]*?\sid="([^"]*)")?.*?</form>', re.DOTALL)
DISABLED = "[disabled], fieldset[disabled] [name]"


class Page(TestResponse):
    """A page that is read once, and only as much of it as a test asks for."""

    @cached_property
    def html(self):
        return super().html

    @cached_property
    def forms(self):
        return Forms(self)


class Forms(Mapping):
    """The forms of a page by their places and ids; each is read when it is asked for."""

    def __init__(self, page: Page):
        found = list(FORM.finditer(page.text))
        self.page, self.texts, self.read = page, [each[0] for each in found], {}
        self.places = {place: place for place in range(len(found))}
        self.places |= {each[1]: place for place, each in enumerate(found) if each[1]}

    def __getitem__(self, key: int | str) -> "Form":
        place = self.places[key]
        if place not in self.read:
            self.read[place] = Form(self.page, self.texts[place])
        return self.read[place]

    def __iter__(self):
        return iter(self.places)

    def __len__(self):
        return len(self.places)


class Form(forms.Form):
    """Reads the whole page for its fields only where something outside names it; leaves out disabled ones, as
    browsers do."""

    def _parse_fields(self) -> None:
        page = self.response
        if f' form="{self.id}"' not in page.text:
            self.response = self  # whose `html` is its own part of the page
        super()._parse_fields()
        self.response = page
        disabled = {tag["name"] for tag in self.html.select(DISABLED) if tag.get("name")}
        self.field_order = [(name, field) for name, field in self.field_order if name not in disabled]
        for name in disabled:
            self.fields.pop(name, None)


class Request(TestRequest):
    """A request answered by a `Page`."""

    ResponseClass = Page


class Browsing(TestApp):
    """One person's browser. Every HTML answer must be a sound page or fragment, and never a 5xx;
    whoever must wait is told how long."""

    RequestClass = Request

    def __init__(self, app):
        super().__init__(app, extra_environ={"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "pst.test"})

    def sign_in(self, user: User) -> "Browsing":
        """Sign in at the real door; its page is not taken apart each time for the token it holds."""
        page = self.get("/masuk")
        [token] = set(re.findall(r'name="csrf_token" value="([^"]+)"', page.text))
        typed = {"csrf_token": token, "email": user.email, "password": factories.PASSWORD}
        self.post("/masuk", typed, headers={"Referer": page.request.url}, status=303)
        return self

    def let_in(self, user: User) -> "Browsing":
        """Inside, as whoever came through the door, without knocking: nine of ten tests begin behind it."""
        with self.app.test_request_context("/masuk", "http://pst.test", environ_base=self.extra_environ):
            security_log.here.set(asker())
            enter(user, asker(), "", clock.now())
            login_user(user)
            answer = remember(make_response(""), user.id)
            self.app.session_interface.save_session(self.app, session, answer)
        for cookie in answer.headers.getlist("Set-Cookie"):
            self.set_cookie(*cookie.partition(";")[0].split("=", 1))
        return self

    def do_request(self, req, status=None, expect_errors=None):
        answer = super().do_request(req, status="*", expect_errors=True)
        assert answer.status_int < 500 or answer.status_int == status, (
            f"{req.method} {req.path_qs} answered {answer.status}\n{answer.text[:2000]}"
        )
        if status is not None:
            self._check_status(status, answer)
        elif not expect_errors:
            assert answer.status_int < 400, f"{req.method} {req.path_qs} answered {answer.status}"
        assert answer.status_int != 429 or int(answer.headers["Retry-After"]) > 0, f"{req.path_qs}: wait how long?"
        is_page = answer.content_type == "text/html" and not 300 <= answer.status_int < 400
        if is_page and answer.text.lstrip().lower().startswith("<!doctype"):
            inspect(answer.text, req.path_qs)
        return answer


def flash(page: Page) -> str:
    """What the page says of what was just done."""
    return page.html.select_one(".pst-flash").get_text(" ", strip=True)


def inspect(page: str, where: str) -> None:
    """One title, one h1, one main; every id once; labels point at fields; nothing inline, nothing from elsewhere."""
    assert len(re.findall(r"<title>[^<]+</title>", page)) == 1, f"{where}: title"
    assert len(re.findall(r"<h1[ >]", page)) == 1, f"{where}: h1"
    assert len(re.findall(r"<main[ >]", page)) == 1, f"{where}: main"
    ids = Counter(re.findall(r'\sid="([^"]*)"', page))
    assert not [name for name, count in ids.items() if count > 1], f"{where}: id twice {ids.most_common(3)}"
    dangling = set(re.findall(r'<label[^>]*\sfor="([^"]*)"', page)) - set(ids)
    assert not dangling, f"{where}: labels without field {dangling}"
    inline = r'\sstyle=|<script(?![^>]*\ssrc=| type="application/ld\+json">)|\son[a-z]+='
    assert not re.search(inline, page), f"{where}: inline style or script"
    assert not re.search(r'(?:src|action)="(?:https?:)?//', page), f"{where}: asks another host"
    assert "None</" not in page and "{{" not in page, f"{where}: leaked value"
    assert not re.search(r'="(?:True|False|None)"', page), f"{where}: an attribute with a value of Python's"
