"""`python -m benchmarks.search`: how often a search finds what is meant among the first five, and how often it
takes what is not meant for it; on the lines used while the measure was made, and on those that only judge it."""

import tempfile
from itertools import product
from pathlib import Path

from pst.actions.catalogue.catalogue import index_activity
from pst.models import schema
from pst.models.base import database, open_database, write
from pst.models.catalogue.catalogue import Activity
from pst.models.narrowing import Wanted

FIRST = 5
SET = Path(__file__).with_name("search_set")
"""Invented: activities (a name, the title, the agency, the variables), what people type and the one they mean, and
what no activity is about."""
PLACES = ("Kabupaten Mempawah", "Kecamatan Toho", "Kecamatan Jongkat")
FIRST_YEAR = 2024
HALVES = {"latih": 0, "uji": 1}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        open_database(Path(folder) / "katalog.sqlite3")
        schema.upgrade()
        fill()
        for half in HALVES:
            missed, alarms = misses(half), false_alarms(half)
            wanted, unrelated = len(lines("wanted", half)), len(lines("unrelated", half))
            print(f"{half}: ditemukan di antara lima pertama {1 - len(missed) / wanted:.1%} dari {wanted}; ", end="")
            print(f"alarm {len(alarms) / unrelated:.1%} dari {unrelated}")
            print("".join(f"  luput: {each}\n" for each in missed) + "".join(f"  alarm: {each}\n" for each in alarms))
        database.close()


def fill() -> None:
    """The activities, each in every place."""
    with write():
        rows = [line.split("|") for line in everything("activities")]
        for number, (row, (nth, place)) in enumerate(product(rows, enumerate(PLACES))):
            name, title, agency, variables = row
            activity = Activity.create(
                number=f"{name}-{number}",
                title=f"{title} {place}",
                agency=f"{agency} Kabupaten Mempawah",
                region="Mempawah (Kalimantan Barat)",
                year=FIRST_YEAR + nth,
                method="survei",
                variables="\n".join(variables.split("; ")),
            )
            index_activity(activity)


def lines(name: str, half: str) -> list[str]:
    """The odd or the even lines of a file of the set."""
    return everything(name)[HALVES[half] :: 2]


def everything(name: str) -> list[str]:
    return (SET / f"{name}.txt").read_text("utf-8").splitlines()


def misses(half: str) -> list[str]:
    """Searches whose activity does not stand among the first five of what fits."""
    asked = [line.split("|") for line in lines("wanted", half)]
    return [typed for name, typed in asked if name not in {number.split("-")[0] for number in _found(typed)}]


def false_alarms(half: str) -> list[str]:
    """Searches for what is not there that found something."""
    return [typed for typed in lines("unrelated", half) if _found(typed)]


def _found(typed: str) -> list[str]:
    wanted = Wanted(filters={"cari": typed})
    found = Activity.search(wanted)
    return [row.number for row in Activity.page(wanted, size=FIRST, found=found).rows] if found.fitting else []


if __name__ == "__main__":
    main()
