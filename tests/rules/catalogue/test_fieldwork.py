"""Two activities meet where they ask the same people at one place in one month."""

from dataclasses import replace
from datetime import date

import pytest

from pst.rules.catalogue.design_checks import Design
from pst.rules.catalogue.fieldwork import Fieldwork, fieldwork_of, meeting, places_kept
from tests.factories_answers import complete_answers

FEBRUARY = ((date(2027, 2, 10), date(2027, 2, 20)),)
LATER = ((date(2027, 2, 25), date(2027, 3, 2)),)
TOHO, JONGKAT = frozenset({"6104120"}), frozenset({"6104080"})
BENUANG, SEPANG = frozenset({"6104120-02"}), frozenset({"6104120-04"})
HOMES = Fieldwork(FEBRUARY, frozenset({"rumah_tangga"}), TOHO)


@pytest.mark.parametrize(
    ("other", "months", "places"),
    [
        (Fieldwork(LATER, frozenset({"individu"}), TOHO | JONGKAT), (date(2027, 2, 1),), TOHO),
        (Fieldwork(LATER, frozenset({"rumah_tangga", "lainnya"})), (date(2027, 2, 1),), TOHO),
        (Fieldwork(LATER, HOMES.units, JONGKAT | BENUANG), (date(2027, 2, 1),), BENUANG),
    ],
)
def test_the_same_people_in_the_same_month_and_place_are_met(other, months, places):
    assert meeting(HOMES, other) == meeting(other, HOMES) == (months, places)


@pytest.mark.parametrize(
    "other",
    [
        Fieldwork(((date(2027, 3, 1), date(2027, 4, 1)),), HOMES.units, TOHO),
        Fieldwork(FEBRUARY, frozenset({"usaha_atau_perusahaan"}), TOHO),
        Fieldwork(FEBRUARY, HOMES.units, JONGKAT | SEPANG),
    ],
)
def test_other_months_people_and_places_are_not(other):
    assert meeting(replace(HOMES, places=BENUANG), other) is None


def test_a_kecamatan_of_which_villages_are_chosen_is_only_these():
    assert places_kept(TOHO | JONGKAT, BENUANG | {"6104081-01"}) == [*JONGKAT, *BENUANG]


def test_a_design_says_whom_it_asks_and_a_compilation_asks_nobody():
    found = fieldwork_of(Design(complete_answers("survei")), TOHO)

    assert (found.units, found.places, found.respondents, found.rounds) == ({"individu"}, TOHO, 382, 2)
    assert sorted(month.month for month in found.months) == [2, 3, 8]
    assert fieldwork_of(Design(complete_answers("kompilasi_produk_administrasi"))) is None
    assert fieldwork_of(Design({})) is None
