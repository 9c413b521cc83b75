"""The first page of the office, as people open it."""

from datetime import timedelta

import pytest

from pst.models.complaints.complaints import Complaint
from pst.models.submissions.submissions import Pause, Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, user
from tests.factories_complaints import a_complaint
from tests.factories_desk import guests

pytestmark = pytest.mark.usefixtures("monday")


def test_rows_of_all_services_say_what_is_asked_and_lead_there(browse):
    mine, unsigned = a_submission(Status.IN_REVIEW, at=WHEN - timedelta(days=40)), a_complaint()
    guests(2)

    page = browse(user("petugas")).get("/petugas").html

    assert [link["href"] for link in page.select("[data-row]")] == [
        f"/petugas/permohonan/{mine.number}",
        "/petugas/loket",
        f"/petugas/pengaduan/{unsigned.number}",
    ]
    asked = [tag.get_text(" ", strip=True) for tag in page.select(".pst-waits__asked")]
    assert asked[0].startswith("pemeriksaan ") and asked[0].endswith("lewat target tahap ini")
    assert asked[1:] == ["panggil dari loket", "verifikasi"]
    assert "hari kerja terlambat" in page.select_one("#late .pst-days").text
    assert [days.get_text(strip=True) for days in page.select("#today .pst-days")][:1] == ["hari ini"]


def test_what_is_nobodys_is_taken_with_one_press_and_only_once(browse):
    submission, complaint = a_submission(Status.SUBMITTED), a_complaint()
    first, second = browse(user("petugas")), browse(user("petugas2"))
    page, late = first.get("/petugas"), second.get("/petugas")

    for case in (submission, complaint):
        form = next(form for form in page.forms.values() if case.number in form.action)
        assert form.submit(status=303).location.endswith("/petugas")
        form = next(form for form in late.forms.values() if case.number in form.action)
        assert "sudah diambil petugas lain" in form.submit(status=303).follow()

    assert Submission.get().assignee_id == Complaint.get().assignee_id == user("petugas").id


def test_the_list_looks_again_by_itself_and_rows_keep_their_names(browse):
    a_submission(Status.SUBMITTED)
    browser = browse(user("petugas"))

    page = browser.get("/petugas")
    root = page.html.select_one("#desk")
    alone = browser.get(root["hx-get"], headers={"HX-Request": "true"})

    assert "otomatis" in root["hx-get"] and "every 60s" in root["hx-trigger"]
    assert "<h1" not in alone
    assert [tag["id"] for tag in alone.html.select("[data-row]")] == [
        tag["id"] for tag in page.html.select("[data-row]")
    ]


def test_counts_open_the_register_that_holds_as_many(browse):
    a_submission(Status.IN_REVIEW)
    a_complaint()
    browser = browse(user("petugas"))

    for link in browser.get("/petugas").html.select(".pst-counts a"):
        rows = browser.get(link["href"]).html.select("#register tbody tr")
        assert len(rows) == int(link.b.text), link["href"]


def test_an_empty_desk_tells_what_was_done_today(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    assert submission.number in browse(user("kepala")).get("/petugas").html.select_one("#rest").text

    page = browse(user("petugas")).get("/petugas")

    assert "Tidak ada yang menunggu Anda" in page
    assert f"Naskah diajukan kepada Kepala {submission.number}" in page.html.select_one(".pst-empty").get_text(
        " ", True
    )


def test_a_later_page_that_was_emptied_meanwhile_is_the_first_and_never_says_that_nothing_waits(browse):
    a_submission(Status.SUBMITTED)

    answer = browse(user("petugas")).get("/petugas?halaman=3&otomatis=1", status=303)

    assert answer.location.endswith("/petugas")


def test_only_an_officer_is_offered_to_enter_for_a_visitor(browse):
    offered = {name: "/petugas/permohonan/baru" in browse(user(name)).get("/petugas") for name in ("petugas", "kepala")}

    assert offered == {"petugas": True, "kepala": False}


def test_days_are_counted_as_on_the_case_itself_also_where_they_stood_still(browse):
    late, resumed = (a_submission(Status.IN_REVIEW, at=WHEN - timedelta(days=60)) for _ in range(2))
    Pause.create(submission=resumed, started_at=WHEN - timedelta(days=55), ended_at=WHEN - timedelta(days=10), why="")
    paused = a_submission(Status.NEEDS_REVISION, at=WHEN - timedelta(days=60))
    Submission.update(due_on=WHEN.date() - timedelta(days=30)).where(Submission.id == paused.id).execute()
    officer = browse(user("petugas"))

    desk, register = officer.get("/petugas").html, officer.get("/petugas/permohonan").html

    def days(page, number: str) -> str:
        row = next(row for row in page.select("li, tr") if number in row.text and row.select_one(".pst-days"))
        return " ".join(row.select_one(".pst-days").text.split())

    for case in (late, resumed, paused):
        assert days(desk, case.number) == days(register, case.number)
    assert days(desk, late.number) != days(desk, resumed.number)
    assert paused.number in desk.select_one("#rest").text and "dijeda" in days(desk, paused.number)
