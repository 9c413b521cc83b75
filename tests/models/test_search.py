"""The index of the catalogue: stems and beginnings find, and no sign means anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.actions.catalogue.catalogue import index_activity
from pst.models.base import write
from pst.models.catalogue.catalogue import Activity
from pst.models.search import ActivityIndex

ROWS = (
    ("Survei Kepuasan Masyarakat", "Dinas Kependudukan", "Mempawah", "Nilai layanan"),
    ("Kompilasi Data Stunting", "Dinas Kesehatan", "Seluruh Indonesia", "Jumlah balita pendek"),
)


@pytest.fixture
def two(db):
    with write():
        for number, (title, agency, region, variables) in enumerate(ROWS):
            activity = Activity.create(
                number=f"KAT-{number}",
                title=title,
                agency=agency,
                region=region,
                variables=variables,
                year=2026,
                method="survei",
                identity_number=f"V-26.6104.00{number + 1}",
            )
            index_activity(activity)


def found(text: str = "", agency: str = "", region: str = "") -> list[str]:
    match = ActivityIndex.matching(text, agency, region)
    rows = Activity.select(Activity.title).join(ActivityIndex, on=(ActivityIndex.rowid == Activity.id)).where(match)
    return [row.title for row in rows.order_by(Activity.id)]


SURVEY, COMPILATION = ROWS[0][0], ROWS[1][0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("melayani", [SURVEY]),
        ("kepua", [SURVEY]),
        ("STUNTING data", [COMPILATION]),
        ("dinas", [SURVEY, COMPILATION]),
        ("balita", [COMPILATION]),
        ("V-26.6104.002", [COMPILATION]),
        ("stunting kepuasan", []),
        ("ke", []),
    ],
)
def test_words_stems_and_beginnings_find(two, text, expected):
    assert found(text) == expected


def test_agency_and_region_look_only_in_their_own_words(two):
    assert (found(agency="sehat"), found(agency="keseh"), found(agency="stunting")) == ([], [COMPILATION], [])
    assert (found(region="indonesia"), found("survei", region="indonesia")) == ([COMPILATION], [])


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30))
def test_anything_typed_is_a_search(two, text, agency, region):
    assert set(found(text, agency, region)) <= {SURVEY, COMPILATION}
