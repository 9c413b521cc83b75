"""What waits for whom, of every service, most urgent first."""

from datetime import date, datetime, timedelta

from pst.actions.accounts import sign_in as own_account
from pst.actions.complaints import codes, complaint_steps
from pst.actions.frontdesk import tickets
from pst.actions.review import evaluations
from pst.actions.submissions import duties, messages
from pst.models import waiting
from pst.models.base import write
from pst.models.office.settings import the_office
from pst.models.submissions.duties import Duty
from pst.models.waiting import PAGE
from pst.rules.complaints.complaints import Status as ComplaintStatus
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_store, a_submission, an_applicant, conclude, user
from tests.factories_complaints import a_box, a_complaint, a_manager
from tests.factories_desk import guests
from tests.models.review.test_register import many

TODAY = date(2026, 11, 23)  # Senin
LONG_AGO = WHEN - timedelta(days=40)


def waits(name: str, page: int = 1) -> waiting.Found:
    return waiting.waiting(user(name), TODAY, WHEN, the_office(), page)


def found(name: str) -> list[tuple[str, str]]:
    return [(row.kind, row.number) for row in waits(name).rows]


def test_each_submission_waits_for_whoever_carries_it_the_late_one_first(db):
    nobodys = a_submission(Status.SUBMITTED)
    mine = a_submission(Status.IN_REVIEW)
    late = a_submission(Status.IN_REVIEW, at=LONG_AGO)
    silent = a_submission(Status.NEEDS_REVISION, at=LONG_AGO)
    a_submission(Status.NEEDS_REVISION)

    assert found("petugas") == [
        ("work", late.number),
        ("work", mine.number),
        ("silent", silent.number),
        ("free", nobodys.number),
    ]
    assert found("petugas2") == [("free", nobodys.number)]


def test_work_of_whoever_is_away_waits_for_the_stand_in_as_well_until_the_last_day(db):
    carried = a_submission(Status.IN_REVIEW)
    own_account.be_away(user("petugas"), TODAY, user("petugas2").id, WHEN)

    assert found("petugas2") == [("stood_in", carried.number)]
    assert found("petugas") == [("work", carried.number)]
    tomorrow = waiting.waiting(user("petugas2"), TODAY + timedelta(days=1), WHEN + timedelta(days=1), the_office())
    assert tomorrow.rows == []


def test_the_head_signs_and_an_issued_letter_waits_for_nobodys_day(db):
    unsigned, issued = a_submission(Status.AWAITING_SIGNATURE), a_submission(Status.ISSUED, at=LONG_AGO)

    assert found("kepala") == [("sign", unsigned.number)]
    assert [(row.kind, row.number, row.due) for row in waits("petugas").rows] == [("work", issued.number, None)]


def test_an_opinion_is_asked_until_it_is_given_or_the_team_has_concluded(db):
    given, concluded, open_ = (a_submission(Status.EVALUATION) for _ in range(3))
    for submission in (given, concluded, open_):
        evaluations.invite(submission, user("petugas2"), user("petugas"), WHEN)
    evaluations.give_opinion(given, user("petugas2"), "layak", "Setuju.", WHEN)
    conclude(concluded)

    assert found("petugas2") == [("opinion", open_.number)]


def test_an_unread_message_waits_until_it_is_read(db):
    submission = a_submission(Status.NEEDS_REVISION)
    messages.send_message(submission, an_applicant(), "Apakah boleh minggu depan?", WHEN)
    assert found("petugas") == [("reply", submission.number)]

    messages.mark_read(submission, True, WHEN)

    assert found("petugas") == []


def test_results_wait_to_be_looked_at_and_to_be_asked_for(db):
    handed_in, owed, early = (a_submission(Status.COMPLETED) for _ in range(3))
    duties.record_results(
        handed_in, an_applicant(), WHEN + timedelta(days=90), a_store(), link="https://contoh.test/hasil"
    )
    for submission, day in ((owed, date(2026, 11, 20)), (early, date(2026, 12, 20))):
        with write():
            Duty.update(due_on=day).where(Duty.submission == submission.id, Duty.kind == "results").execute()

    assert found("petugas") == [("owed", owed.number), ("results", handed_in.number)]


def test_a_draft_entered_for_somebody_waits_for_whoever_entered_it(db):
    draft = a_draft()
    draft.entered_by = user("petugas")
    with write():
        draft.save()

    assert (found("petugas"), found("petugas2")) == ([("entered", draft.number)], [])


def test_complaints_wait_for_their_handler_and_the_late_ones_also_for_the_manager(db):
    new, carried = a_complaint(), a_complaint(ComplaintStatus.IN_PROGRESS, at=LONG_AGO)
    a_complaint(ComplaintStatus.ANSWERED)

    assert found("petugas") == [("complaint", carried.number), ("free_complaint", new.number)]
    assert found("petugas2") == [("free_complaint", new.number)]
    assert found("kepala") == [("late_complaint", carried.number), ("free_complaint", new.number)]


def test_a_new_code_waits_today_for_everybody_but_whoever_asked_for_it(db):
    complaint = a_complaint(ComplaintStatus.IN_PROGRESS, channel="visit")
    assert found("petugas2") == []

    codes.ask(complaint, user("petugas"), "Kode hilang.", WHEN)

    assert found("petugas2") == [("code", complaint.number)]
    assert found("petugas") == [("complaint", complaint.number)]
    tomorrow = waiting.waiting(user("petugas2"), TODAY + timedelta(days=1), WHEN + timedelta(days=1), the_office())
    assert tomorrow.rows == []
    codes.give(complaint, user("petugas2"), "x", WHEN)
    assert found("petugas2") == []


def test_nobody_meets_a_complaint_about_oneself(db):
    about = a_complaint(who="Bayu Petugas")
    a_manager("petugas")

    assert ("free_complaint", about.number) in found("petugas")
    assert found("petugas2") == []


def test_a_complaint_that_was_taken_up_is_no_longer_nobodys(db):
    complaint = a_complaint()

    complaint_steps.take_up(complaint, user("petugas2"), WHEN)

    assert (found("petugas"), found("petugas2")) == ([], [("complaint", complaint.number)])


def test_visitors_and_an_overdue_box_wait_in_the_room(db):
    a_box(at=WHEN - timedelta(days=9))
    tickets.call(guests(3)[0], user("petugas"), 1, WHEN)

    rows = [(row.kind, row.how_many, row.due) for row in waits("petugas").rows]

    assert rows == [("box", 1, date(2026, 11, 21)), ("visitors", 2, TODAY)]


def test_a_box_opened_lately_is_told_and_does_not_wait(db):
    a_box(at=WHEN)

    assert [(kind, row.due) for kind, row in waits("petugas").room.items()] == [("box", date(2026, 11, 30))]
    assert waits("petugas").rows == []


def test_pages_follow_each_other_without_losing_a_row(db):
    many(PAGE + 3, status="submitted")

    first, second = waits("petugas"), waits("petugas", 2)

    assert (len(first.rows), first.more, len(second.rows), second.more) == (PAGE, True, 3, False)
    assert len({row.number for row in first.rows + second.rows}) == PAGE + 3


def test_what_was_done_today_tells_nothing_of_complaints(db):
    submission = a_submission(Status.IN_REVIEW)
    complaint_steps.take_up(a_complaint(), user("petugas"), WHEN)

    done = waiting.done_since(user("petugas"), datetime(2026, 11, 22, 17, 0))

    assert {(event.verb, event.key) for event in done} == {("declare_complete", submission.number)}
