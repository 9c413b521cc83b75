"""The calendar of last days on the screen, and for one's own calendar."""

from datetime import date

from pst.rules.review.workflow import Status
from tests.factories import a_submission, user


def test_a_month_shows_what_is_due_and_the_file_only_ones_own(browse):
    officer, head = user("petugas"), user("kepala")
    submission = a_submission(Status.IN_REVIEW)
    submission.due_on, submission.assignee = date(2026, 12, 3), officer
    submission.save()

    page = browse(officer).get("/petugas/kalender?bulan=2026-12")

    assert page.html.select_one("#day-2026-12-03").text.strip().startswith("Kamis, 3 Desember 2026")
    assert page.html.select_one("section li a").text == submission.number
    assert submission.number not in browse(head).get(f"/petugas/kalender?bulan=2026-12&petugas={head.id}")
    calendar = browse(officer).get("/petugas/kalender.ics")
    assert (calendar.content_type, calendar.text.count("BEGIN:VEVENT")) == ("text/calendar", 1)
    assert submission.title not in calendar.text
    assert browse(head).get("/petugas/kalender.ics").text.count("BEGIN:VEVENT") == 0


def test_a_month_without_anything_says_so(browse):
    page = browse(user("petugas")).get("/petugas/kalender?bulan=2031-02&petugas=x")

    assert "Tidak ada batas waktu" in page and "bulan=2031-01" in page.html.select_one("a[rel=prev]")["href"]


def test_a_calendar_program_asks_without_an_account_until_the_address_is_revoked(browse, anyone):
    officer = user("petugas")
    submission = a_submission(Status.IN_REVIEW)
    submission.due_on, submission.assignee = date(2026, 12, 3), officer
    submission.save()
    browser = browse(officer)

    shown = browser.get("/akun")
    page = next(form for form in shown.forms.values() if form.action.endswith("/langganan")).submit()
    address = page.html.select_one("#calendar-address").text

    calendar = anyone.get(address)
    assert f"SUMMARY:Batas waktu {submission.number}" in calendar and submission.title not in calendar
    shown = browser.get("/akun")
    next(form for form in shown.forms.values() if form.action.endswith("/cabut")).submit(status=303)
    anyone.get(address, status=404)
