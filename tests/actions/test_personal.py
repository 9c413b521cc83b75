"""What a person is given of himself, and nothing of others."""

import json

from pst.actions.complaints import complaints, dialogue
from pst.actions.personal import copy_json
from pst.models.emails import Email
from pst.models.frontdesk.visits import Visitor
from tests.factories import WHEN, a_remark, a_submission, user
from tests.factories_complaints import a_complaint
from tests.factories_desk import a_visit


def copied(person) -> dict[str, list]:
    return {each["tabel"]: each["baris"] for each in json.loads("".join(copy_json(person, WHEN)))["data"]}


def test_an_applicant_gets_own_rows_in_every_kind_and_no_draft_of_the_office(db):
    submission = a_submission()
    a_submission(applicant=user("pemohon2"))
    a_remark(submission)

    kept = copied(user("pemohon"))

    assert [row["number"] for row in kept["submission"]] == [submission.number]
    assert {row["to"] for row in kept["email"]} == {"pemohon@contoh.test"} and Email.select().count() > len(
        kept["email"]
    )
    assert kept["remark"] == []
    assert {row["verb"] for row in kept["event"]} >= {"submit"}


def test_a_visitor_gets_every_visit_and_no_account(db, monday):
    visit = a_visit()

    kept = copied(Visitor.of_visit(visit))

    assert [row["number"] for row in kept["visit"]] == [visit.number]
    assert "user" not in kept and "complaint" not in kept


def test_whoever_told_a_complaint_gets_the_dialogue_and_no_note_of_the_office(db):
    complaint = a_complaint()
    dialogue.reply(complaint, user("petugas"), "Sedang kami periksa.", WHEN)
    complaints.add_note(complaint, user("petugas"), "Rahasia kantor.", WHEN)

    kept = copied(complaint)

    assert [row["text"] for row in kept["complaint_message"]] == ["Sedang kami periksa."]
    assert kept["identity"] == []


def test_an_officers_own_history_tells_of_no_complaint(db):
    a_complaint(by=user("petugas"))

    assert {row["noun"] for row in copied(user("petugas"))["event"]} & {"complaint"} == set()
