"""Questions answered by rows: variables, regions, and the schedule of stages.

A column is itself a small question; a stored table is a list of `{column code: value}`, as typed, in order.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from pst.questionnaires.choices import Choice
from pst.questionnaires.numbers import as_date
from pst.questionnaires.questions import Question
from pst.rules import wording

Column = Question
"""A column of a table: a `Text`, `LongText`, `Choice` or `Date` whose number is empty."""

Row = dict[str, Any]

MAX_ROWS = 300
MAX_CELL = 1_000


@dataclass(frozen=True)
class Table(Question):
    """Rows of `columns`. An untouched table shows `initial_rows`; `row_name` is what one row is called.

    `heading` names a column that alone says nothing: a row where only the heading is filled counts as blank.
    """

    columns: tuple[Column, ...] = ()
    initial_rows: tuple[Row, ...] = ()
    row_name: str = "baris"
    heading: str = ""
    max_rows: int = MAX_ROWS

    kind: ClassVar[str] = "table"
    blank_message: ClassVar[str] = "Belum diisi. Isi paling sedikit satu baris."

    def column(self, code: str) -> Column:
        """The column of this code; `KeyError` when there is none."""
        return {column.code: column for column in self.columns}[code]

    def rows(self, value: Any) -> list[Row]:
        """The rows of a stored value; anything that is not a row is left out."""
        return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []

    def filled_rows(self, value: Any) -> list[tuple[int, Row]]:
        """Rows that say something, each with its number counted from one as people see it."""
        return [(n, row) for n, row in enumerate(self.rows(value), 1) if not self.row_is_blank(row)]

    def row_is_blank(self, row: Row) -> bool:
        """Nothing but perhaps the heading is filled."""
        return all(c.is_blank(row.get(c.code)) for c in self.columns if c.code != self.heading)

    def is_blank(self, value: Any) -> bool:
        if isinstance(value, list) and len(self.rows(value)) == len(value):
            return not self.filled_rows(value)
        return super().is_blank(value)

    def is_untouched(self, value: Any) -> bool:
        return self.is_blank(value) or value == list(self.initial_rows)

    def same(self, one: Any, other: Any) -> bool:
        return super().same(one, other) or self._said(one) == self._said(other) != []

    def _said(self, value: Any) -> list[Row]:
        """The filled rows with their filled cells alone, to compare what two tables say."""
        return [
            {c.code: row[c.code] for c in self.columns if not c.is_blank(row.get(c.code))}
            for _, row in self.filled_rows(value)
        ]

    def essence(self, value: Any) -> Any:
        if value is not None and not isinstance(value, list):
            return super().essence(value)
        rows = ({c.code: c.essence(row.get(c.code)) for c in self.columns} for row in self.rows_to_show(value))
        return [row for row in rows if any(row.values())]

    def blank_row(self) -> Row:
        """A row with nothing in it."""
        return {column.code: "" for column in self.columns}

    def rows_to_show(self, value: Any) -> list[Row]:
        """The rows an input draws: what is stored, else the initial rows when untouched, and never none."""
        rows = self.rows(value) if value is not None else [dict(row) for row in self.initial_rows]
        return rows or [self.blank_row()]

    def shape_problem(self, value: Any) -> str | None:
        if not isinstance(value, list) or len(self.rows(value)) < len(value):
            return "Isi tabel ini baris demi baris."
        if len(value) > self.max_rows:
            return f"Paling banyak {self.max_rows} baris; kurangi barisnya."
        return next(filter(None, (self._row_problem(n, row) for n, row in self.filled_rows(value))), None)

    def _row_problem(self, number: int, row: Row) -> str | None:
        for column in self.columns:
            if problem := column.problem(row.get(column.code)):
                return f"{self.row_title(number, row)}, {column.label}: {problem}"
        return self.problem_between_cells(number, row)

    def problem_between_cells(self, number: int, row: Row) -> str | None:
        """What is wrong between well-shaped cells of one row, or None."""
        return None

    def cell_problems(self, value: Any) -> dict[str, str]:
        """Messages by the field id `code-row-column` of the cell they belong to (rows counted from zero)."""
        return {
            f"{self.code}-{number - 1}-{column.code}": problem
            for number, row in self.filled_rows(value)
            for column in self.columns
            if (problem := column.problem(row.get(column.code)))
        }

    def lacks(self, value: Any, metadata: bool = True) -> str | None:
        for number, row in self.filled_rows(value):
            for label in self.row_lacks(row, metadata):
                return f"{self.row_title(number, row)}: {label} belum diisi."
        return None

    def row_lacks(self, row: Row, metadata: bool = True) -> list[str]:
        """The labels of the columns that a row still needs."""
        needed = (column for column in self.columns if column.required and (metadata or not column.metadata_only))
        return [column.label for column in needed if column.is_blank(row.get(column.code))]

    @property
    def folds(self) -> bool:
        """Rows that hold long texts are cards, folded to the first of their cells."""
        return any(column.kind == "long_text" for column in self.columns)

    @property
    def defines(self) -> bool:
        """Rows are variables: definitions that others wrote can be taken over."""
        return {"definisi", "referensi_waktu"} <= {column.code for column in self.columns}

    def row_title(self, number: int, row: Row) -> str:
        """How a message names a row."""
        return f"{self.row_name.capitalize()} {number}"

    def show_filled(self, value: Any) -> str:
        lines = (self.show_row(row) for _, row in self.filled_rows(value))
        return "\n".join(lines) if self.rows(value) else str(value)

    def show_row(self, row: Row) -> str:
        """One row as one line."""
        return " – ".join(c.show(row.get(c.code)) for c in self.columns if not c.is_blank(row.get(c.code)))


class Bar(NamedTuple):
    """A stage as it is drawn: where its bar begins and how long it is, in percent of the whole time."""

    label: str
    dates: str
    start: float
    width: float
    days: int


@dataclass(frozen=True)
class Schedule(Table):
    """Date ranges per stage: columns `tahap`, `awal`, `akhir`. Every stage needs at least one complete range.

    Stages are the options of the column `tahap`; a stage may have several ranges, as in INDAH.
    """

    heading: str = "tahap"

    blank_message: ClassVar[str] = "Belum diisi. Isi tanggal awal dan akhir setiap tahap."

    @property
    def stages(self) -> Choice:
        """The column whose options are the stages."""
        column = self.column("tahap")
        assert isinstance(column, Choice)
        return column

    def problem_between_cells(self, number: int, row: Row) -> str | None:
        start, end = as_date(row.get("awal")), as_date(row.get("akhir"))
        if start and end and end < start:
            where = self.row_title(number, row)
            return f"{where}: tanggal selesai mendahului tanggal mulai. Betulkan salah satunya."
        return None

    def cell_problems(self, value: Any) -> dict[str, str]:
        backwards = {
            f"{self.code}-{number - 1}-akhir": problem
            for number, row in self.filled_rows(value)
            if (problem := self.problem_between_cells(number, row))
        }
        return {**backwards, **super().cell_problems(value)}

    def lacks(self, value: Any, metadata: bool = True) -> str | None:
        if gap := super().lacks(value, metadata):
            return gap
        dated = {row.get("tahap") for _, row in self.filled_rows(value) if isinstance(row.get("tahap"), str)}
        needed = [stage for stage in self.stages.options if metadata or not stage.metadata_only]
        missing = [stage.label for stage in needed if stage.code not in dated]
        return f"Tahap ini belum bertanggal: {', '.join(missing)}." if missing else None

    def row_title(self, number: int, row: Row) -> str:
        stage = self.stages.option(row.get("tahap"))
        return f"Baris {number} ({stage.label})" if stage else f"Baris {number}"

    def bars(self, value: Any) -> list[Bar]:
        """The stages along one line of time, those that have both dates."""
        rows = [(row, as_date(row.get("awal")), as_date(row.get("akhir"))) for _, row in self.filled_rows(value)]
        dated = [(row, start, end) for row, start, end in rows if start and end and start <= end]
        if not dated:
            return []
        first, last = min(start for _, start, _ in dated), max(end for _, _, end in dated)
        percent = 100 / ((last - first).days + 1)
        return [
            Bar(
                self.stages.show(row.get("tahap")) or "…",
                wording.date_range(start, end),
                round((start - first).days * percent, 2),
                round(((end - start).days + 1) * percent, 2),
                (end - start).days + 1,
            )
            for row, start, end in dated
        ]

    def show_row(self, row: Row) -> str:
        dates = [self.column(code).show(row.get(code)) or "…" for code in ("awal", "akhir")]
        return f"{self.stages.show(row.get('tahap')) or '…'}: {' s.d. '.join(dates)}"
