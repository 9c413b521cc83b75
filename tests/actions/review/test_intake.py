"""A submission begun at the counter: for somebody with an account, for somebody without, from a record."""

import json

import pytest

from pst.actions.accounts.accounts import Newcomer
from pst.actions.review import intake
from pst.exchange.romantik import BadRecord
from pst.models.accounts.users import User
from pst.models.emails import Email
from pst.models.submissions.submissions import Submission
from tests.factories import WHEN, user


def test_a_visitor_with_an_account_gets_a_draft_marked_as_entered_by_the_officer(db):
    draft = intake.enter_for(user("petugas"), Newcomer("PEMOHON@contoh.test"), "visit", WHEN)

    assert (draft.applicant_id, draft.entered_by_id, draft.channel, draft.status) == (
        user("pemohon").id,
        user("petugas").id,
        "visit",
        "draft",
    )


def test_a_stranger_is_given_an_account_and_a_link_to_take_it_over(db):
    stranger = Newcomer("baru@contoh.test", "Tono Baru", new_agency="Dinas Baru")

    draft = intake.enter_for(user("petugas"), stranger, "letter", WHEN)

    person = User.by_email("baru@contoh.test")
    assert (draft.applicant_id, person.name, sorted(person.roles)) == (person.id, "Tono Baru", ["applicant"])
    assert [(mail.kind, mail.to) for mail in Email.select()] == [("invitation", "baru@contoh.test")]


def test_a_stranger_without_a_name_is_refused_and_nothing_is_kept(db):
    with pytest.raises(intake.IntakeRefused) as refusal:
        intake.enter_for(user("petugas"), Newcomer("baru@contoh.test"), "visit", WHEN)

    assert refusal.value.field == "name"
    assert (User.by_email("baru@contoh.test"), Submission.select().count()) == (None, 0)


@pytest.mark.parametrize("email", ["petugas@contoh.test", "petugas2@contoh.test", "kepala@contoh.test"])
def test_people_of_the_office_are_no_applicants(db, email):
    with pytest.raises(intake.IntakeRefused):
        intake.enter_for(user("petugas"), Newcomer(email, "Nama"), "visit", WHEN)

    assert Submission.select().count() == 0


def test_a_record_becomes_a_draft_for_a_known_applicant(db):
    record = json.dumps({"id_trans": 7, "nama_kegiatan": "Kompilasi Contoh", "tahun_kegiatan": 2026, "form": "{}"})

    draft = intake.import_for(user("petugas"), WHEN, email="pemohon@contoh.test", content=record.encode())

    assert (draft.title, draft.romantik_id, draft.channel, draft.entered_by_id) == (
        "Kompilasi Contoh",
        "7",
        "romantik",
        user("petugas").id,
    )


def test_a_record_for_nobody_or_without_sense_is_refused(db):
    with pytest.raises(intake.IntakeRefused):
        intake.import_for(user("petugas"), WHEN, email="siapa@contoh.test", content=b"{}")
    with pytest.raises(BadRecord):
        intake.import_for(user("petugas"), WHEN, email="pemohon@contoh.test", content=b"bukan json")

    assert Submission.select().count() == 0
