"""The page of the picture at the head of papers."""

from webtest import Upload

from tests.actions.office.test_logo import a_picture

ROOM = "/petugas/kantor/lambang"


def test_a_picture_is_brought_shown_and_taken_away(admin):
    form = admin.get(ROOM).forms["logo"]
    form["file"] = Upload("logo.txt", b"bukan gambar", "text/plain")
    page = form.submit(status=422)
    form = page.forms["logo"]
    assert "bukan gambar PNG atau JPG" in page.html.select_one("#error-summary").text
    assert "PNG atau JPG, paling besar 10 MB." in page and "PDF" not in page and "DOCX" not in page

    form["file"] = Upload("logo.png", a_picture(), "image/png")
    page = form.submit(status=303).follow()

    assert admin.get(page.html.select_one("main img")["src"]).content_type == "image/png"
    button = next(form for form in page.forms.values() if form.action.endswith("/hapus"))
    assert "Belum ada logo." in button.submit(status=303).follow()
    admin.get(f"{ROOM}/gambar.png", status=303)
