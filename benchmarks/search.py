"""`python -m benchmarks.search`: how often a search, and the look for what is alike, finds what is meant among the
first five, and how often it takes what is not meant for it; on the lines used while the measure was made, and on those
that only judge it. Then how long both take in large catalogues (`--sizes 10000 100000`; `--sizes 0` leaves them out).
"""

import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path
from statistics import median

from benchmarks.measuring import percentile
from pst.actions.catalogue.catalogue import index_activity
from pst.models import schema
from pst.models.base import database, open_database, write
from pst.models.catalogue.catalogue import Activity
from pst.models.catalogue.likeness import alike
from pst.models.narrowing import Wanted
from pst.models.office.settings import the_office
from pst.rules.catalogue.likeness import Design

FIRST = 5
SET = Path(__file__).with_name("search_set")
"""Invented: activities (a name, the title, the agency, the variables), what people type and the one they mean, and
what no activity is about."""
PLACES = ("Kabupaten Mempawah", "Kecamatan Toho", "Kecamatan Jongkat")
FIRST_YEAR = 2024
HALVES = {"latih": 0, "uji": 1}
SIZES = (10_000, 100_000)
BATCH = 2_000
"""Activities written at once."""


def main() -> None:
    asked = ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    with tempfile.TemporaryDirectory() as folder:
        open_database(Path(folder) / "katalog.sqlite3")
        schema.upgrade()
        fill()
        for way, found in WAYS.items():
            for half in HALVES:
                print_hits(way, half, found)
        for size in sorted(filter(None, asked.parse_args().sizes)):
            grow(size)
            for way, found in WAYS.items():
                print_times(way, size, found)
        database.close()


def print_hits(way: str, half: str, found: "Finder") -> None:
    """Recall and alarms of one half, and the lines that went wrong."""
    missed, alarms = misses(half, found), false_alarms(half, found)
    wanted, unrelated = len(lines("wanted", half)), len(lines("unrelated", half))
    print(f"{way}, {half}: di antara lima pertama {1 - len(missed) / wanted:.1%} dari {wanted}; ", end="")
    print(f"alarm {len(alarms) / unrelated:.1%} dari {unrelated}")
    print("".join(f"  luput: {each}\n" for each in missed) + "".join(f"  alarm: {each}\n" for each in alarms), end="")


def print_times(way: str, size: int, found: "Finder") -> None:
    """How long the lines of both halves take, each asked three times, of which the best counts.

    Counted is the processor's time: what else the machine does meanwhile slows nothing here.
    """
    typed = [line.split("|")[-1] for half in HALVES for name in ("wanted", "unrelated") for line in lines(name, half)]
    taken = sorted(min(spent(found, each) for _ in range(3)) for each in typed)
    print(f"{way}, {size:,} kegiatan: tengah {median(taken):.0f} ms, p95 {percentile(taken, 95):.0f} ms, ", end="")
    print(f"terlama {taken[-1]:.0f} ms")


def spent(found: "Finder", typed: str) -> float:
    """Milliseconds of the processor."""
    before = time.process_time()
    found(typed)
    return (time.process_time() - before) * 1000


def grow(size: int) -> None:
    """The same subjects in further places and years, until there are so many activities."""
    rows = [line.split("|") for line in everything("activities")]
    further = islice(product(range(FIRST_YEAR, FIRST_YEAR - 40, -1), range(40), rows), Activity.select().count(), None)
    while missing := size - Activity.select().count():
        with write():
            for year, place, (name, title, agency, variables) in islice(further, min(missing, BATCH)):
                number = f"{name}-{year}-{place}"
                add(number, f"{title} Desa Rekaan {place}", agency, variables, year)


def fill() -> None:
    """The activities, each in every place."""
    with write():
        rows = [line.split("|") for line in everything("activities")]
        for number, (row, (nth, place)) in enumerate(product(rows, enumerate(PLACES))):
            name, title, agency, variables = row
            add(f"{name}-{number}", f"{title} {place}", agency, variables, FIRST_YEAR + nth)


def add(number: str, title: str, agency: str, variables: str, year: int) -> None:
    """One activity. Only inside `write()`."""
    activity = Activity.create(
        number=number,
        title=title,
        agency=f"{agency} Kabupaten Mempawah",
        region="Mempawah (Kalimantan Barat)",
        year=year,
        method="survei",
        variables="\n".join(variables.split("; ")),
    )
    index_activity(activity)


def lines(name: str, half: str) -> list[str]:
    """The odd or the even lines of a file of the set."""
    return everything(name)[HALVES[half] :: 2]


def everything(name: str) -> list[str]:
    return (SET / f"{name}.txt").read_text("utf-8").splitlines()


def search_for(typed: str) -> list[str]:
    """The numbers a search finds first; none where only the nearest are shown."""
    wanted = Wanted(filters={"cari": typed})
    found = Activity.search(wanted)
    return [row.number for row in Activity.page(wanted, size=FIRST, found=found).rows] if found.fitting else []


def alike_to(typed: str) -> list[str]:
    """The numbers of what is like an activity of this title."""
    return [each.number for each in alike(Design(typed), the_office().everyday_words, FIRST)]


Finder = Callable[[str], list[str]]
WAYS: dict[str, Finder] = {"pencarian": search_for, "kemiripan": alike_to}


def misses(half: str, found: Finder = search_for) -> list[str]:
    """What was typed whose activity does not stand among the first five of what fits."""
    asked = [line.split("|") for line in lines("wanted", half)]
    return [typed for name, typed in asked if name not in {number.split("-")[0] for number in found(typed)}]


def false_alarms(half: str, found: Finder = search_for) -> list[str]:
    """What is not there and yet found something."""
    return [typed for typed in lines("unrelated", half) if found(typed)]


if __name__ == "__main__":
    main()
