"""The copy sheet: answers in the order the portal asks them, for an officer who types them over."""

from collections.abc import Mapping
from typing import Any

from pst.exchange.romantik.form import PAGES
from pst.exchange.romantik.rows import THEIR_STAGES, Stages
from pst.questionnaires.answers import asked
from pst.questionnaires.kinds import Block, Files, Question, Questionnaire, Schedule, Table
from pst.questionnaires.shelf import CURRENT

Line = tuple[str, str, str]

CLOSING_PAGE = "10"
CLOSING_CODES = frozenset({"catatan_pemohon"})
# fmt: off
NOT_TYPED = frozenset({
    "kode_kegiatan", "surat_permohonan", "pernyataan", "pengesahan_tempat", "pengesahan_tanggal",
    "pengesahan_jabatan", "pengesahan_nama", "pengesahan_nip",
})
# fmt: on
"""Ours alone: the portal has no box for them."""
FILES_VALUE = "unggah berkas dari halaman permohonan"


def copy_sheet(answers: Mapping[str, Any], questionnaire: Questionnaire = CURRENT) -> list[Line]:
    """(page of the portal, label, value) for every answer the portal takes, page after page.

    A table gives one line per cell, so that each can be copied by itself. What was not asked, or is held by
    MS-Keg alone, is left out; a blank value is "".
    """
    blocks = {str(block.number): block for block in questionnaire.blocks}
    lines = []
    for page in PAGES:
        block = blocks.get("9" if page == CLOSING_PAGE else page)
        if block is not None:
            questions = [each for each in asked(questionnaire, answers, block) if _belongs(each, page)]
            lines += [line for each in questions for line in _lines(_page_name(page, block), each, answers)]
    return lines


def _belongs(question: Question, page: str) -> bool:
    if question.code in NOT_TYPED or question.metadata_only:
        return False
    return (question.code in CLOSING_CODES) == (page == CLOSING_PAGE)


def _page_name(page: str, block: Block) -> str:
    return f"Halaman {page}. Penutup" if page == CLOSING_PAGE else f"Halaman {page}. {block.title}"


def _lines(page: str, question: Question, answers: Mapping[str, Any]) -> list[Line]:
    value = answers.get(question.code)
    if isinstance(question, Files):
        return [(page, question.title, FILES_VALUE)]
    if isinstance(question, Schedule):
        return [(page, f"{question.title}: {stage}", dates) for stage, dates in _stages(question, value)]
    if isinstance(question, Table):
        return [(page, f"{question.title}, {label}", cell) for label, cell in _cells(question, value)]
    return [(page, question.title, question.show(value))]


def _stages(question: Schedule, value: Any) -> list[tuple[str, str]]:
    """Their five stages, each with the dates that are written to the portal."""
    dates = Stages(()).write({Stages.code: question.rows(value)})
    by_stage = [(stage.label, dates.get(THEIR_STAGES.get(stage.code, ""))) for stage in question.stages.options]
    return [(label, _range(question, row)) for label, row in by_stage if row]


def _range(question: Schedule, row: Mapping[str, str]) -> str:
    shown = [question.column(code).show(row[code]) for code in ("awal", "akhir")]
    return " s.d. ".join(day for day in shown if day)


def _cells(question: Table, value: Any) -> list[tuple[str, str]]:
    columns = [column for column in question.columns if not column.metadata_only]
    return [
        (f"{question.row_name} {number}: {column.label}", column.show(row.get(column.code)))
        for number, row in question.filled_rows(value)
        for column in columns
    ]
