"""MS-Keg as SIRUSA and INDAH write it: the labels of the printed form, with values as people write them."""

import re
from collections.abc import Mapping
from typing import Any

from pst.exchange.romantik.fields import Count, OneOf, Reading, Truth, Words, blank, option_named, words
from pst.exchange.romantik.rows import Moment, Stages
from pst.questionnaires.choices import Option
from pst.questionnaires.kinds import Choice, Choices, Date, Number, Question, Schedule, Table, Year, YesNo
from pst.questionnaires.rekomendasi_2026.options import STAGES
from pst.questionnaires.shelf import CURRENT
from pst.rules import stems

TITLE = "Judul Kegiatan"
ALSO = {"variabel yang dikumpulkan": "variabel", "variabel": "variabel"}
"""Labels that differ from those of our form."""
STAGES_ALSO = {"perencanaan": "perencanaan_kegiatan", "penyajian": "penyajian", "diseminasi": "penyajian"}
NOTHING = ("", "-", "–")

LeftOver = list[tuple[str, str]]


def read_mskeg(record: Mapping[str, Any]) -> tuple[dict[str, Any], LeftOver]:
    """Our answers, and what no question of ours takes, as (label, what stands there)."""
    answers: dict[str, Any] = {}
    left: LeftOver = []
    for label, value in _labelled(record):
        question = question_of(label)
        found, odd = _read(question, value) if question else ({}, [""])
        answers |= found
        left += [(" ".join(filter(None, (label, place))), words(value) or str(value)) for place in odd]
    return answers, left


def _labelled(value: Mapping[str, Any], before: str = "") -> list[tuple[str, Any]]:
    """Every label with its value; labels inside others follow those, where no question takes them together."""
    found = []
    for key, inside in value.items():
        label = f"{before} {key}".strip()
        if isinstance(inside, dict) and question_of(label) is None:
            found += _labelled(inside, label)
        elif not blank(inside) and not (isinstance(inside, str) and inside.strip() in NOTHING):
            found.append((label, inside))
    return found


def question_of(label: str) -> Question | None:
    """The question of ours that bears this label, whatever its number and what stands in brackets."""
    plain = _plain(label)
    for question in CURRENT.questions:
        if plain in (_plain(question.label), _plain(question.code)) or ALSO.get(plain) == question.code:
            return question
    return None


def stage_of(name: str) -> str:
    """The stage of the schedule that is called so; "" for none."""
    spelt = _plain(name).replace(" ", "_")
    return spelt if spelt in STAGES_ALSO or spelt in {stage.code for stage in STAGES} else ""


def variable_column(head: str) -> str:
    """The head of a column of variables as our form writes it; "" for none."""
    table = CURRENT.question("variabel")
    assert isinstance(table, Table)
    return next((column.label for column in table.columns if _plain(column.label) == _plain(head)), "")


def _plain(label: str) -> str:
    """A label without its number, its explanation in brackets, and its signs."""
    return " ".join(stems.words(re.sub(r"\(.*?\)|^\s*\d[\d.a-z]*\s", "", label).replace("_", " ")))


def _read(question: Question, value: Any) -> Reading:
    code = question.code
    if isinstance(question, YesNo):
        return Truth((), code).read(value)
    if isinstance(question, Choice):
        return OneOf((), code, question.options, coded=code != "tipe_pengumpulan_data").read(value)
    if isinstance(question, Choices):
        return _chosen(code, question.options, value)
    if isinstance(question, Schedule):
        return _stages(value)
    if isinstance(question, Table):
        return _rows(question, value)
    if isinstance(question, Year):
        text = (words(value) or "").strip()
        return ({code: int(text)}, []) if re.fullmatch(r"[0-9]{4}", text) else ({}, [""])
    kinds: dict[type, type] = {Number: Count, Date: Moment}
    kind = next((reader for each, reader in kinds.items() if isinstance(question, each)), Words)
    read: Reading = kind((), code).read(value)
    return read


def _chosen(code: str, options: tuple[Option, ...], value: Any) -> Reading:
    """Several of a list, parted by commas; behind "Lainnya :" stands its text."""
    parts = value if isinstance(value, list) else re.split(r"[,;]", words(value) or "")
    chosen, other, odd = [], "", []
    for part in map(str, parts):
        name, _, text = part.partition(":")
        found = option_named(options, name, coded=False)
        chosen += [found] if found else []
        odd += [] if found else [part.strip()]
        other = text.strip() if found == "lainnya" else other
    answers = {code: chosen, f"{code}_lainnya": other}
    return {name: answer for name, answer in answers.items() if answer}, odd


def _stages(value: Any) -> Reading:
    if not isinstance(value, dict):
        return {}, [""]
    spelt = {_plain(key).replace(" ", "_"): dates for key, dates in value.items()}
    return Stages(()).read({STAGES_ALSO.get(stage, stage): dates for stage, dates in spelt.items()})


def _rows(table: Table, value: Any) -> Reading:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return {}, [""]
    names = {_plain(name): column.code for column in table.columns for name in (column.label, column.code)}
    rows, odd = [], []
    for place, row in enumerate(value, 1):
        said = {names.get(_plain(key), key): words(cell) or "" for key, cell in row.items()}
        rows.append({column.code: said.get(column.code, "") for column in table.columns})
        odd += [f"{place}: {key}: {cell}" for key, cell in said.items() if key not in rows[-1] and cell]
    return {table.code: rows}, odd
