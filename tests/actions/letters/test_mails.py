"""Mails about letters: to the applicant, and to the agency's own address where it is another."""

import pytest

from pst.actions.letters.mails import event_facts, letter_told
from pst.models.emails import Email
from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from tests.factories import a_submission


def sent_to(address: str) -> list[str]:
    """Who is told of a letter when the form names this address of the agency."""
    a_submission(Status.ISSUED, email=address)
    return [mail.to for mail in Email.select().where(Email.kind == "issued")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("dinas@contoh.test", ["pemohon@contoh.test", "dinas@contoh.test"]),
        ("Pemohon@contoh.test", ["pemohon@contoh.test"]),
        ("-", ["pemohon@contoh.test"]),
    ],
)
def test_the_agency_is_told_at_its_own_address_once(db, address, expected):
    assert sent_to(address) == expected


def test_a_mail_says_all_that_its_words_need(db):
    letter = Letter.issued_of(a_submission(Status.ISSUED))

    assert letter_told(letter) == {
        "letter_number": "B-1/61040/KS.200/11/2026",
        "issued_on": "2026-11-23",
        "outcome": "layak",
        "outcome_label": "Layak",
        "identity_number": "K-26.6104.001",
        "verify_path": f"/verifikasi/{letter.code}",
        "verify_code": letter.code,
        "letter_path": f"/permohonan/{letter.submission.number}/surat",
        "letter_file": letter.file_id,
    }
    mail = Email.select().where(Email.kind == "issued").first()
    assert mail.facts | letter_told(letter) == mail.facts


def test_the_history_finds_the_letter_and_its_file_again(db):
    letter = Letter.issued_of(a_submission(Status.ISSUED))

    assert event_facts(letter) == {
        "letter": letter.number,
        "outcome": "layak",
        "identity_number": "K-26.6104.001",
        "sha256": letter.file_id,
    }
