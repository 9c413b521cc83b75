"""Law 15: the guide says what the product says: its words, its addresses, its rooms, its questions.

A button that gets another name, or an address that moves, is found here and not by whoever follows the guide.
"""

import json
import re
from functools import cache
from io import BytesIO

from flask import Flask
from PIL import Image

from pst.questionnaires import shelf
from pst.rules.office.guide import GUIDE
from pst.rules.office.guide.page import PLACES, Page
from pst.web.access import PUBLIC
from tests.laws.tree import PICTURES, PST, TEMPLATES, modules, shape_of

QUOTED = re.compile("“([^”]+)”")


def test_every_word_that_a_page_quotes_is_said_by_the_product():
    said = _said()

    assert {page.name: odd for page in GUIDE if (odd := [word for word in _quoted(page) if word not in said])} == {}
    assert [name for name in PLACES.values() if name not in said] == []


def test_every_place_is_an_address_that_the_reader_may_open(app: Flask):
    steps = [(page, step) for page in GUIDE for step in page.steps if step.where]

    assert len(steps) > 30
    assert [(page.name, step.where) for page, step in steps if not _may_open(app, page, step.where)] == []
    assert set(PLACES) == {step.where for _, step in steps}


def test_every_room_that_leads_to_the_guide_exists_and_leads_to_one_page(app: Flask):
    rooms = [room for page in GUIDE for room in page.rooms]
    known = app.blueprints.keys() | app.view_functions.keys()

    assert [room for room in rooms if room.partition("?")[0] not in known] == []
    assert sorted(rooms) == sorted(set(rooms))


def test_an_example_answers_questions_of_the_form():
    asked = {question.label for question in shelf.CURRENT.questions}
    shown = [label for page in GUIDE for label, _ in page.example]

    assert len(shown) > 2
    assert [label for label in shown if label not in asked] == []


def test_pictures_show_pages_as_they_are_now():
    """Failing says: run `make guide`."""
    pictures = {page.name: page.picture for page in GUIDE if page.picture}
    shapes = json.loads((PICTURES / "shapes.json").read_text(encoding="utf-8"))

    assert shapes == {task: shape_of(picture.template) for task, picture in pictures.items()}, "run make guide"
    assert {file.name for file in PICTURES.glob("*.webp")} == {f"{task}.webp" for task in pictures}


def test_pictures_are_light_and_of_one_size():
    files = sorted(PICTURES.glob("*.webp"))

    assert [file.name for file in files if file.stat().st_size > 60_000] == []
    assert {Image.open(BytesIO(file.read_bytes())).size for file in files} == {(960, 600)}


def _quoted(page: Page) -> list[str]:
    return QUOTED.findall(" ".join([page.about, *page.ready, *(step.text for step in page.steps)]))


@cache
def _said() -> str:
    """All that templates and code say, but for the guide itself."""
    python = [path for path in modules() if PST / "rules/office/guide" not in path.parents]
    return "\n".join(path.read_text(encoding="utf-8") for path in (*TEMPLATES.rglob("*.html"), *python))


def _may_open(app: Flask, page: Page, address: str) -> bool:
    endpoint, _ = app.url_map.bind("").match(address, method="GET")
    access = app.view_functions[endpoint].access
    return access == PUBLIC or not page.reader.roles or bool(access & page.reader.roles)
