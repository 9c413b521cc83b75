"""Whose a row is."""

from pst.models.accounts.users import User
from pst.models.personal import rows_of, stored_of
from pst.rules.personal import BY_TABLE
from tests.factories import a_submission, user


def test_mails_are_found_by_the_address_whatever_its_capitals(db):
    a_submission()
    person = user("pemohon")
    User.update(email="Pemohon@Contoh.test").where(User.id == person.id).execute()

    assert list(rows_of(BY_TABLE["email"], User.get_by_id(person.id)))


def test_only_so_many_rows_as_are_asked_for(db):
    a_submission()

    assert len(list(rows_of(BY_TABLE["event"], user("pemohon"), 1))) == 1
    assert "visitor" not in {each.table for each in stored_of(user("pemohon"))}
