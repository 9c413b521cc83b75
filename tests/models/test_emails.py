"""What the outbox can be asked."""

from datetime import timedelta

from pst.models.base import write
from pst.models.emails import Email
from pst.models.narrowing import Wanted
from tests import factories

MINUTE = timedelta(minutes=1)


def a_mail(at, **more) -> Email:
    with write():
        return Email.create(**{"kind": "received", "to": "a@contoh.test", "created_at": at, "next_try_at": at, **more})


def test_due_is_what_is_queued_whose_time_has_come_and_what_gave_trouble_comes_last(db, at):
    troubled, *fresh = [a_mail(at, tries=tries) for tries in (3, 0, 0)]
    a_mail(at, next_try_at=at + MINUTE)
    for state in ("sent", "kept", "failed"):
        a_mail(at, state=state)

    assert list(Email.due(at)) == [*fresh, troubled]
    assert list(Email.due(at, limit=2)) == fresh


def test_a_page_of_one_state_holds_no_other(db, at):
    for state in ("sent", "failed", "sent", "failed"):
        a_mail(at, state=state)

    assert [mail.id for mail in Email.page(Wanted(filters={"keadaan": "failed"})).rows] == [4, 2]
    assert Email.count_by_state() == {"sent": 2, "failed": 2}


def test_a_mail_brings_its_submission_along(db, at):
    submission = factories.a_submission()

    mail = Email.select().where(Email.submission == submission.id).first()

    assert Email.find(mail.id).submission.number == submission.number
    assert Email.find(99) is None
