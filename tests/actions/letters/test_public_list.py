"""The list that the office gives away: what went out, what it is today, and nobody's name."""

from datetime import date, timedelta

from pst.actions.letters import letters
from pst.actions.letters.public_list import public_letters
from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from tests.factories import PRESS, SIGNING, WHEN, a_submission, user


def test_letters_that_went_out_are_listed_with_what_became_of_them(db, store):
    a_submission(Status.SIGNING)  # it has a number, and is no letter yet
    revoked, old = (Letter.issued_of(a_submission(Status.ISSUED)) for _ in range(2))
    letters.revoke(revoked, user("kepala"), "Rahasia dalam.", SIGNING)
    new = letters.replace(old, user("kepala"), "Keliru.", {"place": "Toho"}, SIGNING + timedelta(days=1), store, PRESS)

    found = {letter.number: letter for letter in public_letters(date(2026, 12, 1))}

    assert {number: letter.told for number, letter in found.items()} == {
        revoked.number: "Dicabut pada 23 November 2026",
        old.number: f"Diganti pada 24 November 2026 dengan surat nomor {new.number}",
        new.number: "Berlaku",
    }
    line = found[new.number]
    assert (line.state, line.outcome, line.sha256, line.text_sha256) == ("issued", "Layak", new.file_id, new.file_id)
    assert (line.dated, line.activity) == (
        (WHEN + timedelta(days=1)).date(),
        "Kompilasi Data Kasus Stunting Kabupaten Mempawah",
    )
    assert not any(word in str(found.values()) for word in ("Rahasia", "Dewi", "Ratna"))
