"""A list of agencies or people on the screen: looked over first, taken once it is confirmed."""

import pytest
from webtest import Upload

from pst.models.accounts.users import User
from pst.models.office.agencies import Agency

ADDRESS = "/petugas/kantor/{}/impor"


def sent(browser, slug: str, content: str, status: int = 303):
    form = browser.get(ADDRESS.format(slug)).forms["list"]
    form["berkas"] = Upload("daftar.csv", content.encode())
    return form.submit(status=status)


def test_agencies_are_shown_and_then_taken(admin):
    preview = sent(admin, "instansi", "Nama,Alamat\nDinas Perikanan,Jl. Laut\n").follow()
    assert ("Dinas Perikanan" in preview.text, Agency.named("Dinas Perikanan")) == (True, None)

    page = preview.forms["take"].submit(status=303).follow()

    assert ("1 baris diambil." in page.text, Agency.named("Dinas Perikanan").address) == (True, "Jl. Laut")


def test_people_with_a_row_that_cannot_be_taken_have_no_button(admin):
    preview = sent(admin, "pengguna", "Nama,Surel,Peran\nSri,sri@bps.go.id,petugas\nAni,ani,petugas\n").follow()

    assert "take" not in preview.forms
    assert [row.th.text for row in preview.html.select("#unusable tr")] == ["3"]
    assert not User.select().where(User.email == "sri@bps.go.id").exists()


@pytest.mark.parametrize("content", ["a,b\n1,2\n", "%PDF-1.7"])
def test_what_is_no_list_is_told_at_the_file(admin, content):
    assert sent(admin, "instansi", content, 422).html.select_one("#error-summary")
