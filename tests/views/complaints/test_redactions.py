"""Covering parts of a file page by page, as without a script, and keeping the copy."""

import pytest

from pst.actions.complaints import dialogue
from pst.models.complaints.dialogue import ComplaintFile
from tests.exchange.test_pdf_pages import a_paper
from tests.factories import WHEN, user
from tests.factories_complaints import a_complaint


@pytest.fixture
def room(db, store):
    """The address where the complainant's file of two pages is covered."""
    complaint = a_complaint()
    file = dialogue.attach(complaint, "complainant", "bukti.pdf", a_paper(pages=2), WHEN, store)
    return f"/petugas/pengaduan/{complaint.number}/berkas/{file.id}/sensor"


def draw(page, number: int, *sides: int, status: int = 303):
    form = page.forms[f"add-{number}"]
    for name, side in zip(("left", "top", "right", "bottom"), sides, strict=True):
        form[f"h{number}-{name}"] = str(side)
    return form.submit(status=status)


def test_boxes_are_added_taken_away_seen_and_kept(room, officer):
    page = draw(officer.get(room), 1, 0, 0, 50, 9).follow()
    page = draw(page, 2, 10, 10, 20, 20).follow()
    page = officer.get(page.html.select_one("#halaman-2 li a")["href"])
    [first, second] = [image["src"] for image in page.html.select(".pst-redaction img")]

    assert "kotak=1,0,0,50,9" in first and "kotak" not in second
    assert officer.get(first).content_type == "image/png"
    assert "disimpan" in page.forms["keep"].submit(status=303).follow()
    assert [file.name for file in ComplaintFile.select()] == ["lampiran-1.pdf", "lampiran-1-disensor.pdf"]


def test_a_box_that_covers_nothing_keeps_what_was_typed_and_no_box_keeps_nothing(room, officer):
    again = draw(officer.get(f"{room}?kotak=2,0,0,9,9"), 1, 60, 0, 50, 9, status=422)

    assert again.forms["add-1"]["h1-left"].value == "60"
    assert again.forms["keep"]["boxes"].value == "2,0,0,9,9"
    assert "Tandai dahulu" in officer.get(room).forms["keep"].submit(status=422)


def test_what_is_not_there_has_no_picture(browse, room, officer):
    officer.get(f"{room}/3.png", status=404)
    officer.get(room.replace("/berkas/", "/berkas/9"), status=404)
    browse(user("pemohon")).get(room, status=404)
