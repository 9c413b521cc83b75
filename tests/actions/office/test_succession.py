"""Whoever leaves hands over what is open; nothing stays with somebody who is not there any more."""

from datetime import date

import pytest

from pst.actions.complaints import complaint_steps
from pst.actions.office import succession
from pst.actions.office.succession import NOBODY
from pst.actions.review import evaluations
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.complaints.complaints import Complaint
from pst.models.frontdesk.roster import OnDuty
from pst.models.review.evaluations import Opinion
from pst.models.submissions.submissions import Submission
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import WHEN, a_submission, an_officer, user
from tests.factories_complaints import a_complaint

pytestmark = pytest.mark.usefixtures("db")
TODAY, TOMORROW = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def busy():
    """An officer with one of everything that can be open."""
    officer = an_officer()
    submission = a_submission(Status.EVALUATION)
    for colleague in (officer, user("petugas2")):
        evaluations.invite(submission, colleague, officer, WHEN)
    complaint = a_complaint()
    Complaint.update(assignee=officer).where(Complaint.id == complaint.id).execute()
    for day in (TODAY, TOMORROW):
        OnDuty.create(day=day, officer=officer)
    OnDuty.create(day=TOMORROW, officer=user("petugas2"))
    return officer


def left(name: str) -> tuple[int, int, int, int]:
    work = succession.open_work(user(name), TODAY)
    return len(work.submissions), len(work.opinions), work.complaints, work.days


def test_an_account_with_open_work_is_not_closed_before_somebody_goes_on(busy):
    assert left("petugas") == (1, 1, 1, 2)

    for heir in ("", str(busy.id), str(user("kepala").id), "9" * 30):
        with pytest.raises(Refusal) as refusal:
            succession.close(busy, user("admin"), WHEN, heir=heir)
        assert refusal.value.field == "heir"

    assert (user("petugas").active, left("petugas")) == (True, (1, 1, 1, 2))


def test_the_successor_goes_on_with_all_of_it_once(busy):
    succession.close(busy, user("admin"), WHEN, "Pindah", str(user("petugas2").id))

    assert (left("petugas"), user("petugas").active) == ((0, 0, 0, 0), False)
    assert left("petugas2") == (1, 1, 1, 2)
    assert Event.latest("submission", Submission.get().number, ("assign",)).facts == {"officer": "Bayu Petugas"}


def test_without_a_successor_it_is_everybodys_again(busy):
    succession.close(busy, user("admin"), WHEN, "Pindah", NOBODY)

    assert left("petugas") == (0, 0, 0, 0)
    assert (Submission.get().assignee_id, Complaint.get().assignee_id) == (None, None)
    assert [row.officer_id for row in Opinion.select()] == [user("petugas2").id]


def test_losing_the_officers_role_asks_as_well_and_a_head_keeps_opinions_and_complaints(busy):
    with pytest.raises(Refusal):
        succession.change(busy, user("admin"), WHEN, roles=[Role.HEAD])

    succession.change(busy, user("admin"), WHEN, heir=str(user("petugas2").id), roles=[Role.HEAD])

    assert left("petugas") == (0, 1, 1, 0)
    assert set(User.get_by_id(busy.id).roles) == {Role.HEAD}


def test_whoever_keeps_the_role_or_has_nothing_open_is_asked_nothing(busy):
    succession.change(busy, user("admin"), WHEN, position="Statistisi", roles=[Role.OFFICER, Role.HEAD])
    succession.close(user("petugas2"), user("admin"), WHEN, heir=str(busy.id))

    assert left("petugas")[:3] == (1, 1, 1)
    succession.close(user("pemohon2"), user("admin"), WHEN)
    assert not user("pemohon2").active


def test_a_complaint_goes_only_to_a_successor_who_may_know_of_it(busy):
    complaint = Complaint.get()
    assert complaint_steps.steps_for(complaint, busy) is not None
    Complaint.update(about_head=True).where(Complaint.id == complaint.id).execute()

    succession.close(busy, user("admin"), WHEN, heir=str(user("petugas2").id))

    assert Complaint.get().assignee_id is None
