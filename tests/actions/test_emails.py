"""The outbox."""

from datetime import timedelta

import pytest

from pst.actions import emails
from pst.actions.submissions.messages import send_message, withdraw_message
from pst.models.audit import Event
from pst.models.base import write
from pst.models.emails import Email
from pst.rules.refusals import Refusal
from tests import factories


def a_mail(at, kind="received", **more) -> Email:
    with write():
        mail = emails.queue(kind, "ratna@contoh.test", {"name": "Ratna"}, at)
        Email.update(more).where(Email.id == mail.id).execute() if more else None
    return Email.get_by_id(mail.id)


def test_a_mail_stands_and_falls_with_what_it_tells(db, at):
    with pytest.raises(AssertionError):
        emails.queue("received", "ratna@contoh.test", {}, at)
    with pytest.raises(RuntimeError), write():
        emails.queue("received", "ratna@contoh.test", {}, at)
        raise RuntimeError

    assert Email.select().count() == 0


@pytest.mark.parametrize(("state", "again"), [("failed", True), ("kept", True), ("queued", True), ("sent", False)])
def test_what_is_still_to_be_sent_can_be_tried_again(db, at, state, again):
    mail = a_mail(at, state=state, tries=12, error="550 ditolak", next_try_at=at + timedelta(hours=12))

    assert emails.try_again(mail, factories.user("admin"), at + timedelta(hours=1)) is again

    mail = Email.get_by_id(mail.id)
    due = ("queued", 0, "", at + timedelta(hours=1)) if again else (state, 12, "550 ditolak", at + timedelta(hours=12))
    assert (mail.state, mail.tries, mail.error, mail.next_try_at) == due
    assert Event.select().count() == int(again)


def test_all_failed_mails_are_tried_again_together(db, at):
    failed = [a_mail(at, state="failed").id for _ in range(2)]
    a_mail(at, state="sent")
    a_mail(at, state="kept")

    assert emails.try_all_again(factories.user("admin"), at) == 2
    assert emails.try_all_again(factories.user("admin"), at) == 0

    states = [(mail.id, mail.state) for mail in Email.select().order_by(Email.id)]
    assert [number for number, state in states if state == "queued"] == failed
    assert [state for _, state in states] == ["queued", "queued", "sent", "kept"]
    assert [event.facts for event in Event.select()] == [{"mails": failed}]


@pytest.mark.parametrize(
    ("state", "later", "why"),
    [
        ({}, 11, "sepuluh menit"),
        ({"tries": 1}, 1, "belum berangkat"),
        ({"state": "sent"}, 1, "belum berangkat"),
        ({"kind": "new_device"}, 1, "hanya pesan dan formulir"),
    ],
)
def test_only_what_was_written_by_hand_a_moment_ago_is_cancelled(db, at, state, later, why):
    with pytest.raises(Refusal, match=why):
        emails.cancel(a_mail(at, **{"kind": "message", **state}), factories.an_officer(), at + timedelta(minutes=later))


def test_a_mail_that_leaves_meanwhile_is_not_called_cancelled(db, at):
    seen = a_mail(at, "message")
    Email.update(state="sent").execute()

    with pytest.raises(Refusal, match="sudah dikirim"):
        emails.cancel(seen, factories.an_officer(), at)


def test_a_message_is_withdrawn_also_after_its_mail_was_cancelled(db, at):
    submission = factories.a_submission()
    message = send_message(submission, factories.an_officer(), "Halo.", at)
    emails.cancel(Email.get(Email.kind == "message"), factories.an_officer(), at)

    assert withdraw_message(message, submission, factories.an_officer(), at) == "Halo."
