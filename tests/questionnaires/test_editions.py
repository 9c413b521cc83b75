"""A new edition names what differs from the one before, which stays as it is."""

from dataclasses import replace

import pytest

from pst.questionnaires.editions import edition_after
from pst.questionnaires.kinds import Text
from pst.questionnaires.shelf import CURRENT

WEATHER = Text("cuaca", "3.2a", "Cuaca", "Cuaca pada hari pengumpulan data.")
SHORTER_TITLE = replace(CURRENT.question("judul_kegiatan"), max_length=100)


def test_an_edition_differs_only_in_what_is_named():
    new = edition_after(
        CURRENT,
        "rekomendasi_2027",
        without=("faksimile",),
        instead=(SHORTER_TITLE,),
        after={"tujuan_kegiatan": (WEATHER,)},
    )

    codes, before = ([q.code for q in form.questions] for form in (new, CURRENT))
    place = before.index("tujuan_kegiatan") + 1
    assert codes == [code for code in (*before[:place], "cuaca", *before[place:]) if code != "faksimile"]
    assert (new.question("judul_kegiatan"), new.block_of("cuaca").number) == (SHORTER_TITLE, 3)
    assert (new.name, new.always_open) == ("rekomendasi_2027", CURRENT.always_open)


def test_the_edition_before_stays_as_it_is():
    edition_after(CURRENT, "rekomendasi_2027", without=("faksimile",), instead=(SHORTER_TITLE,))

    assert "faksimile" in CURRENT and CURRENT.question("judul_kegiatan").max_length > 100


@pytest.mark.parametrize("named", [{"without": ("warna",)}, {"instead": (WEATHER,)}, {"after": {"warna": (WEATHER,)}}])
def test_what_differs_must_be_there(named):
    with pytest.raises(KeyError):
        edition_after(CURRENT, "rekomendasi_2027", **named)
