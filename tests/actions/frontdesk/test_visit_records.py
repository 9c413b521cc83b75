"""What is done at the counter lands in the visit's history."""

from datetime import timedelta

import pytest

from pst.actions.accounts import links, registration
from pst.actions.accounts.accounts import Newcomer
from pst.actions.frontdesk import visit_records, visits
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.frontdesk.visits import Visit
from pst.models.submissions.submissions import Submission
from pst.rules.accounts.devices import Asker
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import WHEN, a_submission, an_applicant, an_officer
from tests.factories_desk import a_visit

pytestmark = pytest.mark.usefixtures("db")
RAHMAT = Newcomer("rahmat@contoh.test", "Rahmat Tamu", phone="0812")


def done(visit: Visit) -> list[str]:
    return [event.verb for event in Event.of("visit", visit.number)][2:]


def test_the_form_goes_by_mail_and_the_address_serves_the_survey_too():
    visit = a_visit(email="")

    visit_records.mail_form(visit, an_officer(), "baru@contoh.test", WHEN)

    [mail] = Email.select()
    assert (mail.kind, mail.to, mail.facts["path"]) == ("form", "baru@contoh.test", "/formulir")
    assert Visit.find(visit.number).email == "baru@contoh.test"
    assert done(visit) == ["mail_form"]


def test_an_account_is_opened_and_its_owner_gets_the_link():
    visit = a_visit()

    user = visit_records.open_account(visit, an_officer(), RAHMAT, WHEN)

    assert (user.roles, user.confirmed_at) == (frozenset({Role.APPLICANT}), None)
    assert [mail.kind for mail in Email.select()] == ["invitation"]
    assert done(visit) == ["open_account"]
    with pytest.raises(Refusal, match="sudah dipakai akun lain"):
        visit_records.open_account(visit, an_officer(), Newcomer("RAHMAT@contoh.test", "Lagi"), WHEN)
    assert done(visit) == ["open_account"]


def test_an_assisted_submission_belongs_to_the_visitor_and_carries_the_officers_name():
    visit = a_visit()

    draft = visit_records.start_submission(visit, an_officer(), RAHMAT, WHEN)

    row = Submission.with_people().where(Submission.id == draft.id).get()
    assert (row.applicant.email, row.entered_by_id, row.channel) == ("rahmat@contoh.test", an_officer().id, "visit")
    assert Visit.find(visit.number).submission.number == draft.number
    assert done(visit) == ["start_submission"]


def test_somebody_with_an_account_gets_no_second_one():
    visit, before = a_visit(), User.select().count()

    draft = visit_records.start_submission(visit, an_officer(), Newcomer(an_applicant().email, "Ratna"), WHEN)

    assert (draft.applicant_id, User.select().count()) == (an_applicant().id, before)


def test_a_case_is_linked_by_number_and_unlinked_by_nothing():
    visit, submission = a_visit(), a_submission(Status.IN_REVIEW)

    visit_records.link_case(visit, an_officer(), submission.number, WHEN)
    assert Visit.find(visit.number).submission.number == submission.number
    visit_records.link_case(visit, an_officer(), "ADU-2026-0001", WHEN)
    linked = Visit.find(visit.number)
    assert (linked.submission, linked.complaint) == (None, "ADU-2026-0001")

    visit_records.link_case(visit, an_officer(), "", WHEN)
    assert Visit.find(visit.number).complaint == ""
    with pytest.raises(visits.CaseUnknown):
        visit_records.link_case(visit, an_officer(), "REK-6104-2026-9999", WHEN)


def test_the_outcome_stays_in_the_visit_not_in_the_chain():
    visit = a_visit()

    visit_records.note_outcome(visit, an_officer(), " Disarankan memakai data Susenas. ", WHEN)

    row = Visit.find(visit.number)
    assert (row.outcome, row.officer.name) == ("Disarankan memakai data Susenas.", an_officer().name)
    assert (done(visit), Event.latest("visit", visit.number).note) == (["note_outcome"], "")


def test_the_form_that_was_given_and_the_search_stand_in_the_history():
    visit = a_visit()

    visit_records.give_form(visit, an_officer(), "xlsx", WHEN)
    visit_records.search_catalogue(visit, an_officer(), WHEN)

    assert done(visit) == ["give_form", "search_catalogue"]
    assert [event.facts for event in Event.of("visit", visit.number)][2:] == [{"form": "xlsx"}, {}]


def test_a_code_read_aloud_opens_the_new_account_once():
    visit = a_visit()
    user = visit_records.open_account(visit, an_officer(), Newcomer("lain@contoh.test", "Rahmat Tamu"), WHEN)
    assert visit_records.account_of(visit) == user and visit_records.may_read_code(user)

    code, expires_at = visit_records.read_code(visit, an_officer(), WHEN)

    assert expires_at == WHEN + timedelta(minutes=30)
    assert registration.set_password(code, "kuda hijau makan nasi", Asker(), WHEN).id == user.id
    with pytest.raises(links.LinkRefused):
        registration.set_password(code, "kuda hijau makan nasi", Asker(), WHEN)
    assert done(visit) == ["open_account", "read_code"]
    assert code not in " ".join(f"{event.note} {event.facts}" for event in Event.select())


@pytest.mark.parametrize("email", ["pemohon@contoh.test", "petugas2@contoh.test", "kepala@contoh.test", ""])
def test_no_code_opens_an_account_that_has_a_password_or_belongs_to_the_office(email):
    visit = a_visit(email=email, phone="0812 3456 7890")

    with pytest.raises(visit_records.DeskRefused):
        visit_records.read_code(visit, an_officer(), WHEN)
    assert done(visit) == []


def test_an_anonymised_visit_takes_nothing_new():
    old = a_visit()
    Visit.update(anonymised_at=WHEN).execute()
    visit = Visit.find(old.number)

    for act in (
        lambda: visit_records.mail_form(visit, an_officer(), "baru@contoh.test", WHEN),
        lambda: visit_records.give_form(visit, an_officer(), "pdf", WHEN),
        lambda: visit_records.search_catalogue(visit, an_officer(), WHEN),
        lambda: visit_records.open_account(visit, an_officer(), RAHMAT, WHEN),
        lambda: visit_records.read_code(visit, an_officer(), WHEN),
        lambda: visit_records.start_submission(visit, an_officer(), RAHMAT, WHEN),
        lambda: visit_records.link_case(visit, an_officer(), "", WHEN),
        lambda: visit_records.note_outcome(visit, an_officer(), "Apa saja", WHEN),
    ):
        with pytest.raises(visit_records.DeskRefused):
            act()
    assert (done(visit), Email.select().count(), Submission.select().count()) == ([], 0, 0)
