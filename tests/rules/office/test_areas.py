"""The places of the office."""

from collections import Counter

from pst.rules.office import areas
from pst.rules.office.areas import DISTRICTS, KALBAR_REGENCIES, MEMPAWAH, every_area

PLACES = list(every_area())


def test_mempawah_has_nine_districts_and_sixty_seven_villages():
    assert Counter(place.level for place in PLACES) == {"province": 1, "regency": 14, "district": 9, "village": 67}
    assert (KALBAR_REGENCIES[MEMPAWAH], len(KALBAR_REGENCIES)) == ("Mempawah", 14)


def test_every_place_has_its_own_code_and_comes_after_the_one_it_lies_in():
    seen: set[str | None] = {None}
    for place in PLACES:
        assert place.parent in seen and place.code not in seen
        assert place.parent is None or place.code.startswith(place.parent)
        seen.add(place.code)


def test_villages_of_one_district_have_different_names_and_no_stray_signs():
    for code, (name, villages) in DISTRICTS.items():
        names = villages.split(", ")
        assert len(set(names)) == len(names), name
        assert code.startswith(MEMPAWAH) and len(code) == 7
        assert [each for each in (name, *names) if each != " ".join(each.split()) or not each[0].isupper()] == []


def test_codes_have_the_length_of_their_level():
    lengths = {"province": 2, "regency": 4, "district": 7, "village": 10}

    assert [place for place in PLACES if len(place.code) != lengths[place.level]] == []
    assert areas.PROVINCE == ("61", "Kalimantan Barat")
