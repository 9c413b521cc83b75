"""One way to say no."""

from pst.rules.refusals import Refusal


class TooMany(Refusal):
    """Always about the same field."""

    field = "days"


def test_a_refusal_names_the_field_it_concerns():
    assert [(str(said), said.field) for said in (Refusal("Tidak."), Refusal("Tidak.", "note"), TooMany("Tidak."))] == [
        ("Tidak.", ""),
        ("Tidak.", "note"),
        ("Tidak.", "days"),
    ]
