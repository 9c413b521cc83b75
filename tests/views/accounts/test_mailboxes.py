"""Changing the own address, from the account page to the link."""

from pst.models.accounts.users import User, UserSession
from pst.models.emails import Email
from tests import factories

NEW = "ratna.baru@contoh.test"


def test_from_the_account_page_through_the_link_to_the_new_address(anyone, browse):
    ratna = browse(factories.an_applicant())
    form = ratna.get("/akun").click("Ganti alamat surel").forms["new-email"]
    form["email"] = NEW
    UserSession.update(proved_at=None).execute()
    proof = form.submit(status=401).forms["proof"]
    proof["password"] = factories.PASSWORD
    proof.submit(status=200).forms["resume"].submit(status=303)
    link = Email.get(Email.kind == "confirm_new_email").facts["path"]

    page = anyone.get(link)
    form = page.forms["confirm"]
    form["password"] = factories.PASSWORD
    form.submit(status=303)

    assert NEW not in page
    assert User.by_email(NEW).name == "Ratna Pemohon"
    assert "Tautan tidak berlaku lagi" in anyone.get(link, status=410)


def test_an_administrators_change_waits_for_its_owner_as_well(admin):
    place = f"/petugas/kantor/pengguna/{factories.an_applicant().id}"
    form = admin.get(place).forms["user"]
    form["email"] = NEW

    page = form.submit(status=303).follow()

    assert "sampai itu alamat lama tetap dipakai" in page
    assert factories.an_applicant().email == "pemohon@contoh.test"
