"""Another address works when its mailbox and the account's password answer; the old one hears of both."""

import pytest

from pst.actions.accounts import links, mailboxes, registration
from pst.actions.accounts import sign_in as own_account
from pst.actions.attempts import TooManyTries
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.emails import Email
from pst.rules.refusals import Refusal
from tests import factories

NEW = "ratna.baru@contoh.test"


def asked(ratna, actor, at) -> str:
    mailboxes.ask_new(ratna, NEW, actor, at)
    mail = Email.select().where(Email.kind == "confirm_new_email").order_by(Email.id.desc()).first()
    return mail.facts["path"].rpartition("/")[2]


def email_of(user) -> str:
    return User.get_by_id(user.id).email


def test_the_old_address_works_until_the_link_is_used_and_hears_of_both(db, at):
    ratna = factories.an_applicant()
    token = asked(ratna, ratna, at)
    before = email_of(ratna)

    mailboxes.confirm_new(token, factories.PASSWORD, at)

    assert (before, email_of(ratna)) == ("pemohon@contoh.test", NEW)
    told = Email.select().where(Email.kind == "email_changed")
    assert [(mail.to, mail.facts["what"], mail.facts["who"]) for mail in told] == [
        ("pemohon@contoh.test", "asked", ""),
        ("pemohon@contoh.test", "done", ""),
    ]
    assert [event.verb for event in Event.select()] == ["ask_new_email", "change_email"]


def test_an_administrator_does_not_move_somebodys_account_into_a_mailbox_of_his_own(db, at):
    head, admin = factories.user("kepala"), factories.user("admin")
    token = asked(head, admin, at)

    with pytest.raises(own_account.SignInRefused):
        mailboxes.confirm_new(token, "sandi administrator", at)

    assert email_of(head) == "kepala@contoh.test"
    mail = Email.get(Email.kind == "email_changed")
    assert (mail.to, mail.facts["who"]) == ("kepala@contoh.test", admin.name)


def test_an_address_that_is_taken_is_refused_when_asked_and_when_confirmed(db, at):
    ratna = factories.an_applicant()
    with pytest.raises(Refusal):
        mailboxes.ask_new(ratna, "PETUGAS@contoh.test", ratna, at)

    token = asked(ratna, ratna, at)
    factories.a_user(NEW, "Orang Lain")
    with pytest.raises(Refusal):
        mailboxes.confirm_new(token, factories.PASSWORD, at)
    assert email_of(ratna) == "pemohon@contoh.test"


def test_guessing_at_the_link_shuts_nobody_out_of_the_own_session(db, at):
    ratna = factories.an_applicant()
    token = asked(ratna, factories.user("admin"), at)
    for _ in range(5):
        with pytest.raises(own_account.SignInRefused):
            mailboxes.confirm_new(token, "tebakan", at)
    with pytest.raises(TooManyTries):
        mailboxes.confirm_new(token, factories.PASSWORD, at)

    own_account.prove(ratna, factories.PASSWORD, at)


def test_a_newer_request_and_a_closed_account_end_the_link_and_a_reset_does_not(db, at):
    ratna = factories.an_applicant()
    first, second = asked(ratna, ratna, at), asked(ratna, ratna, at)
    with write():
        registration.mail_password_link(ratna, "reset_password", "password", at)

    with pytest.raises(links.LinkRefused):
        mailboxes.asked_for(first, at)
    assert mailboxes.asked_for(second, at) == NEW
    User.update(active=False).where(User.id == ratna.id).execute()
    with pytest.raises(links.LinkRefused):
        mailboxes.confirm_new(second, factories.PASSWORD, at)
