"""Workbooks for tests: random complete answers, and what people and programs do to a file."""

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from openpyxl import Workbook, load_workbook

from pst.exchange.form_xlsx import Prefill, read_form, write_form
from pst.questionnaires.answers import is_asked
from pst.questionnaires.kinds import (
    Choice,
    Choices,
    Date,
    Email,
    Files,
    Number,
    Phone,
    Question,
    Questionnaire,
    Schedule,
    Table,
)
from pst.questionnaires.shelf import CURRENT, SHELF

MADE, SITE = "24 November 2026", "http://pst.test"
EVERYTHING = frozenset(question.code for question in CURRENT.questions)
AT_LEAST = "produk_tercetak"
"""One product at least is open to everybody."""

TITLE_CELL = ("Identitas Kegiatan", "D4")
"""Where the title of the activity is written."""

TRICKY = (
    '=HYPERLINK("http://contoh.test";"klik")',
    "+62 561 691105",
    "-5 derajat",
    "@dinas",
    "007",
    "1/2/2026",
    "TRUE",
    "#N/A",
    "'kutip",
    "_x0041_bukan A",
    "1.250",
    "12,5",
    "baris satu\nbaris dua",
    "a\tb",
    "Ukuran ≥ 5 m² — “baik”",
    "<b>&amp;</b>",
    "naïve Ωmega 統計",
    "kanan كتاب",
    "😀 gembira",
    "]]>",
    "spasi  ganda",
    "x" * 250,
)


def a_workbook(
    answers: Mapping[str, Any] | None = None, number: str = "REK-6104-2026-0001", writable=EVERYTHING, **more
) -> bytes:
    """A workbook as the site hands it out; blank without answers."""
    if answers is None:
        return _blank()
    return write_form(CURRENT, MADE, SITE, Prefill(number, "Judul", answers, writable, **more))


@cache
def _blank() -> bytes:
    """Always the same, so written once."""
    return write_form(CURRENT, MADE, SITE)


def comes_back(answers: Mapping[str, Any]) -> bool:
    """Whether a workbook with these answers is read as exactly these, without change or fault."""
    reading = read_form(a_workbook(answers), SHELF)
    return (filled(reading.answers), reading.changed, reading.faults) == (filled(answers), set(), [])


def filled(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that say something; a blank may be stored in two ways."""
    return {code: value for code, value in answers.items() if not CURRENT.question(code).is_blank(value)}


def edited(
    content: bytes, cells: Mapping[tuple[str, str], Any], change: Callable[[Workbook], Any] | None = None
) -> bytes:
    """The workbook after somebody typed into these cells, or did something else to it, and saved."""
    return _saved(content, tuple(cells.items()), change)


@lru_cache(maxsize=64)
def _saved(content: bytes, cells: tuple, change: Callable[[Workbook], Any] | None) -> bytes:
    """Tests fill in the same cells of the same workbook again and again."""
    book = load_workbook(io.BytesIO(content))
    for (sheet, cell), value in cells:
        book[sheet][cell] = value
    if change is not None:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(content: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """The archive with these parts put in, replaced, or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def random_answers(seed: int, form: Questionnaire = CURRENT) -> dict[str, Any]:
    """Complete answers of the right shape, all that is asked and nothing else, nasty texts among them."""
    dice = random.Random(seed)
    answers: dict[str, Any] = {}
    for question in form.questions:  # conditions look backwards only
        wanted = not isinstance(question, Files) and (question.required or dice.random() < 0.7)
        if wanted and is_asked(form, question, answers):
            answers[question.code] = "ya" if question.code == AT_LEAST else _answer(question, dice)
    return answers


def very_long_answers() -> dict[str, Any]:
    """Answers with three hundred variables."""
    answers = random_answers(1)
    return answers | {"variabel": answers["variabel"][:1] * 300}


def _answer(question: Question, dice: random.Random) -> Any:
    match question:
        case Choice():
            return dice.choice(question.options).code
        case Choices():
            some = dice.sample(question.options, dice.randint(1, len(question.options)))
            return [option.code for option in question.options if option in some]
        case Schedule():
            return _stages(question, dice)
        case Table():
            return [_row(question, dice) for _ in range(dice.choice((1, 3, 60, 75)))]
        case Date():
            return (date(2026, 1, 1) + timedelta(days=dice.randint(0, 900))).isoformat()
        case Number():
            return dice.randint(question.minimum, min(question.maximum, question.minimum + 80))
        case Email():
            return f"dinas{dice.randint(1, 999)}@contoh.test"
        case Phone():
            return dice.choice(("0561691105", "+62 561 691-105", "(0561) 691105"))
    return _text(question, dice)


def _text(question: Question, dice: random.Random) -> str:
    """A text the question would have stored: clean, long enough, not too long."""
    words = " ".join(dice.choices(("rapi", "=1+1", "data", "±", "survei", "2026"), k=question.min_length // 3 + 1))
    room = question.max_length - len(words) - 1
    tricky = dice.choice([text for text in TRICKY if len(text) <= room])
    return question.parse([f"{tricky} {words}" if len(tricky) < question.min_length else tricky])


def _row(table: Table, dice: random.Random) -> dict[str, Any]:
    return {column.code: _answer(column, dice) for column in table.columns}


def _stages(table: Schedule, dice: random.Random) -> list[dict[str, Any]]:
    rows = []
    for stage in [*table.stages.options, dice.choice(table.stages.options)]:
        first = date(2026, 1, 1) + timedelta(days=dice.randint(0, 900))
        last = first + timedelta(days=dice.randint(0, 60))
        rows.append({"tahap": stage.code, "awal": first.isoformat(), "akhir": last.isoformat()})
    return rows
