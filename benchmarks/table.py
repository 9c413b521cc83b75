"""The table that `make bench` prints."""

from benchmarks.budgets import Row

HEADER = ("halaman atau pekerjaan", "kueri", "ms", "× kosong", "terukur", "batas", "")


def show(rows: list[Row]) -> str:
    """All rows in columns, the broken ones marked, and one line that sums up."""
    lines = [HEADER, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADER))]
    drawn = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    drawn.insert(1, "─" * max(map(len, drawn)))
    broken = sum(not row.holds for row in rows)
    return "\n".join([*drawn, "", f"{len(rows)} anggaran, {broken} dilampaui."])


def thousands(number: int) -> str:
    """1.000 as Indonesians write it."""
    return f"{number:,}".replace(",", ".")


def _cells(row: Row) -> tuple[str, ...]:
    return (row.what, row.queries, row.ms, row.ratio, row.measured, row.budget, "ya" if row.holds else "MELAMPAUI")
