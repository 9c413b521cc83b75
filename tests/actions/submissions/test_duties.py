"""Duties after the letter: results are handed in, looked at, and received."""

from datetime import date, timedelta

import pytest

from pst.actions.letters import letters
from pst.actions.submissions import duties
from pst.exchange.uploads import UploadRefused
from pst.models.audit import Event
from pst.models.files import Attachment
from pst.models.letters.letters import Letter
from pst.models.submissions.duties import Duty
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from pst.rules.submissions.duties import RESULTS
from tests.factories import PRESS, SIGNING, WHEN, a_store, a_submission, user

HELD = WHEN + timedelta(days=90)
"""After collection began."""

LINK = "https://data.contoh.test/stunting-2027"


def hand_in(submission, actor="pemohon", **given):
    return duties.record_results(submission, user(actor), HELD, a_store(), **{"link": LINK, **given})


def results_of(submission) -> Duty:
    return Duty.of(submission).where(Duty.kind == RESULTS).get()


def test_results_are_handed_in_and_received(db):
    submission = a_submission(Status.ISSUED)

    hand_in(submission, note="Publikasi lengkap.")
    duties.confirm_results(submission, user("petugas"), WHEN)

    duty = results_of(submission)
    assert (duty.link, duty.note, duty.done_at, duty.confirmed_by_id) == (
        LINK,
        "Publikasi lengkap.",
        HELD,
        user("petugas").id,
    )
    assert [event.verb for event in Event.of("submission", submission.number)][-2:] == [
        "record_results",
        "confirm_results",
    ]


def test_before_collection_begins_there_are_no_results(db):
    submission = a_submission(Status.ISSUED)

    with pytest.raises(StepRefused, match="direncanakan mulai 1 Februari 2027"):
        duties.record_results(submission, user("pemohon"), WHEN, a_store(), link=LINK)


def test_what_is_owed_is_printed_on_the_letter_with_its_day(db):
    submission = a_submission(Status.ISSUED)

    owed = {duty.kind: duty.due_on for duty in Duty.of(submission)}

    assert owed["results"] == owed["metadata"] == date.fromisoformat(Letter.issued_of(submission).facts["results_due"])
    later = owed["results"] + timedelta(days=1)
    assert [row.submission_id for row in Duty.overdue(later)] == [submission.id, submission.id]
    hand_in(submission)
    duties.confirm_metadata(submission, user("petugas"), WHEN)
    assert list(Duty.overdue(later)) == []
    with pytest.raises(StepRefused, match="dinyatakan oleh petugas"):
        duties.confirm_metadata(submission, user("pemohon"), WHEN)


def test_a_file_alone_is_enough_and_is_kept(db, pdf_bytes):
    submission = a_submission(Status.COMPLETED)

    hand_in(submission, link="", upload=("Publikasi 2027.pdf", pdf_bytes))

    kept = [file for file in Attachment.of(submission) if file.code == "hasil_kegiatan"]
    assert [(file.name, a_store().read(file.file_id)) for file in kept] == [("Publikasi 2027.pdf", pdf_bytes)]


@pytest.mark.parametrize("link", ["", "javascript:alert(1)", "data.contoh.test", "https://", "https://[", "ftp://a.b"])
def test_something_must_be_handed_in_and_be_an_address(db, link):
    submission = a_submission(Status.ISSUED)

    with pytest.raises(StepRefused, match="alamat lengkap"):
        hand_in(submission, link=link)

    assert results_of(submission).done_at is None


def test_a_file_that_is_none_is_refused(db):
    submission = a_submission(Status.ISSUED)

    with pytest.raises(UploadRefused):
        hand_in(submission, upload=("hasil.pdf", b"<html>"))

    assert results_of(submission).done_at is None


def test_others_neither_hand_in_nor_receive(db):
    submission = a_submission(Status.ISSUED)
    with pytest.raises(StepRefused, match="oleh pemohonnya"):
        hand_in(submission, "pemohon2")
    hand_in(submission)
    with pytest.raises(StepRefused, match="oleh petugas"):
        duties.confirm_results(submission, user("pemohon"), WHEN)


def test_what_was_not_handed_in_cannot_be_received_and_what_was_received_not_changed(db):
    submission = a_submission(Status.ISSUED)
    with pytest.raises(StepRefused, match="belum diserahkan"):
        duties.confirm_results(submission, user("petugas"), WHEN)
    hand_in(submission)
    duties.confirm_results(submission, user("petugas"), WHEN)

    with pytest.raises(StepRefused, match="sudah dinyatakan diterima"):
        hand_in(submission)


def test_before_the_letter_nothing_is_owed(db):
    with pytest.raises(StepRefused, match="tidak memiliki kewajiban"):
        hand_in(a_submission(Status.AWAITING_SIGNATURE))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, date(2027, 10, 29)),
        ({"rilis_tercetak": "2028-01-31"}, date(2028, 1, 31)),
        ({"rilis_digital": ""}, date(2027, 10, 29)),
        ({"rilis_digital": "besok", "jadwal": []}, None),
    ],
)
def test_results_are_due_on_the_latest_release_or_the_end_of_dissemination(db, changed, expected):
    submission = a_submission(Status.SUBMITTED)
    submission.answers = {**submission.answers, **changed}

    assert duties.results_due_on(submission) == expected


def test_a_revoked_letter_asks_nothing_more_of_anybody(db):
    submission = a_submission(Status.ISSUED)
    letters.revoke(Letter.issued_of(submission), user("kepala"), "Salah instansi.", SIGNING)

    assert list(Duty.of(submission)) == []
    with pytest.raises(StepRefused):
        hand_in(submission)


def test_what_was_handed_in_before_the_letter_was_revoked_stays(db):
    submission = a_submission(Status.ISSUED)
    hand_in(submission)
    letters.revoke(Letter.issued_of(submission), user("kepala"), "Salah instansi.", HELD)

    assert [(duty.kind, duty.link) for duty in Duty.of(submission)] == [("results", LINK)]


def test_a_replacement_that_refuses_lifts_the_duties_and_one_that_approves_keeps_them(db):
    owed = {}
    for outcome in ("layak", "ditolak"):
        submission = a_submission(Status.ISSUED)
        fields = {"outcome": outcome, "reasons": "Rancangan berubah."}
        letters.replace(Letter.issued_of(submission), user("kepala"), "Keliru.", fields, SIGNING, a_store(), PRESS)
        owed[outcome] = [duty.kind for duty in Duty.of(submission)]

    assert owed == {"layak": ["identity", "results", "metadata"], "ditolak": []}
