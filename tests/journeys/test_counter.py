"""The front desk through the officers' pages: from a walk-in to a submitted form, and the turns of the queue."""

from datetime import datetime

import pytest
import time_machine

from pst.actions.audit import find_break
from pst.clock import now
from pst.jobs import do_minute_jobs
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import an_officer
from tests.factories_answers import complete_answers
from tests.factories_desk import GUEST
from tests.journeys import walking as walk
from tests.views.frontdesk.at_the_counter import DESK, press, sit_down

HTMX = {"HX-Request": "true"}


@pytest.fixture
def clock():
    """Senin, 23 November 2026, 09.00 WIB; `clock.shift(seconds)` lets time pass."""
    with time_machine.travel(datetime.fromisoformat("2026-11-23T02:00:00+00:00"), tick=False) as traveller:
        yield traveller


@pytest.fixture
def desk(clock, browse):
    """`desk(2)`: an officer's browser sitting at this counter."""

    return lambda counter=1, name="petugas": sit_down(browse, counter, name=name)


def enter(browser, **more) -> Visit:
    """The officer fills the book for somebody who cannot."""
    form = browser.get("/petugas/tamu/baru").forms["entry"]
    for name, value in {**GUEST, **more}.items():
        form[name] = value
    form.submit(status=303)
    return Visit.select().order_by(Visit.id.desc()).get()


def queue(browser, script: bool) -> list[str]:
    """The numbers that wait, as the counter reads them."""
    page = browser.get(DESK)
    shown = browser.get(page.html.select_one("#queue")["hx-get"], headers=HTMX) if script else page
    return [it.text for it in shown.html.select("#queue .pst-number")]


def test_a_walk_in_leaves_with_a_submitted_form_and_a_link_to_rate(clock, desk, anyone):
    officer = desk()
    visit = enter(officer, service="R", purpose="Merencanakan survei", email="tamu@contoh.test")
    here = f"/petugas/tamu/{visit.number}"
    assert queue(officer, script=False) == queue(officer, script=True) == ["R-001"]
    clock.shift(300)
    press(officer, "Panggil berikutnya")
    press(officer, "Mulai layani")

    officer.get(here).forms["give-xlsx"].submit(status=303).follow()
    officer.get(here).forms["search-catalogue"].submit(status=303).follow()
    number = officer.get(here).forms["assist"].submit(status=303).location.split("/")[2]
    walk.fill_in(officer, number, complete_answers("kompilasi_produk_administrasi"))
    walk.attach(officer, number)
    walk.send(officer, number)
    outcome = officer.get(here).forms["note-outcome"]
    outcome["outcome"] = "Formulir diisi bersama dan dikirim."
    outcome.submit(status=303)
    clock.shift(1800)
    officer.get(here).forms["finish"].submit(status=303)

    row = Submission.with_people().where(Submission.number == number).get()
    assert (row.status, row.applicant.email, row.entered_by_id) == (
        Status.SUBMITTED,
        "tamu@contoh.test",
        an_officer().id,
    )
    assert [event.verb for event in Event.of("visit", visit.number)] == [
        "sign",
        "issue_ticket",
        "call",
        "serve",
        "give_form",
        "search_catalogue",
        "start_submission",
        "note_outcome",
        "finish",
    ]
    ticket = Ticket.get()
    waited, taken = ticket.waited(datetime.max), ticket.served(datetime.max)
    assert (waited.seconds, taken.seconds) == (300, 1800)
    kinds = [mail.kind for mail in Email.select().where(Email.to == "tamu@contoh.test").order_by(Email.id)]
    assert kinds == ["invitation", "received", "satisfaction"]
    survey = Email.get(Email.kind == "satisfaction").facts["path"]
    assert anyone.get(survey).status_int == 200
    assert find_break() is None


def test_somebody_at_the_wrong_counter_is_passed_on_and_keeps_the_place(clock, desk):
    reading = enter(desk(), service="P", name="Ani Salah Antre")
    clock.shift(120)
    enter(desk(), service="R", name="Budi Sesudahnya", phone="0813 1111 2222")
    library, advice = desk(1), desk(2, "petugas2")
    press(library, "Panggil berikutnya")

    form = library.get(DESK).forms["transfer"]
    form["service"] = "R"
    form.submit(status=303)
    press(advice, "Panggil berikutnya")
    press(advice, "Mulai layani")
    advice.get(DESK).forms["finish"].submit(status=303)

    numbers = [(it.number, it.state, it.counter) for it in Ticket.of_visit(reading)]
    assert numbers == [("P-001", "transferred", 1), ("R-002", "done", 2)]
    assert Visit.find(reading.number).officer.name == "Bayu Petugas"
    assert queue(advice, script=False) == ["R-001"]


def test_somebody_who_does_not_come_is_called_twice_noted_and_put_back(clock, desk):
    visit = enter(desk(), name="Cici Keluar Sebentar")
    officer = desk(1)
    press(officer, "Panggil berikutnya")
    clock.shift(60)
    press(officer, "Panggil lagi")
    clock.shift(60)
    press(officer, "Tidak hadir")
    assert queue(officer, script=True) == []

    press(officer, "Kembalikan")
    press(officer, "Panggil berikutnya")
    press(officer, "Mulai layani")

    assert [event.verb for event in Event.of("visit", visit.number)][2:] == [
        "call",
        "call_again",
        "no_show",
        "return",
        "call",
        "serve",
    ]
    assert (Ticket.get().calls, Ticket.get().state) == (3, "serving")


def test_when_its_time_is_over_the_minute_job_takes_the_person_out_and_tells_so(app, clock, desk, browse):
    visit = enter(desk())
    number = f"/petugas/tamu/{visit.number}"
    clock.move_to(datetime.fromisoformat("2029-01-02T02:00:00+00:00"))  # Selasa

    done = do_minute_jobs(app, now())

    officer = browse(an_officer())
    page = officer.get(number)
    assert done["loket dan buku tamu"] == 2  # the number nobody called, and the visit
    assert page.html.h1.text == "Kunjungan yang sudah dianonimkan"
    assert not [word for word in (GUEST["name"], "rah•••", GUEST["purpose"]) if word in page]
    assert "Sudah dianonimkan" in officer.get("/petugas/tamu?semua=1")
    report = officer.get("/petugas/tamu/laporan?tahun=2026&bulan=11")
    assert report.html.select_one(".pst-counts li").get_text(" ", strip=True) == "1 kunjungan"
    assert Event.latest("retention", "visits").facts == {"visits": 1, "visitors": 1, "before": "2027-01-01"}
    assert do_minute_jobs(app, now())["loket dan buku tamu"] == 0
    assert find_break() is None
