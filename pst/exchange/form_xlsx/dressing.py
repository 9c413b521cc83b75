"""How the workbook looks and which help its cells give: colours, widths, heights, drop-downs, prompts.

Everything of openpyxl is imported inside functions: it costs a second that no other page should pay.
"""

from collections.abc import Sequence
from typing import Any

from pst.exchange.form_xlsx.layout import LISTS
from pst.exchange.form_xlsx.values import AGREED, YES
from pst.questionnaires.explained import how_to_answer
from pst.questionnaires.kinds import Agreement, Choice, Choices, Date, LongText, Number, Option, Question, Text, Year

BLUE, PALE, INPUT, CLOSED, LINE = "0B4A86", "E3EFFA", "FFFBE6", "EEF1F4", "9AA7B5"
FACE = "Calibri"
LOOK = "PST "
"""Before the name of a look, so that none is taken for one of Excel's own."""
LINE_POINTS, TALLEST = 15.0, 405.0
"""Height of one line of text and of the tallest row, in points."""
PROMPT_TITLE, PROMPT, ERROR = 32, 255, 220
"""Most characters Excel takes in a cell's help and in the message about a wrong entry."""
FIRST_DAY, LAST_DAY = 36_526, 73_050
"""1 January 2000 and 31 December 2099 as spreadsheets count days."""


def add_looks(book: Any) -> None:
    """Make the named looks of this workbook: `title`, `head`, `words`, `strong`, `quiet`, `remark`, `open`,
    `closed` have a frame; `banner`, `warning`, `heading`, `plain` stand free.

    A cell takes a name in one stroke, where font, frame and colour one by one would take six times as long.
    """
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

    side = Side(style="thin", color=LINE)
    wrapped = {"alignment": Alignment(horizontal="left", vertical="top", wrap_text=True)}
    framed = {**wrapped, "border": Border(left=side, right=side, top=side, bottom=side)}

    def letters(**more: Any) -> Font:
        return Font(name=FACE, **more)

    def filled(colour: str) -> PatternFill:
        return PatternFill("solid", start_color=colour)

    quiet, warning = letters(size=10, color="4A5868"), letters(bold=True, color="8A4B00")
    looks: dict[str, dict[str, Any]] = {
        "title": {"font": letters(bold=True, size=14, color=BLUE), "alignment": Alignment(vertical="center")},
        "head": {**framed, "font": letters(bold=True, color="FFFFFF"), "fill": filled(BLUE)},
        "words": {**framed, "font": letters()},
        "strong": {**framed, "font": letters(bold=True), "fill": filled(PALE)},
        "quiet": {**framed, "font": quiet},
        "remark": {**framed, "font": warning, "fill": filled("FFF1DC")},
        "open": {**framed, "font": letters(), "fill": filled(INPUT), "protection": Protection(locked=False)},
        "closed": {**framed, "font": letters(), "fill": filled(CLOSED)},
        "banner": {**wrapped, "font": quiet},
        "warning": {**wrapped, "font": warning},
        "heading": {"font": letters(bold=True)},
        "plain": {**wrapped, "font": letters()},
    }
    for name, look in looks.items():
        book.add_named_style(NamedStyle(name=LOOK + name, **look))


def number_format(question: Question) -> str:
    """How a cell shows what is typed; text cells keep leading zeros and never become formulas."""
    if isinstance(question, Date):
        return "dd/mm/yyyy"
    if isinstance(question, Year):
        return "0"
    return "#,##0" if isinstance(question, Number) else "@"


def height_for(texts: Sequence[tuple[str, int]], least: int = 1) -> float:
    """Points a row needs so that each (text, width in characters) shows whole, and at least so many lines."""
    lines = max((sum(-(-max(len(part), 1) // width) for part in text.split("\n")) for text, width in texts), default=1)
    return min(TALLEST, LINE_POINTS * max(lines, least) + 3)


def least_lines(question: Question) -> int:
    """How much room an answer is offered while it is still blank."""
    return 6 if isinstance(question, LongText) and question.max_length > 1_000 else 2


class Lists:
    """The hidden sheet of everything that drop-downs offer, a column for each list."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.ranges: dict[tuple[str, ...], str] = {}

    def range_of(self, labels: tuple[str, ...]) -> str:
        """Where these labels stand, as a drop-down names it; written on first use."""
        if labels not in self.ranges:
            column = len(self.ranges) + 1
            for row, label in enumerate(labels, 1):
                cell = self.sheet.cell(row, column, label)
                cell.data_type = "s"
            letter = self.sheet.cell(1, column).column_letter
            self.ranges[labels] = f"{LISTS}!${letter}$1:${letter}${len(labels)}"
        return self.ranges[labels]


def validation_for(question: Question, lists: Lists, option: Option | None = None) -> Any:
    """The drop-down or limit of a question's cells, with its help; to be given its cells by the caller."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(allow_blank=True, **_limits(question, lists, option))
    rule.errorStyle = "stop"
    rule.showErrorMessage = not (isinstance(question, Text) and question.suggestions)
    rule.errorTitle, rule.error = "Isian belum tepat", _message(question)[:ERROR]
    rule.showInputMessage = True
    rule.promptTitle = (option.label if option else question.title)[:PROMPT_TITLE]
    rule.prompt = (f'Pilih "{YES}" bila sesuai.' if option else _prompt(question))[:PROMPT]
    return rule


def _limits(question: Question, lists: Lists, option: Option | None) -> dict[str, Any]:
    if option is not None or isinstance(question, Agreement | Choices):
        return {"type": "list", "formula1": f'"{YES if option is not None else AGREED}"'}
    if isinstance(question, Choice):
        return {"type": "list", "formula1": lists.range_of(tuple(o.label for o in question.options))}
    if isinstance(question, Text) and question.suggestions:
        return {"type": "list", "formula1": lists.range_of(question.suggestions)}
    if isinstance(question, Date):
        return {"type": "date", "operator": "between", "formula1": FIRST_DAY, "formula2": LAST_DAY}
    if isinstance(question, Number):
        return {"type": "whole", "operator": "between", "formula1": question.minimum, "formula2": question.maximum}
    return {"type": "textLength", "operator": "lessThanOrEqual", "formula1": question.max_length}


def _prompt(question: Question) -> str:
    """How to answer and, where it fits whole, the explanation."""
    how = how_to_answer(question)
    both = f"{how}\n{question.help}"
    return both if len(both) <= PROMPT else how


def _message(question: Question) -> str:
    if isinstance(question, Choice | Choices):
        return "Pilih dari daftar: tekan panah di kanan sel."
    return how_to_answer(question)
