"""The rooms of a list that comes from a file: what is sent waits for its sender and its own list, and for the word."""

from webtest import Upload

from pst.models.office.agencies import Agency
from pst.rules.roles import Role
from tests.factories import a_user

AGENCIES, PEOPLE = "/petugas/kantor/instansi/impor", "/petugas/kantor/pengguna/impor"


def sent(browser, content: str, status: int = 303):
    form = browser.get(AGENCIES).forms["list"]
    form["berkas"] = Upload("daftar.csv", content.encode())
    return form.submit(status=status)


def test_nothing_is_taken_before_it_is_confirmed(admin):
    preview = sent(admin, "Nama\nDinas Perikanan\n").follow()
    assert Agency.named("Dinas Perikanan") is None

    preview.forms["take"].submit(status=303)

    assert Agency.named("Dinas Perikanan") is not None


def test_a_file_waits_for_its_sender_and_its_own_list_alone(admin, browse):
    address = sent(admin, "Nama\nDinas Perikanan\n").location
    other = browse(a_user("admin2@contoh.test", "Budi Administrator", Role.ADMIN))

    assert admin.get(address.replace("/instansi/", "/pengguna/"), status=303).location == PEOPLE
    assert other.get(address, status=303).location == AGENCIES
    assert admin.get(f"{AGENCIES}/pratinjau?unggahan=x", status=303).location == AGENCIES


def test_without_a_file_the_form_says_so(admin):
    refused = admin.get(AGENCIES).forms["list"].submit(status=422)

    assert "Pilih berkasnya." in refused.html.select_one("#error-summary").text
