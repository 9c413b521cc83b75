"""An account is erased on its owner's request: what goes, what stays, and what must end first."""

import pytest

from pst.actions import audit, emails
from pst.actions.accounts import mailboxes
from pst.actions.office import erasures, housekeeping
from pst.models.accounts.users import User, UserSession
from pst.models.base import database, write
from pst.models.emails import Email
from pst.models.erasures import Erasure
from pst.models.submissions.submissions import Submission
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from tests.factories import PASSWORD, WHEN, a_draft, a_submission, user

pytestmark = pytest.mark.usefixtures("db")


def asked(name: str = "pemohon") -> Erasure:
    return asked_by(user(name))


def asked_by(person: User) -> Erasure:
    erasures.ask(person, "Sudah pindah.", WHEN)
    return Erasure.find(Erasure.latest_of(person.id).id)


def test_what_the_law_lets_go_goes_and_what_must_stay_names_nobody(store):
    person, draft, sent = user("pemohon"), a_draft(), a_submission(Status.COMPLETED)
    UserSession.create(token_hash="x", user=person, created_at=WHEN, seen_at=WHEN)

    erasures.grant(asked(), "Terima kasih.", user("admin"), WHEN, store)

    left = User.get_by_id(person.id)
    assert (left.name, left.phone, left.active, left.password_hash) == ("(dihapus)", "", False, "")
    assert left.email == f"dihapus-{person.id}@dihapus.invalid"
    assert {row.number for row in Submission.select()} == {sent.number} != {draft.number}
    assert UserSession.select().count() == 0
    assert [row.kind for row in Email.select().where(Email.to == person.email)] == ["erasure"]
    assert audit.find_tampering() == []


def test_mails_to_an_address_the_person_had_before_or_asked_for_go_too_and_those_of_its_next_owner_stay(store):
    person, before = user("pemohon"), user("pemohon").email
    for address in ("salah@contoh.test", "baru@contoh.test"):
        mailboxes.ask_new(person, address, person, WHEN)
    path = Email.select().where(Email.to == "baru@contoh.test").get().facts["path"]
    mailboxes.confirm_new(path.rpartition("/")[2], PASSWORD, WHEN)
    User.update(email=before).where(User.id == user("pemohon2").id).execute()
    with write():
        emails.queue("password_changed", before, {}, WHEN)

    erasures.grant(asked_by(User.get_by_id(person.id)), "", user("admin"), WHEN, store)

    left = Email.select().where(Email.to != user("admin").email)
    assert {(mail.to, mail.kind) for mail in left} == {("baru@contoh.test", "erasure"), (before, "password_changed")}


@pytest.mark.parametrize("state", ["sent", "kept", "failed"])
def test_nothing_is_written_to_whoever_was_erased_and_the_farewell_is_forgotten(store, state):
    erasures.grant(asked(), "", user("admin"), WHEN, store)
    before = Email.select().count()
    with write():
        emails.queue("message", User.reached_at(Erasure.get().user_id)[1], {}, WHEN)
    assert Email.select().count() == before

    Email.update(state=state).where(Email.kind == "erasure").execute()
    with write():
        assert housekeeping.forget_farewells(WHEN.replace(year=2027)) == 2


@pytest.mark.parametrize(("name", "status"), [("pemohon", Status.IN_REVIEW), ("petugas", Status.IN_REVIEW)])
def test_open_work_ends_first(store, name, status):
    a_submission(status)
    with pytest.raises(Refusal):
        erasures.grant(asked(name), "", user("admin"), WHEN, store)

    assert user(name).active


def test_a_refusal_says_why_and_a_request_is_decided_once(store):
    erasure = asked()
    with pytest.raises(Refusal):
        erasures.ask(user("pemohon"), "", WHEN)
    with pytest.raises(Refusal) as no_reason:
        erasures.refuse(erasure, " ", user("admin"), WHEN)

    erasures.refuse(erasure, "Surat Anda masih dipakai.", user("admin"), WHEN)

    assert no_reason.value.field == "answer"
    assert Email.select().where(Email.to == "pemohon@contoh.test", Email.kind == "erasure").count() == 1
    with pytest.raises(Refusal):
        erasures.grant(erasure, "", user("admin"), WHEN, store)
    assert user("pemohon").active


def test_what_was_erased_lies_nowhere_in_the_database(store, config):
    person = user("pemohon")
    User.update(phone="0812-0000-RAHASIA").where(User.id == person.id).execute()
    database.empty_log()
    assert b"0000-RAHASIA" in config.database.read_bytes()

    erasures.grant(asked(), "", user("admin"), WHEN, store)

    database.empty_log()
    assert b"0000-RAHASIA" not in config.database.read_bytes()
