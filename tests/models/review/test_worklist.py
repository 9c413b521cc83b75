"""The work that waits: who sees what, in which order; how much there is; who else is looking."""

from datetime import date, datetime, timedelta

from pst.actions.audit import record_look
from pst.actions.review import evaluations
from pst.models.base import write
from pst.models.narrowing import Wanted
from pst.models.review import worklist
from pst.models.review.register import register_page
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, conclude, user
from tests.models.review.test_register import many, numbers

TODAY = date(2026, 11, 23)  # Senin
SILENT = WHEN - timedelta(days=30)


def test_the_desk_puts_each_submission_where_it_waits_most_urgent_first(db):
    nobody = a_submission(Status.SUBMITTED)
    mine = a_submission(Status.IN_REVIEW)
    late = a_submission(Status.IN_REVIEW, at=WHEN - timedelta(days=40))
    silent = a_submission(Status.NEEDS_REVISION, at=WHEN - timedelta(days=40))
    a_submission(Status.NEEDS_REVISION)

    found = worklist.waiting(user("petugas"), TODAY, SILENT)

    assert {name: [row.number for row in rows] for name, rows in found.items()} == {
        "head": [],
        "late": [],
        "mine": [late.number, mine.number],
        "unassigned": [nobody.number],
        "silent": [silent.number],
        "issued": [],
        "entered": [],
    }
    assert [row.number for row in worklist.waiting(user("petugas2"), TODAY, SILENT)["late"]] == [late.number]


def test_the_head_sees_what_waits_for_a_signature_and_what_is_late(db):
    many(2, status="awaiting_signature")
    with write():
        Submission.update(due_on=date(2026, 11, 20)).where(Submission.id == 2).execute()

    found = worklist.waiting(user("kepala"), TODAY, SILENT)

    assert {name: numbers(rows) for name, rows in found.items()} == {"head": [2, 1], "late": [2]}


def test_a_count_says_how_many_rows_it_opens(db):
    a_draft()
    for status in (Status.SUBMITTED, Status.IN_REVIEW, Status.AWAITING_SIGNATURE, Status.ISSUED, Status.COMPLETED):
        a_submission(status)
    for status in (Status.NEEDS_REVISION, Status.IN_REVIEW):
        a_submission(status, at=WHEN - timedelta(days=40))

    for name in ("petugas", "petugas2", "kepala"):
        opened = {
            card: len(register_page(Wanted(user(name), TODAY, filters)).rows)
            for card, filters in worklist.CARDS.items()
        }
        assert worklist.counts(user(name), TODAY) == opened
    assert opened["open"] > opened["head"] > 0


def test_counts_say_how_much_there_is_of_each(db):
    a_submission(Status.SUBMITTED)
    a_submission(Status.IN_REVIEW)
    a_submission(Status.IN_REVIEW, at=WHEN - timedelta(days=40))
    a_submission(Status.NEEDS_REVISION)
    a_draft()

    assert worklist.counts(user("petugas"), TODAY) == {
        "mine": 2,
        "unassigned": 1,
        "head": 0,
        "with_applicant": 1,
        "late": 1,
        "open": 4,
    }


def test_an_opinion_is_asked_until_it_is_given_or_the_team_has_concluded(db):
    given, concluded, open_ = (a_submission(Status.EVALUATION) for _ in range(3))
    for submission in (given, concluded, open_):
        evaluations.invite(submission, user("petugas2"), user("petugas"), WHEN)
    evaluations.give_opinion(given, user("petugas2"), "layak", "Setuju.", WHEN)
    conclude(concluded)

    assert [row.number for row in worklist.opinions_asked(user("petugas2"))] == [open_.number]
    assert worklist.opinions_asked(user("petugas")) == []


def test_looks_name_each_person_once_and_forget_what_is_old(db):
    for minutes, name in ((0, "petugas"), (3, "petugas2"), (4, "petugas2"), (30, "kepala")):
        record_look(user(name), "submission X", WHEN - timedelta(minutes=minutes))
    record_look(user("admin"), "submission Y", WHEN)

    seen = worklist.looks_since("submission X", WHEN - timedelta(minutes=5))

    assert [(row.name, row.at) for row in seen] == [
        ("Sinta Petugas", WHEN),
        ("Bayu Petugas", datetime(2026, 11, 23, 1, 57)),
    ]
