"""Accounts as the office keeps them."""

import pytest

from pst.actions.accounts import accounts, registration, sessions
from pst.actions.accounts.accounts import AccountRefused
from pst.actions.accounts.links import LinkRefused
from pst.actions.accounts.passwords import is_password
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office.agencies import Agency
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.passwords import PasswordRefused
from pst.rules.refusals import Refusal
from pst.rules.roles import Role
from tests import factories

PASSWORD = "kuda hijau makan nasi"


def admin() -> User:
    return factories.user("admin")


def test_a_new_account_opens_through_the_mailed_link_alone(db, at):
    user = accounts.create_user("Rudi Petugas", "rudi@contoh.test", [Role.OFFICER], None, admin(), at)

    mail = Email.get()
    assert (mail.kind, mail.to, user.is_active) == ("invitation", "rudi@contoh.test", False)
    registration.set_password(mail.facts["path"].rpartition("/")[2], PASSWORD, Asker(), at)
    user = User.get_by_id(user.id)
    assert (user.is_active, set(user.roles), is_password(user.password_hash, PASSWORD)) == (True, {Role.OFFICER}, True)
    created = Event.select().where(Event.verb == "create").get()
    assert (created.key, created.facts, created.actor_name) == (
        str(user.id),
        {"roles": ["officer"]},
        "Agus Administrator",
    )


def test_the_console_may_open_an_account_that_is_ready_at_once(db, at):
    user = accounts.create_user("Rudi", "rudi@contoh.test", ["officer", "head"], None, None, at, password=PASSWORD)

    assert (user.is_active, is_password(user.password_hash, PASSWORD)) == (True, True)
    assert (Email.select().count(), Event.last().actor_name) == (0, "Sistem")


@pytest.mark.parametrize(
    ("email", "roles", "password", "refusal"),
    [
        ("PETUGAS@contoh.test", [Role.OFFICER], "", Refusal),
        ("rudi@contoh.test", [], "", AccountRefused),
        ("rudi@contoh.test", [Role.SYSTEM], "", AccountRefused),
        ("rudi@contoh.test", [Role.OFFICER], "1234567890", PasswordRefused),
    ],
)
def test_what_cannot_be_an_account_leaves_nothing_behind(db, at, email, roles, password, refusal):
    before = User.select().count()

    with pytest.raises(refusal):
        accounts.create_user("Rudi", email, roles, None, admin(), at, password=password)

    assert (User.select().count(), Email.select().count(), Event.select().count()) == (before, 0, 0)


def test_other_roles_are_recorded_and_end_the_sessions_under_the_old_ones(db, at, config):
    bayu = factories.user("petugas2")
    with write():
        cookie = sessions.open_session(bayu, "", at)

    accounts.change_user(bayu, admin(), at, roles=[Role.OFFICER, Role.HEAD], name=bayu.name)

    assert set(factories.user("petugas2").roles) == {Role.OFFICER, Role.HEAD}
    assert sessions.session_user(cookie, at, config) is None
    assert Event.last().facts == {"fields": ["roles"], "from": ["officer"], "to": ["head", "officer"]}


def test_a_change_of_name_or_agency_leaves_the_person_signed_in(db, at, config):
    ratna, social = factories.user("pemohon"), Agency.get(Agency.name.startswith("Dinas Sosial"))
    with write():
        cookie = sessions.open_session(ratna, "", at)

    accounts.change_user(ratna, admin(), at, name="Ratna Sari", agency=social)

    user = sessions.session_user(cookie, at, config)
    assert (user.name, user.agency_id) == ("Ratna Sari", social.id)


def test_a_new_mailbox_gets_a_link_and_must_be_free(db, at):
    ratna = factories.user("pemohon")

    with pytest.raises(Refusal):
        accounts.change_user(ratna, admin(), at, email="Petugas@contoh.test")
    accounts.change_user(ratna, admin(), at, email="ratna.baru@contoh.test", position="Analis")

    kept = User.get_by_id(ratna.id)
    assert (kept.email, kept.position) == ("pemohon@contoh.test", "Analis")
    assert [(mail.kind, mail.to) for mail in Email.select()] == [
        ("confirm_new_email", "ratna.baru@contoh.test"),
        ("email_changed", "pemohon@contoh.test"),
    ]


def test_the_mailbox_of_an_account_that_nobody_has_used_is_changed_and_invited_at_once(db, at):
    rudi = accounts.create_user("Rudi", "rudi@contoh.test", [Role.OFFICER], None, admin(), at)

    accounts.change_user(rudi, admin(), at, email="rudi.baru@contoh.test")

    assert User.get_by_id(rudi.id).email == "rudi.baru@contoh.test"
    assert [(mail.kind, mail.to) for mail in Email.select()][1:] == [("invitation", "rudi.baru@contoh.test")]


def test_a_closed_account_is_signed_out_keeps_its_row_and_can_be_opened_again(db, at, config):
    bayu = factories.user("petugas2")
    with write():
        cookie = sessions.open_session(bayu, "", at)

    accounts.close_user(bayu, admin(), at, "Pindah tugas")

    assert sessions.session_user(cookie, at, config) is None
    assert (factories.user("petugas2").active, Event.last().note) == (False, "Pindah tugas")
    with pytest.raises(AccountRefused):
        accounts.send_password_link(bayu, admin(), at)
    accounts.reopen_user(bayu, admin(), at)
    accounts.send_password_link(bayu, admin(), at)
    assert [event.verb for event in Event.select()] == ["close", "reopen", "send_password_link"]


def test_the_last_administrator_stays(db, at):
    for attempt in (
        lambda: accounts.close_user(admin(), admin(), at),
        lambda: accounts.change_user(admin(), admin(), at, roles=[Role.OFFICER]),
    ):
        with pytest.raises(AccountRefused):
            attempt()

    accounts.create_user("Dua", "dua@contoh.test", [Role.ADMIN], None, admin(), at, password=PASSWORD)
    accounts.close_user(admin(), None, at)
    assert not admin().active


def test_an_invitation_nobody_has_answered_is_no_administrator(db, at):
    accounts.create_user("Dua", "dua@contoh.test", [Role.ADMIN], None, admin(), at)

    with pytest.raises(AccountRefused, match="satu-satunya administrator"):
        accounts.close_user(admin(), admin(), at)

    User.update(active=False).where(User.email == "admin@contoh.test").execute()
    assert accounts.first_admin_link(at).startswith("/admin-pertama/")


def test_of_two_administrators_the_second_is_told_what_the_first_did(db, at):
    bayu = factories.user("petugas2")
    shown = mark_of(accounts.kept(bayu))
    accounts.change_user(bayu, admin(), at, shown, roles=[Role.HEAD])

    with pytest.raises(ChangedMeanwhile) as refusal:
        accounts.change_user(bayu, admin(), at, shown, roles=[Role.OFFICER], phone="0811")

    assert (refusal.value.who, refusal.value.now["roles"]) == ("Agus Administrator", frozenset({Role.HEAD}))
    assert (set(factories.user("petugas2").roles), factories.user("petugas2").phone) == ({Role.HEAD}, "")


def test_an_empty_office_gets_one_link_for_its_first_administrator(db, at):
    User.update(roles="officer").where(User.email == "admin@contoh.test").execute()

    void, path = accounts.first_admin_link(at), accounts.first_admin_link(at)
    with pytest.raises(LinkRefused):
        accounts.make_first_admin(void.rpartition("/")[2], "Agus", "agus@contoh.test", PASSWORD, at)
    user = accounts.make_first_admin(path.rpartition("/")[2], "Agus", "agus@contoh.test", PASSWORD, at)

    assert path.startswith("/admin-pertama/")
    assert (set(user.roles), user.is_active) == ({Role.ADMIN}, True)
    assert accounts.first_admin_link(at) is None


def test_the_link_of_an_office_that_has_an_administrator_by_now_is_refused(db, at):
    User.update(roles="officer").where(User.email == "admin@contoh.test").execute()
    path = accounts.first_admin_link(at)
    accounts.create_user("Dua", "dua@contoh.test", [Role.ADMIN], None, None, at, password=PASSWORD)

    with pytest.raises(LinkRefused):
        accounts.make_first_admin(path.rpartition("/")[2], "Agus", "agus@contoh.test", PASSWORD, at)
