"""How applicants come to an account, and how a lost password is set anew."""

from contextlib import suppress
from datetime import timedelta

import pytest

from pst.actions.accounts import registration, sessions
from pst.actions.accounts.links import LinkRefused
from pst.actions.accounts.passwords import is_password
from pst.actions.accounts.registration import Registration
from pst.actions.attempts import TooManyTries
from pst.models.accounts.users import MailedToken, User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office.agencies import Agency
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.lockout import BY_ACCOUNT
from pst.rules.accounts.passwords import PasswordRefused
from tests import factories

PASSWORD = "kuda hijau makan nasi"
ASKER = Asker(address="10.0.0.7")


def a_registration(email="baru@contoh.test", **more) -> Registration:
    given = {"name": "Sari Baru", "phone": "0812 3456 7890", "position": "Statistisi", "privacy": "2026-11"}
    choice = {"agency_id": 1, "new_agency": "", "password": PASSWORD}
    return Registration(**{**given, **choice, "email": email, **more})


def mails() -> list[tuple[str, str]]:
    return [(mail.kind, mail.to) for mail in Email.select().order_by(Email.id)]


def token_of(mail: Email) -> str:
    return mail.facts["path"].rpartition("/")[2]


def last_mail() -> Email:
    return Email.select().order_by(Email.id.desc()).first()


def test_a_registration_is_nothing_but_a_link_until_the_mailbox_is_confirmed(db, at):
    people = User.select().count()

    registration.register(a_registration(), ASKER, at)

    assert (User.select().count(), mails()) == (people, [("confirm_address", "baru@contoh.test")])
    assert PASSWORD not in str(MailedToken.get().facts)
    assert last_mail().facts["until"] == "25 November 2026 pukul 09.00 WIB"


def test_the_confirmed_mailbox_makes_the_account_with_what_was_said(db, at):
    registration.register(a_registration(), ASKER, at)

    user = registration.confirm(token_of(last_mail()), PASSWORD, at + timedelta(hours=1))

    row = User.select(User, Agency).join(Agency).where(User.id == user.id).get()
    assert (row.name, row.email, row.phone, row.position, row.agency.id) == (
        "Sari Baru",
        "baru@contoh.test",
        "0812 3456 7890",
        "Statistisi",
        1,
    )
    assert (set(row.roles), row.is_active, is_password(row.password_hash, PASSWORD)) == ({"applicant"}, True, True)
    event = Event.last()
    assert (event.noun, event.key, event.verb, event.facts) == (
        "account",
        str(user.id),
        "register",
        {"privacy": "2026-11"},
    )


def test_the_owner_of_a_mailbox_never_confirms_what_a_stranger_registered_for_it(db, at):
    registration.register(a_registration(), ASKER, at)
    registration.register(a_registration(name="Penyusup", password="sandi milik orang lain"), ASKER, at)
    registration.resend_confirmation("baru@contoh.test", ASKER, at)
    newest = token_of(last_mail())

    with pytest.raises(registration.WrongPassword):
        registration.confirm(newest, "bukan keduanya", at)
    user = registration.confirm(newest, PASSWORD, at)

    assert (user.name, is_password(user.password_hash, PASSWORD)) == ("Sari Baru", True)
    assert MailedToken.select().where(MailedToken.used_at.is_null()).count() == 0


def test_a_registration_is_not_guessed_from_its_link(db, at):
    registration.register(a_registration(), ASKER, at)

    for _ in range(BY_ACCOUNT.free):
        with pytest.raises(registration.WrongPassword):
            registration.confirm(token_of(last_mail()), "bukan sandinya", at)
    with pytest.raises(TooManyTries):
        registration.confirm(token_of(last_mail()), PASSWORD, at)


def test_whoever_registers_a_known_mailbox_is_told_there_and_nothing_changes(db, at):
    before = factories.user("pemohon").password_hash

    registration.register(a_registration("Pemohon@contoh.test"), ASKER, at)

    assert mails() == [("account_exists", "pemohon@contoh.test")]
    assert (factories.user("pemohon").password_hash, MailedToken.select().count()) == (before, 0)


def asked(at, times: int, asker: Asker) -> int:
    """How many of so many requests for the applicant's reset were heard."""
    heard = 0
    for _ in range(times):
        with suppress(TooManyTries):
            registration.ask_reset("pemohon@contoh.test", asker, at)
            heard += 1
    return heard


def test_a_mailbox_is_not_flooded_from_here_and_strangers_do_not_use_up_its_owners_requests(db, at):
    owner = factories.an_applicant().id
    heard = [asked(at, 6, Asker(address=f"10.0.0.{number}")) for number in range(5)]

    own = asked(at, 6, Asker(address="10.0.0.1", known_as="own", accounts=frozenset({owner})))

    assert (heard, own) == ([3, 3, 3, 3, 0], 3)
    assert mails() == [("reset_password", "pemohon@contoh.test")] * 15


def test_a_lost_confirmation_can_be_mailed_again_and_works(db, at):
    registration.register(a_registration(), ASKER, at)

    registration.resend_confirmation("BARU@contoh.test", ASKER, at)
    registration.resend_confirmation("tidak-ada@contoh.test", ASKER, at)

    assert mails() == [("confirm_address", "baru@contoh.test")] * 2
    assert registration.confirm(token_of(last_mail()), PASSWORD, at).name == "Sari Baru"


def test_weak_passwords_stop_a_registration_before_anything_is_kept(db, at):
    with pytest.raises(PasswordRefused):
        registration.register(a_registration(password="bismillah123"), ASKER, at)

    assert (mails(), MailedToken.select().count()) == ([], 0)


def test_a_new_agency_waits_for_a_look_and_a_known_one_is_found_by_its_name(db, at):
    with write():
        proposed = registration.find_or_propose(None, "  Dinas   Perikanan Kabupaten Mempawah ")
        again = registration.find_or_propose(None, "DINAS PERIKANAN kabupaten mempawah")
        known = registration.find_or_propose(None, "dinas sosial kabupaten mempawah")
        nothing = registration.find_or_propose(None, " ")

    assert (proposed.name, proposed.approved, again.id) == ("Dinas Perikanan Kabupaten Mempawah", False, proposed.id)
    assert (known.name, known.approved, nothing) == ("Dinas Sosial Kabupaten Mempawah", True, None)
    assert proposed.name not in dict(Agency.choices()).values()


def test_a_reset_sets_the_password_ends_every_session_and_is_told_to_its_owner(db, at, config):
    ratna = factories.user("pemohon")
    with write():
        cookie = sessions.open_session(ratna, "", at)
    registration.ask_reset("Pemohon@contoh.test", ASKER, at)

    registration.set_password(token_of(last_mail()), PASSWORD, ASKER, at)

    assert is_password(factories.user("pemohon").password_hash, PASSWORD)
    assert sessions.session_user(cookie, at, config) is None
    assert mails() == [("reset_password", "pemohon@contoh.test"), ("password_changed", "pemohon@contoh.test")]
    assert (Event.last().verb, Event.last().key) == ("reset_password", str(ratna.id))


def test_a_refused_password_leaves_the_link_usable_and_a_second_use_is_refused(db, at):
    registration.ask_reset("pemohon@contoh.test", ASKER, at)
    token = token_of(last_mail())

    with pytest.raises(PasswordRefused):
        registration.set_password(token, "pendek", ASKER, at)
    registration.set_password(token, PASSWORD, ASKER, at)
    with pytest.raises(LinkRefused):
        registration.set_password(token, "kata sandi yang lain", ASKER, at)

    assert is_password(factories.user("pemohon").password_hash, PASSWORD)


def test_only_the_newest_reset_link_works_and_none_for_unknown_or_closed_accounts(db, at):
    registration.ask_reset("pemohon@contoh.test", ASKER, at)
    first = token_of(last_mail())
    registration.ask_reset("pemohon@contoh.test", ASKER, at)
    User.update(active=False).where(User.email == "petugas@contoh.test").execute()
    registration.ask_reset("petugas@contoh.test", ASKER, at)
    registration.ask_reset("tidak-ada@contoh.test", ASKER, at)

    with pytest.raises(LinkRefused):
        registration.set_password(first, PASSWORD, ASKER, at)
    assert mails() == [("reset_password", "pemohon@contoh.test")] * 2
