"""Law 2, at the doors: whoever the mark does not name is turned away, and whoever it names gets in."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from flask import Flask
from werkzeug.routing import IntegerConverter, Rule

from pst.models.files import Attachment
from pst.models.office.agencies import Agency
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.web.access import PUBLIC
from tests import factories
from tests.browsing import Browsing

PEOPLE = {Role.APPLICANT: "pemohon", Role.OFFICER: "petugas", Role.HEAD: "kepala", Role.ADMIN: "admin"}


OTHERS = "Dinas Sosial Kabupaten Mempawah"


class Door(NamedTuple):
    """One method of one address. Numbers and codes in the address are filled with ones nobody has."""

    method: str
    url: str
    opens_for: frozenset[Role] | str
    is_numbered: bool


@pytest.fixture
def app(app: Flask) -> Flask:
    """Without the forms' secret, which would turn everybody away before the guard does."""
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.mark.parametrize("role", PEOPLE)
def test_a_person_the_mark_does_not_name_meets_a_place_that_does_not_exist(
    app: Flask, browse: Callable[..., Browsing], role: Role
):
    shut = [door for door in _doors(app) if door.opens_for != PUBLIC and role not in door.opens_for]

    answers = _try_all(browse(factories.user(PEOPLE[role])), shut)

    assert len(answers) > 5
    assert {door: status for door, status in answers.items() if status != 404} == {}


@pytest.mark.parametrize("status", [Status.NEEDS_REVISION, Status.COMPLETED])
def test_what_is_another_agencys_is_not_there_under_its_true_number(
    app: Flask, browse: Callable[..., Browsing], status: Status
):
    kept = factories.a_submission(status)
    true = {"number": kept.number, "file_id": Attachment.get().id, "block_number": 1, "key": 1, "part": "variabel"}
    other = factories.a_user("lain@contoh.test", "Lain", Role.APPLICANT, agency=Agency.named(OTHERS))
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/permohonan/<number>")]
    build = app.url_map.bind("pst.test").build
    doors = [
        Door(method, build(rule.endpoint, {name: true[name] for name in rule.arguments}), PUBLIC, True)
        for rule in rules
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]

    answers = _try_all(browse(other), doors)

    assert len(answers) > 20
    assert {door: code for door, code in answers.items() if code != 404} == {}
    assert browse(factories.an_applicant()).get(f"/permohonan/{kept.number}").status_int == 200


def test_somebody_who_has_not_signed_in_is_led_to_the_door(app: Flask, anyone: Browsing):
    shut = [door for door in _doors(app) if door.opens_for != PUBLIC]

    answers = _try_all(anyone, shut)

    assert len(answers) > 20
    assert {door: status for door, status in answers.items() if status not in (303, 401)} == {}


@pytest.mark.parametrize("role", PEOPLE)
def test_a_person_the_mark_names_gets_in(app: Flask, browse: Callable[..., Browsing], role: Role):
    pages = [door for door in _doors(app) if door.method == "GET" and not door.is_numbered]
    open_ones = [door for door in pages if door.opens_for == PUBLIC or role in door.opens_for]

    answers = _try_all(browse(factories.user(PEOPLE[role])), open_ones)

    assert len(answers) > 5
    assert {door: status for door, status in answers.items() if status >= 400} == {}


def _doors(app: Flask) -> Iterator[Door]:
    """Every door, marked as its view is; an unmarked one opens for nobody."""
    for rule in app.url_map.iter_rules():
        mark = getattr(app.view_functions[rule.endpoint], "access", frozenset())
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield Door(method, _filled(app, rule), mark, bool(rule.arguments - set(rule.defaults or {})))


def _filled(app: Flask, rule: Rule) -> str:
    kinds = rule._converters.items()
    values = {name: 999_999 if isinstance(kind, IntegerConverter) else "CONTOH" for name, kind in kinds}
    return app.url_map.bind("pst.test").build(rule.endpoint, {**values, **(rule.defaults or {})})


def _try_all(person: Browsing, doors: list[Door]) -> dict[str, int]:
    """`GET /address` → status of the answer."""
    return {
        f"{door.method} {door.url}": getattr(person, door.method.lower())(door.url, expect_errors=True).status_int
        for door in doors
    }
