"""Outgoing mail as the office sees it."""

from datetime import timedelta

import pytest

from pst import clock
from pst.actions import emails
from pst.models.audit import Look
from pst.models.base import write
from pst.models.emails import Email
from pst.rules.office.emails import ROWS
from tests import factories
from tests.mail.sample_mails import FACTS


def a_mail(kind="received", to="ratna@contoh.test", submission=None, **state) -> Email:
    with write():
        mail = emails.queue(kind, to, FACTS[kind], clock.now(), submission)
        if state:
            Email.update(**state).where(Email.id == mail.id).execute()
    return mail


def states(page) -> list[str]:
    return [tag["data-status"] for tag in page.html.select("#daftar-surel [data-status]")]


def test_an_empty_outbox_says_when_it_will_fill(officer):
    assert "Tidak ada surel di sini" in officer.get("/petugas/surel")


def test_the_list_shows_masked_addresses_states_and_reasons(officer):
    submission = factories.a_submission()
    a_mail(submission=submission, state="failed", error="Alamat tujuan ditolak server surel (550).", tries=1)

    page = officer.get("/petugas/surel")

    row = page.html.select_one("#daftar-surel tr").get_text(" ", strip=True)
    assert "rat•••@contoh.test" in row
    assert submission.number in row
    assert "Alamat tujuan ditolak server surel (550)." in row
    assert "ratna@contoh.test" not in page


def test_a_mail_is_cancelled_while_it_waits_and_nothing_that_is_owed_is(officer):
    waits = a_mail("message")
    a_mail("message", state="sent"), a_mail("issued"), a_mail("new_device"), a_mail("reset_password")
    page = officer.get("/petugas/surel")
    cancels = [form for form in page.forms.values() if form.action.endswith("/batalkan")]
    assert [form.action for form in cancels] == [f"/petugas/surel/{waits.id}/batalkan"]

    page = cancels[0].submit(status=303).follow()

    assert "Tidak jadi dikirim" in page and f"Dibatalkan oleh {factories.an_officer().name}" in page


def test_the_filter_stands_in_the_address_with_its_counts(officer):
    a_mail(state="failed"), a_mail(state="sent"), a_mail(state="sent")

    page = officer.get("/petugas/surel").click(r"Terkirim \(2\)")

    assert (states(page), page.request.query_string) == (["sent", "sent"], "keadaan=sent")
    assert len(states(officer.get("/petugas/surel?keadaan=apa"))) == 3


def test_a_failed_mail_is_tried_again_with_one_button(officer):
    mail = a_mail(state="failed", error="550", tries=12, next_try_at=clock.now() + timedelta(hours=12))

    page = officer.get(f"/petugas/surel/{mail.id}").forms["try-again"].submit(status=303).follow()

    assert "dikirim ulang" in page
    assert (Email.get().state, Email.get().tries) == ("queued", 0)


def test_of_two_officers_the_second_is_told_that_the_mail_has_gone(officer):
    mail = a_mail(state="failed")
    form = officer.get(f"/petugas/surel/{mail.id}").forms["try-again"]
    with write():
        Email.update(state="sent").execute()

    page = form.submit(status=303).follow()

    assert "sudah terkirim" in page
    assert Email.get().state == "sent"


def test_reading_a_mail_shows_what_its_receiver_reads_and_is_recorded(officer):
    mail = a_mail()

    page = officer.get(f"/petugas/surel/{mail.id}")

    assert page.html.h1.text == "[REK-6104-2026-0001] Permohonan Anda sudah kami terima"
    assert "Kode pelacakan: ABCD-EFGH-JKMN-PQRS" in page
    assert [look.what for look in Look.select()] == [f"email {mail.id}"]


@pytest.mark.parametrize("kind", [row.name for row in ROWS if row.secret])
def test_a_link_that_opens_an_account_is_read_by_nobody_in_the_office(officer, admin, kind):
    mail = a_mail(kind, state="failed")

    pages = [browser.get(f"/petugas/surel/{mail.id}") for browser in (officer, admin)]

    assert [("rahasia" in page, "/tautan/rahasia" in page, "try-again" in page.forms) for page in pages] == [
        (True, False, True)
    ] * 2


def test_all_failed_mails_are_tried_again_by_an_administrator(officer, admin):
    a_mail(state="failed"), a_mail(state="failed")

    assert "try-all-again" not in officer.get("/petugas/surel").forms
    page = admin.get("/petugas/surel").forms["try-all-again"].submit(status=303).follow()

    assert "2 surel dikirim ulang" in page
    assert states(page) == ["queued", "queued"]
