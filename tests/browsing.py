"""A browser for tests: keeps cookies, fills forms as they are printed, and inspects every page it is given.

Built on WebTest: `page.forms["id"]`, `form["field"] = …`, `form.submit()`, `page.click(…)`.
"""

import re
from collections import Counter
from functools import cached_property

from webtest import TestApp, TestRequest, TestResponse

from pst.models.accounts.users import User
from tests import factories


class Page(TestResponse):
    """A page that is read once, and whose forms leave out disabled fields, as browsers do."""

    @cached_property
    def html(self):
        return super().html

    @property
    def forms(self):
        fresh = self._forms_indexed is None
        forms = super().forms
        if fresh:
            for form in set(forms.values()):
                _leave_out(form, {tag["name"] for tag in form.html.select(DISABLED) if tag.get("name")})
        return forms


class Request(TestRequest):
    """A request answered by a `Page`."""

    ResponseClass = Page


DISABLED = "[disabled], fieldset[disabled] [name]"


def _leave_out(form, names: set[str]) -> None:
    form.field_order = [(name, field) for name, field in form.field_order if name not in names]
    for name in names:
        form.fields.pop(name, None)


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
