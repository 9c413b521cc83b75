"""The ready sentences as pages ask for them."""

import pytest

from pst.models.office.sentences import Sentence

pytestmark = pytest.mark.usefixtures("db")


def test_sentences_stand_in_the_order_of_the_form():
    for block, heading in ((5, "Sampel"), (0, "Judul"), (0, "Cakupan")):
        Sentence.create(block=block, heading=heading, text="…")

    assert [row.heading for row in Sentence.all_in_order()] == ["Cakupan", "Judul", "Sampel"]


def test_what_is_not_used_any_more_is_not_offered_and_standing_ones_are_found_by_their_kind():
    Sentence.create(kind="condition", heading="Baru", text="…", rules="D-III-06 R-III-09")
    Sentence.create(kind="condition", heading="Lama", text="…", rules="R-III-12", use="retired")
    Sentence.create(kind="duty", heading="Kewajiban", text="menyerahkan hasil", use="standing")

    assert [row.heading for row in Sentence.offered("condition", "advice")] == ["Baru"]
    assert Sentence.standing() == [("duty", "menyerahkan hasil")]
    assert (Sentence.of_rule("R-III-09").heading, Sentence.of_rule("R-III"), Sentence.of_rule("R-III-12")) == (
        "Baru",
        None,
        None,
    )
