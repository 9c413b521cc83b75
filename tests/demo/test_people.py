"""Nine accounts that are ready: one administrator, one head, three officers, four applicants."""

import pytest
import time_machine

from pst.models.accounts.users import User
from pst.models.letters.signatories import Signatory
from pst.models.office.agencies import Agency
from tests.browsing import Browsing
from tests.demo_office import NOW

ACCOUNTS = ["admin", "kepala", "petugas1", "petugas2", "petugas3", "pemohon1", "pemohon2", "pemohon3", "pemohon4"]


@pytest.fixture
def config(made):
    return made


@pytest.fixture
def db(example_office):
    return example_office


def test_each_of_them_signs_in_and_the_first_page_lists_them(app):
    with time_machine.travel(NOW):
        home = Browsing(app).get("/")
        for name in ACCOUNTS:
            browser = Browsing(app)
            form = browser.get("/masuk").forms["sign-in"]
            form["email"], form["password"] = f"{name}@contoh.test", "sandi-contoh-2026"
            page = form.submit(status=303).follow()
            while page.status_int == 303:
                page = page.follow()
            assert f"{name}@contoh.test" in home
            assert User.by_email(f"{name}@contoh.test").name.split(",")[0] in page, name


def test_everybody_is_invented_and_nobody_can_be_reached(db):
    people = list(User.select())

    assert all("Rekaan" in user.name or user.email.endswith(".test") for user in people)
    assert all(user.email.endswith(".test") for user in people)


def test_the_head_signs_and_the_known_agencies_are_there(db):
    signatory = Signatory.get()

    assert (signatory.user_id, signatory.kind) == (User.by_email("kepala@contoh.test").id, "kepala")
    assert Agency.select().where(Agency.name.startswith("Kantor Camat ")).count() == 9
