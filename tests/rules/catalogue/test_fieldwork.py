"""Two activities meet where they ask the same people in one kecamatan in one month."""

from datetime import date

import pytest

from pst.rules.catalogue.design_checks import Design
from pst.rules.catalogue.fieldwork import Fieldwork, fieldwork_of, meeting
from tests.factories_answers import complete_answers

FEBRUARY = ((date(2027, 2, 10), date(2027, 2, 20)),)
LATER = ((date(2027, 2, 25), date(2027, 3, 2)),)
TOHO, JONGKAT = frozenset({"6104120"}), frozenset({"6104080"})
HOMES = Fieldwork(FEBRUARY, frozenset({"rumah_tangga"}), TOHO)


@pytest.mark.parametrize(
    ("other", "months", "districts"),
    [
        (Fieldwork(LATER, frozenset({"individu"}), TOHO | JONGKAT), (date(2027, 2, 1),), TOHO),
        (Fieldwork(LATER, frozenset({"rumah_tangga", "lainnya"})), (date(2027, 2, 1),), TOHO),
    ],
)
def test_the_same_people_in_the_same_month_and_kecamatan_are_met(other, months, districts):
    assert meeting(HOMES, other) == meeting(other, HOMES) == (months, districts)


@pytest.mark.parametrize(
    "other",
    [
        Fieldwork(((date(2027, 3, 1), date(2027, 4, 1)),), HOMES.units, TOHO),
        Fieldwork(FEBRUARY, frozenset({"usaha_atau_perusahaan"}), TOHO),
        Fieldwork(FEBRUARY, HOMES.units, JONGKAT),
    ],
)
def test_other_months_people_and_kecamatan_are_not(other):
    assert meeting(HOMES, other) is None


def test_a_design_says_whom_it_asks_and_a_compilation_asks_nobody():
    found = fieldwork_of(Design(complete_answers("survei")), TOHO)

    assert (found.units, found.districts, found.respondents, found.rounds) == ({"individu"}, TOHO, 382, 2)
    assert sorted(month.month for month in found.months) == [2, 3, 8]
    assert fieldwork_of(Design(complete_answers("kompilasi_produk_administrasi"))) is None
    assert fieldwork_of(Design({})) is None
