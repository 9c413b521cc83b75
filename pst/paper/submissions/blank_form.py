"""The form on paper, blank, with the explanation of every question: for a pen where there is no computer."""

from collections.abc import Sequence
from datetime import date, datetime, time

from pst.paper.glyphs import printable
from pst.paper.letterhead import draw_letterhead
from pst.paper.office_facts import OfficeFacts
from pst.paper.sheet import GREY, INK, LEFT, WIDTH, Ink, Sheet, line_height
from pst.questionnaires.explained import Explained, explain_block, in_words
from pst.questionnaires.kinds import (
    Agreement,
    Block,
    Choice,
    Choices,
    Date,
    Files,
    LongText,
    Number,
    Questionnaire,
    Schedule,
    Table,
    Year,
)
from pst.rules import wording

TITLE = "Formulir permohonan rekomendasi kegiatan statistik"
HOW_TO = (
    "Isi dengan huruf cetak. Beri tanda silang pada kotak pilihan. Pertanyaan yang bertanda “Diisi hanya "
    "bila …” dilewati bila syaratnya tidak terpenuhi. Bila tempatnya tidak cukup, lanjutkan pada lembar lain "
    "dan tulis nomor pertanyaannya.",
    "Serahkan kepada petugas Pelayanan Statistik Terpadu bersama berkas pendukung. Petugas memasukkannya ke "
    "sistem bersama Anda. Layanan ini gratis.",
)
SIGNATURE = "Tanda tangan dan cap instansi"
INDENT = 11.0
SMALL, OPTION, NORMAL = 8.5, 9.0, 10.0
BLOCK_HEAD = 24.0
"""What the title of a block and its introduction take, in mm."""
LINE = 8.5
"""Room for a line of handwriting, in mm."""
BOX = 3.6
DIGIT = 6.0
OPTION_HEIGHT = 5.6
"""Sides of a box to cross and of a box for one digit, and the height of an option, in mm."""
ROWS = {"variabel": 14, "wilayah": 6}
"""Rows of a table on paper; others get as many as they begin with and these more."""
MORE_ROWS = 3


def blank_form_pdf(form: Questionnaire, office: OfficeFacts, day: date) -> bytes:
    """Every question in order with room for the answer, PDF/A-3U, byte-identical for equal arguments."""
    sheet = Sheet(TITLE, datetime.combine(day, time()), (f"Versi {form.name}", wording.long_date(day)))
    draw_letterhead(sheet, office)
    sheet.paragraph(TITLE, 14, "B")
    for sentence in HOW_TO:
        sheet.paragraph(sentence, SMALL + 0.5)
    for block in form.blocks:
        _draw_block(sheet, form, block)
    _draw_signature(sheet)
    return sheet.bytes()


def _draw_block(sheet: Sheet, form: Questionnaire, block: Block) -> None:
    first, *others = explain_block(form, block)
    sheet.skip(2)
    sheet.need(BLOCK_HEAD + _opening_height(sheet, first))
    sheet.heading(block.title, 12.5)
    when = in_words(form, block.ask_if)
    intro = f"{block.intro} Diisi hanya {when}." if when else block.intro
    sheet.paragraph(intro, SMALL + 0.5, ink=GREY)
    for explained in (first, *others):
        _draw_question(sheet, explained)


def _draw_question(sheet: Sheet, explained: Explained) -> None:
    """Number and label, the explanation, then the place for the answer; they begin on the same page."""
    question = explained.question
    sheet.need(_opening_height(sheet, explained))
    sheet.skip(1)
    sheet.put(LEFT, sheet.y, printable(question.number), NORMAL, "B")
    _indented(sheet, question.label, NORMAL, "B", after=0.4)
    _indented(sheet, explanation(explained), SMALL, ink=GREY, after=1.2)
    if not question.staff_only:
        _draw_place(sheet, explained)
    sheet.skip(1.5)


def explanation(explained: Explained) -> str:
    """Duty, condition and help in one paragraph."""
    duty = "Tidak wajib. " if explained.duty == "Tidak wajib" else ""
    when = f"Diisi hanya {explained.when}. " if explained.when else ""
    return f"{when}{duty}{explained.question.help}"


def _opening_height(sheet: Sheet, explained: Explained) -> float:
    """What must stand together: label, explanation and the first of the answer."""
    width = WIDTH - INDENT
    label = len(sheet.wrapped(explained.question.label, width, NORMAL, "B")) * line_height(NORMAL)
    words = len(sheet.wrapped(explanation(explained), width, SMALL)) * line_height(SMALL)
    return label + words + 2 * LINE + 4


def _draw_place(sheet: Sheet, explained: Explained) -> None:
    """The place for the answer, as its kind needs it."""
    match explained.question:
        case Agreement():
            _boxes(sheet, ["Setuju"])
        case Choice() | Choices():
            _boxes(sheet, [f"{option.printed_code}  {option.label}" for option in explained.options])
        case Schedule() as table:
            stages = [table.stages.show(row.get(table.heading)) for row in table.initial_rows]
            _grid(sheet, table, [*stages, *[""] * MORE_ROWS])
        case Table() as table:
            _grid(sheet, table, [""] * ROWS.get(table.code, len(table.initial_rows) + MORE_ROWS))
        case Date():
            _digits(sheet, (2, 2, 4), "tanggal, bulan, tahun")
        case Year():
            _digits(sheet, (4,), "")
        case Number(unit=unit):
            _digits(sheet, (6,), unit)
        case Files():
            _boxes(sheet, ["Terlampir, sebanyak ............ berkas"])
        case LongText(max_length=most):
            _lines(sheet, 8 if most > 1_000 else 2)
        case _:
            _lines(sheet, 1)


def _lines(sheet: Sheet, count: int) -> None:
    for _ in range(count):
        sheet.need(LINE)
        sheet.y += LINE
        sheet.rule(sheet.y - 1, 0.2, LEFT + INDENT, WIDTH - INDENT)


def _boxes(sheet: Sheet, labels: Sequence[str]) -> None:
    """A box before each label; in two columns, read downwards, where all labels are short."""
    columns = 2 if len(labels) > 1 and _all_fit(sheet, labels, (WIDTH - INDENT) / 2 - BOX - 4) else 1
    width, per_column = (WIDTH - INDENT) / columns, -(-len(labels) // columns)
    for row in range(per_column):
        sheet.need(OPTION_HEIGHT)
        for column, label in enumerate(labels[row::per_column]):
            _box(sheet, LEFT + INDENT + column * width, label)
        sheet.y += OPTION_HEIGHT


def _all_fit(sheet: Sheet, labels: Sequence[str], width: float) -> bool:
    return all(sheet.width_of(printable(label), OPTION) <= width for label in labels)


def _box(sheet: Sheet, x: float, label: str) -> None:
    _frame(sheet, x, sheet.y + 0.4, BOX, BOX)
    sheet.put(x + BOX + 2, sheet.y + 0.2, printable(label), OPTION)


def _digits(sheet: Sheet, groups: Sequence[int], words: str) -> None:
    """Boxes for single digits, in groups, and what they mean."""
    sheet.need(DIGIT + 2)
    x = LEFT + INDENT
    for group in groups:
        for place in range(group):
            _frame(sheet, x + place * DIGIT, sheet.y, DIGIT, DIGIT)
        x += group * DIGIT + 2.5
    sheet.put(x + 1, sheet.y + 1.2, printable(words), SMALL, ink=GREY)
    sheet.y += DIGIT + 1.5


def _grid(sheet: Sheet, table: Table, firsts: Sequence[str]) -> None:
    """A table with ruled rows; `firsts` is what stands in each row's first column, "" for nothing."""
    shares = [3 if isinstance(column, LongText) else 2 for column in table.columns]
    widths = [WIDTH * share / sum(shares) for share in shares]
    _grid_head(sheet, table, widths)
    for first in firsts:
        if sheet.y + LINE > sheet.floor:
            sheet.turn()
            _grid_head(sheet, table, widths)
        sheet.put(LEFT + 1.3, sheet.y + 2, printable(first), SMALL + 0.5)
        _grid_cells(sheet, widths, LINE)


def _grid_head(sheet: Sheet, table: Table, widths: Sequence[float]) -> None:
    height = line_height(SMALL) + 2.4
    sheet.need(height + LINE)
    sheet.box(LEFT, sheet.y, WIDTH, height)
    for place, column in enumerate(table.columns):
        sheet.put(LEFT + sum(widths[:place]) + 1.3, sheet.y + 1.2, printable(column.label), SMALL, "B")
    _grid_cells(sheet, widths, height)


def _grid_cells(sheet: Sheet, widths: Sequence[float], height: float) -> None:
    for place, width in enumerate(widths):
        _frame(sheet, LEFT + sum(widths[:place]), sheet.y, width, height)
    sheet.y += height


def _draw_signature(sheet: Sheet) -> None:
    """Room for the signature that goes with 9.4."""
    sheet.skip(5)
    sheet.need(32)
    sheet.put(LEFT + WIDTH / 2, sheet.y, SIGNATURE, NORMAL, ink=GREY)
    sheet.y += 26
    sheet.rule(sheet.y, 0.2, LEFT + WIDTH / 2, WIDTH / 2)


def _indented(sheet: Sheet, text: str, size: float, style: str = "", ink: Ink = INK, after: float = 0.0) -> None:
    sheet.paragraph(text, size, style, x=LEFT + INDENT, width=WIDTH - INDENT, after=after, ink=ink)


def _frame(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    sheet.pdf.set_draw_color(*GREY)
    sheet.pdf.set_line_width(0.2)
    sheet.pdf.rect(x, y, width, height, "D")
