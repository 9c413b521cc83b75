"""What the page of one complaint shows: everything but who complained."""

import pytest

from pst.actions.complaints import complaints, dialogue
from pst.models.complaints.complaints import Complaint
from pst.rules.complaints.complaints import Privacy
from tests.factories import WHEN, an_officer
from tests.factories_complaints import a_complaint, answered, verified

pytestmark = pytest.mark.usefixtures("monday")


def place_of(complaint: Complaint) -> str:
    return f"/petugas/pengaduan/{complaint.number}"


def facts_of(page) -> dict[str, str]:
    return {
        row.select_one("dt").text.strip(): row.select_one("dd").text.strip()
        for row in page.html.select("dl.govuk-summary-list > div")
    }


def test_the_page_tells_everything_but_who_complained(browse):
    complaint = a_complaint(
        channel="lapor",
        outside_number="LPR-1",
        place="Meja depan",
        hope="Dibuka sampai sore.",
        email="badu@contoh.test",
    )

    page = browse(an_officer()).get(place_of(complaint))

    assert facts_of(page) == {
        "Saluran": "SP4N-LAPOR! · LPR-1",
        "Kelas": "Pengaduan",
        "Identitas": "Rahasia",
        "Di mana": "Meja depan",
        "Harapan": "Dibuka sampai sore.",
    }
    assert page.html.select_one("[data-status]")["data-status"] == "received"
    assert complaint.text in page.text
    assert ("Wulandari" in page.text, "badu@contoh.test" in page.text) == (False, False)


def test_of_an_anonymous_complainant_the_page_knows_days_and_no_hours(browse):
    complaint = a_complaint(privacy=Privacy.ANONYMOUS, name="")
    verified(complaint)
    dialogue.say(complaint, "Masih menunggu.", WHEN)

    page = browse(an_officer()).get(place_of(complaint))

    history = [item.get_text(" ", strip=True) for item in page.html.select(".pst-history li")]
    assert history == [
        "Pengaduan diterima 23 November 2026",
        "Dinyatakan lengkap dan ditindaklanjuti 23 November 2026 pukul 09.00 WIB, Sinta Petugas",
    ]
    assert "Pelapor 23 November 2026" in page.html.select_one(".pst-thread").get_text(" ", strip=True)
    assert "00.00" not in page.text


def test_an_answer_nobody_has_read_is_pointed_out_until_it_is(browse):
    complaint = answered(a_complaint())
    officer = browse(an_officer())

    before = officer.get(place_of(complaint)).text
    dialogue.note_seen(complaint, WHEN.date())
    after = officer.get(place_of(complaint)).text

    assert ("Jawaban belum dibaca pelapor" in before, "Jawaban belum dibaca pelapor" in after) == (True, False)


def test_the_page_costs_the_same_however_long_the_dialogue(browse, count_queries):
    complaint = verified(a_complaint())
    officer = browse(an_officer())
    officer.get(place_of(complaint))
    with count_queries() as few:
        officer.get(place_of(complaint))
    for place in range(8):
        complaints.add_note(complaint, an_officer(), f"Catatan {place}.", WHEN)
    officer.get(place_of(complaint))  # settings are read anew after a change
    with count_queries() as more:
        officer.get(place_of(complaint))

    assert few.number == more.number
