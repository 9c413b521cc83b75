"""How much work there is, and who else is looking."""

from datetime import date, datetime, timedelta

from pst.actions.audit import record_look
from pst.models.accounts.users import User
from pst.models.narrowing import Wanted
from pst.models.review import worklist
from pst.models.review.register import register_page
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, user

TODAY = date(2026, 11, 23)  # Senin


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
        assert worklist.counts(worklist.loads(TODAY), user(name)) == opened
    assert opened["open"] > opened["head"] > 0


def test_what_somebody_who_left_still_holds_counts_as_nobodys_and_is_found_as_such(db):
    a_submission(Status.IN_REVIEW)
    User.update(active=False).where(User.email == "petugas@contoh.test").execute()

    wanted = Wanted(user("petugas2"), TODAY, worklist.CARDS["unassigned"])
    assert (
        worklist.counts(worklist.loads(TODAY), user("petugas2"))["unassigned"] == len(register_page(wanted).rows) == 1
    )
    assert worklist.colleagues(worklist.loads(TODAY), user("petugas2")) == []


def test_counts_say_how_much_there_is_of_each(db):
    a_submission(Status.SUBMITTED)
    a_submission(Status.IN_REVIEW)
    a_submission(Status.IN_REVIEW, at=WHEN - timedelta(days=40))
    a_submission(Status.NEEDS_REVISION)
    a_draft()

    assert worklist.counts(worklist.loads(TODAY), user("petugas")) == {
        "mine": 2,
        "unassigned": 1,
        "head": 0,
        "with_applicant": 1,
        "late": 1,
        "open": 4,
    }


def test_colleagues_carry_what_is_at_the_office_and_some_of_it_late(db):
    a_submission(Status.IN_REVIEW)
    a_submission(Status.IN_REVIEW, at=WHEN - timedelta(days=40))
    a_submission(Status.SUBMITTED)

    found = worklist.colleagues(worklist.loads(TODAY), user("petugas2"))

    assert [(load.name, load.carried, load.late) for load in found] == [("Sinta Petugas", 2, 1)]
    assert worklist.colleagues(worklist.loads(TODAY), user("petugas")) == []


def test_looks_name_each_person_once_and_forget_what_is_old(db):
    for minutes, name in ((0, "petugas"), (3, "petugas2"), (4, "petugas2"), (30, "kepala")):
        record_look(user(name), "submission X", WHEN - timedelta(minutes=minutes))
    record_look(user("admin"), "submission Y", WHEN)

    seen = worklist.looks_since("submission X", WHEN - timedelta(minutes=5))

    assert [(row.name, row.at) for row in seen] == [
        ("Sinta Petugas", WHEN),
        ("Bayu Petugas", datetime(2026, 11, 23, 1, 57)),
    ]
