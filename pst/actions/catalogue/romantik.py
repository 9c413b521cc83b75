"""ROMANTIK's records in and out: a record becomes a draft, a submission goes out in ROMANTIK's key names."""

import json
from datetime import datetime
from typing import Any

from pst.actions import audit, search
from pst.actions.seen import refuse_if_changed
from pst.actions.steps import refresh
from pst.actions.submissions.submissions import start_draft
from pst.clock import local
from pst.exchange.html_text import text_to_html
from pst.exchange.romantik import BadRecord, RomantikRemark, read_record, write_record
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.letters.letters import Letter
from pst.models.office.settings import the_office
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Revision, Submission
from pst.rules.review.workflow import ROMANTIK_STATUS, Status
from pst.rules.steps import StepRefused

NOTE_STATES = {"open": "belum diperbaiki"}
"""ROMANTIK's word for a remark that waits; every other one of ours that was sent is "sudah diperbaiki"."""


class IdentityTaken(StepRefused):
    """The identity number is another submission's already."""

    field = "identity_number"


def import_record(content: bytes, applicant: User, at: datetime, entered_by: User | None = None) -> Submission:
    """Begin a draft from one record; the record itself is kept, so that it can go out as it came.

    Raises `BadRecord`, also for a transaction that is a submission already.
    """
    record = read_record(content)
    transaction = "" if record.id_trans is None else str(record.id_trans)
    with write():
        if transaction and (before := Submission.of_transaction(transaction)):
            raise BadRecord(f"Transaksi {transaction} sudah menjadi permohonan {before}. Teruskan yang itu.")
        return start_draft(
            applicant,
            at,
            answers=record.answers,
            channel="romantik",
            entered_by=entered_by,
            romantik_id=transaction,
            romantik_record=record.original,
        )


def left_over(submission: Submission) -> tuple[tuple[tuple[str, str], ...], tuple[RomantikRemark, ...]]:
    """Of the record it began with: what found no place in our form, as (where, what), and the notes of examiners."""
    record = read_record(json.dumps(submission.romantik_record)) if submission.romantik_record else None
    return (record.left_over, record.remarks) if record else ((), ())


def note_romantik(
    submission: Submission, actor: User, at: datetime, romantik_id: str, identity_number: str, seen: str = ""
) -> None:
    """Keep the transaction id and the identity number that ROMANTIK gave.

    `seen` is the mark of what the page showed. Raises `IdentityTaken`, `ChangedMeanwhile`.
    """
    with write():
        refresh(submission)
        refuse_if_changed(seen, noted(submission), "submission", [submission.number], ("note_romantik",))
        if identity_number and Letter.identity_taken(identity_number, submission):
            raise IdentityTaken(f"Identitas rekomendasi {identity_number} sudah dipakai permohonan lain.")
        submission.romantik_id, submission.identity_number = romantik_id, identity_number
        submission.save()
        search.index_submission(submission)
        audit.record(
            "submission",
            submission.number,
            "note_romantik",
            actor,
            at,
            facts={"romantik_id": romantik_id, "identity_number": identity_number},
        )


def noted(submission: Submission) -> dict[str, object]:
    """What is kept of what ROMANTIK gave, by the names of the form."""
    return {"romantik_id": submission.romantik_id, "identity_number": submission.identity_number}


def export_record(submission: Submission) -> dict[str, Any]:
    """The record as ROMANTIK writes it. What came from there and was not edited goes out unchanged.

    Before it is sent there is nothing to say of its way; afterwards the envelope tells how it stands with us.
    """
    if submission.submitted_at is None:
        return write_record(submission.answers, envelope=_region(submission), original=submission.romantik_record)
    last = Revision.newest(submission)[0]
    return write_record(
        last.answers,
        envelope=_envelope(submission, last),
        attachments=[item["name"] for item in last.attachments],
        original=submission.romantik_record,
    )


def _envelope(submission: Submission, last: Revision) -> dict[str, Any]:
    """How it stands with us, in ROMANTIK's words; moments in ISO form and UTC, as in its own records."""
    corrected = last.sent_at if last.number > 1 else None
    identity = {"id_trans": int(submission.romantik_id)} if submission.romantik_id.isdecimal() else {}
    return (
        _region(submission)
        | identity
        | {
            "status_pengajuan": ROMANTIK_STATUS[Status(submission.status)],
            "status_rekomendasi": _outcome(submission),
            "catatan_pemeriksaan": _notes(submission),
            "tgl_pengajuan": _moment(submission.submitted_at),
            "tgl_perbaikan_terakhir": _moment(corrected),
            "tgl_pemeriksaan": _moment(submission.clock_started),
            "tgl_selesai": _moment(submission.decided_at),
        }
    )


def _region(submission: Submission) -> dict[str, str]:
    """Our own, where the record it came with says none."""
    record: dict[str, Any] = submission.romantik_record or {}
    return {} if record.get("wilayah") else {"wilayah": the_office().office_code}


def _outcome(submission: Submission) -> str | None:
    if submission.status == Status.WITHDRAWN:
        return "dibatalkan"
    return submission.outcome if submission.decided_at and submission.outcome else None


def _notes(submission: Submission) -> str:
    notes = [
        {
            "id": remark.id,
            "waktu": f"{local(remark.sent_at):%Y-%m-%d %H:%M:%S}",
            "oleh": str(remark.author.id),
            "status": NOTE_STATES.get(remark.state, "sudah diperbaiki"),
            "catatan": text_to_html(remark.text),
        }
        for remark in Remark.sent_of(submission)
    ]
    return json.dumps(notes, ensure_ascii=False)


def _moment(at: datetime | None) -> str | None:
    return at.isoformat(timespec="milliseconds") + "Z" if at else None
