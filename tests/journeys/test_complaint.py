"""Complaints from telling to the end, as the complainant walks through the pages; the office works beside it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from pst.actions import audit
from pst.actions.complaints import complaint_steps
from pst.clock import now
from pst.models.audit import Event
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.complaints.identities import Identity
from pst.rules import numbering
from tests.factories import an_officer
from tests.factories_complaints import WHO, a_photo, solve


@pytest.fixture
def clock():
    """Senin, 23 November 2026, 12.00 WIB; the tests move it on."""
    with time_machine.travel(datetime(2026, 11, 23, 5, tzinfo=UTC), tick=False) as clock:
        yield clock


def tell(browser, clock, script: bool, **told) -> tuple[str, str]:
    """Fill the form, with a browser that computes or a person who waits; write the code down. Number and code."""
    form = browser.get("/pengaduan").click("Sampaikan sekarang").forms["complaint"]
    for name, value in told.items():
        form[name] = value
    if script:
        form["work"] = solve(form["challenge"].value, int(form.html.form["data-effort"]))
    else:
        form = form.submit(status=422).forms["complaint"]
        clock.shift(timedelta(seconds=20))
    page = form.submit(status=303).follow()
    number, code = page.html.main["data-number"], page.html.main["data-code"]
    page.forms["echo"]["last"] = code[-4:]
    assert number in page.forms["echo"].submit(status=303).follow().text
    return number, code


def dialogue(browser, code: str):
    """Open it with the code."""
    form = browser.get("/pengaduan/lacak").forms["track"]
    form["kode"] = code
    return form.submit(status=303).follow()


def kept(code: str) -> Complaint:
    return Complaint.by_code(numbering.hash_code(code))


def send(page, form: str, **typed):
    for name, value in typed.items():
        page.forms[form][name] = value
    return page.forms[form].submit(status=303).follow()


def spoken(page) -> list[str]:
    return [item.p.text for item in page.html.select(".pst-message")]


@pytest.mark.parametrize("script", [False, True])
def test_anonymous_with_a_dialogue(strict, clock, script):
    number, code = tell(strict, clock, script, text="Loket kedua selalu kosong.", privacy="anonymous", **WHO)
    officer, complaint = an_officer(), kept(code)

    complaint_steps.take(complaint, "ask_more", officer, "Hari apa?", now())
    clock.shift(timedelta(days=1))
    page = dialogue(strict, code)
    assert page.html.select_one("[data-status]")["data-status"] == "incomplete"
    page = send(page, "say", text="Senin dan Selasa.", files=[("Wulandari.jpg", a_photo())])
    complaint_steps.verify(kept(code), officer, "ordinary", "time", officer, now())
    complaint_steps.take(kept(code), "answer", officer, "Mulai besok dua loket.", now())
    clock.shift(timedelta(days=1))
    page = dialogue(strict, code)
    assert spoken(page) == ["Hari apa?", "Senin dan Selasa.", "Mulai besok dua loket."]
    page = send(page, "accept", rating="5", note="Terima kasih")

    complaint = kept(code)
    assert (complaint.number, complaint.status, complaint.rating, complaint.in_time) == (number, "closed", 5, True)
    assert [file.name for file in ComplaintFile.of(complaint)] == ["lampiran-1.jpg"]
    assert Identity.of(complaint) is None and complaint.received_at.hour == 17  # midnight of the office, in UTC
    own = [m.at for m in ComplaintMessage.of(complaint) if m.side == "complainant"]
    own += [event.at for event in Event.history_of("complaint", number) if event.actor_id is None]
    assert {(at.hour, at.minute, at.second) for at in own} == {(17, 0, 0)} and len(own) == 4
    assert audit.find_break() is None


def test_not_resolved_answered_again_and_content(anyone, clock):
    _, code = tell_relaxed(anyone, text="Loket kedua selalu kosong.")
    officer = an_officer()
    complaint_steps.verify(kept(code), officer, "ordinary", "time", officer, now())
    complaint_steps.take(kept(code), "answer", officer, "Sudah.", now())

    clock.shift(timedelta(days=2))  # Rabu
    page = send(dialogue(anyone, code), "not-resolved", why="Masih kosong.")
    assert page.html.select_one("[data-status]")["data-status"] == "reopened"
    assert "15 Desember 2026" in page.html.main.text  # fourteen working days anew
    complaint_steps.take(kept(code), "answer", officer, "Petugas kedua mulai Kamis.", now())
    page = send(dialogue(anyone, code), "accept", rating="4")

    complaint = kept(code)
    assert (complaint.status, complaint.reopened, complaint.in_time, complaint.rating) == ("closed", 1, True, 4)
    assert spoken(page) == ["Sudah.", "Masih kosong.", "Petugas kedua mulai Kamis."]


def tell_relaxed(browser, **told) -> tuple[str, str]:
    """The same at an instance that asks for no patience."""
    form = browser.get("/pengaduan/baru").forms["complaint"]
    for name, value in told.items():
        form[name] = value
    page = form.submit(status=303).follow()
    page.forms["echo"]["last"] = page.html.main["data-code"][-4:]
    page.forms["echo"].submit(status=303)
    return page.html.main["data-number"], page.html.main["data-code"]
