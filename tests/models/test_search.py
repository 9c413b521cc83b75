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


def found(**conditions: str) -> list[str]:
    rows = Activity.select(Activity.title).where(
        Activity.id.in_(ActivityIndex.newest(ActivityIndex.narrowing(**conditions)))
    )
    return [row.title for row in rows.order_by(Activity.id)]


SURVEY, COMPILATION = ROWS[0][0], ROWS[1][0]


def test_agency_and_region_look_only_in_their_own_words(two):
    assert (found(agency="sehat"), found(agency="keseh"), found(agency="stunting")) == ([], [COMPILATION], [])
    assert (found(region="indonesia"), found(region="indonesia", tahun=2025), found(agency="--")) == (
        [COMPILATION],
        [],
        [],
    )
    assert found(tahun=2026, cara="survei") == [SURVEY, COMPILATION]


@given(st.text(max_size=30), st.text(max_size=30))
def test_anything_typed_is_a_condition(two, agency, region):
    assert set(found(agency=agency, region=region)) <= {SURVEY, COMPILATION}
