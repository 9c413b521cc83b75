"""One visit on one screen: what is shown, what may be done, and what is kept of it."""

import pytest

from pst.actions.frontdesk import visit_records
from pst.models.audit import Look
from pst.models.base import write
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, an_officer, user
from tests.factories_desk import GUEST, a_guest, a_visit, served
from tests.views.frontdesk.at_the_counter import at, done, field_with_error, history

pytestmark = pytest.mark.usefixtures("monday")
HTMX = {"HX-Request": "true"}


def test_the_screen_shows_visitor_purpose_number_and_history(browse):
    visit = a_visit(needs=["lansia"])

    page = browse(user("petugas")).get(at(visit))

    assert page.html.h1.text == GUEST["purpose"]
    said = page.html.select_one("#visitor").get_text(" ", strip=True)
    assert "Rahmat Tamu Dinas Kesehatan Kabupaten Mempawah Didahulukan: Lanjut usia" in said
    assert page.html.select_one("#panel [data-status]")["data-status"] == "waiting"
    assert history(page) == ["Mengisi buku tamu", "Nomor antrean diambil (K-001)"]


def test_the_head_reads_and_changes_nothing(browse):
    visit = a_visit()

    page = browse(user("kepala")).get(at(visit))

    forms = [form.action for form in set(page.forms.values()) if form.method == "post" and "/petugas/" in form.action]
    assert forms == [at(visit, "/kontak")]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_contact_is_shown_for_a_reason_and_the_reason_is_kept(browse, headers):
    visit = a_visit()
    page = browse(user("petugas")).get(at(visit))
    assert GUEST["email"] not in page and "•••7890" in page
    page.forms["show-contact"]["reason"] = "dokumen"

    shown = page.forms["show-contact"].submit(headers=headers, status=200)

    assert GUEST["email"] in shown and GUEST["phone"] in shown
    looks = [(look.user_id, look.what, look.why) for look in Look.select()]
    assert looks == [(an_officer().id, f"visitor {visit.number}", "Mengirim data, formulir, atau surat")]
    assert shown.html.find()["id"] == "visitor" if headers else shown.html.h1


def test_a_visitor_is_given_a_copy_of_what_the_book_keeps_and_that_it_was_made_is_kept(browse):
    visit = a_visit()
    page = browse(user("petugas")).get(at(visit))

    copy = page.forms[next(key for key, form in page.forms.items() if form.action.endswith("/salinan.json"))].submit()

    assert GUEST["phone"] in copy.text and "attachment" in copy.headers["Content-Disposition"]
    assert [look.what for look in Look.select()] == [f"visitor {visit.number}"]


def test_a_visitor_who_asks_is_taken_out_of_the_book(browse):
    visit = a_visit()
    page = browse(user("petugas")).get(at(visit))

    page.forms[next(key for key, form in page.forms.items() if form.action.endswith("/hapus-data"))].submit(status=303)

    left = Visit.find(visit.number)
    assert (left.name, left.phone, left.service) == ("", "", visit.service) and left.anonymised_at


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_without_a_reason_the_contact_stays_shut(browse, headers):
    visit = a_visit()

    refused = browse(user("petugas")).get(at(visit)).forms["show-contact"].submit(headers=headers, status=422)

    assert "Pilih dahulu keperluannya." in refused
    assert (GUEST["email"] in refused, Look.select().count()) == (False, 0)


def test_a_case_is_linked_by_number_and_let_go(browse):
    visit, submission = a_visit(), a_submission(Status.IN_REVIEW)
    browser = browse(user("petugas"))
    form = browser.get(at(visit)).forms["link-case"]

    form["case"] = submission.number.lower()
    page = form.submit(status=303).follow()
    assert page.html.select_one("#urusan ~ p a")["href"] == f"/petugas/permohonan/{submission.number}"
    page.forms["link-case"]["case"] = ""
    page.forms["link-case"].submit(status=303)

    assert Visit.find(visit.number).submission is None
    assert done(visit) == ["link_case", "link_case"]


def test_an_unknown_case_is_refused(browse):
    visit = a_visit()
    form = browse(user("petugas")).get(at(visit)).forms["link-case"]
    form["case"] = "REK-6104-2026-9999"

    refused = form.submit(status=422)

    assert (field_with_error(refused), refused.forms["link-case"]["case"].value) == ("#case", "REK-6104-2026-9999")


def test_the_outcome_of_a_consultation_is_kept_and_shown_again(browse):
    visit = a_visit()
    browser = browse(user("petugas"))
    form = browser.get(at(visit)).forms["note-outcome"]
    assert field_with_error(form.submit(status=422)) == "#outcome"

    form["outcome"] = "Disarankan memakai data Susenas.\nTabel dikirim lewat surel."
    page = form.submit(status=303).follow()

    assert page.forms["note-outcome"]["outcome"].value.split("\n")[-2:] == [
        "Disarankan memakai data Susenas.",
        "Tabel dikirim lewat surel.",
    ]
    assert history(page)[-1] == "Hasil konsultasi dicatat"


def test_a_letter_is_signed_for_and_handed_over(browse):
    submission = a_submission(Status.ISSUED)
    visit = a_visit(case=submission.code)
    browser = browse(user("petugas"))
    page = browser.get(at(visit))

    paper = browser.get(at(visit, "/tanda-terima.pdf"))
    page.forms["hand-over"]["receiver"] = "Budi Penerima"
    after = page.forms["hand-over"].submit(status=303).follow()

    assert (paper.content_type, paper.body[:5]) == ("application/pdf", b"%PDF-")
    assert Submission.get_by_id(submission.id).status == Status.COMPLETED
    assert "hand-over" not in after.forms
    assert history(after)[-1] == f"Surat diserahkan {submission.number}"


def test_nobody_takes_a_letter_without_a_name_or_one_that_is_not_there(browse):
    visit, other = (a_visit(case=a_submission(Status.ISSUED).code), a_visit(name="Tanpa Surat", phone="0813 1111 2222"))
    browser = browse(user("petugas"))
    form = browser.get(at(visit)).forms["hand-over"]
    form["receiver"] = ""

    assert field_with_error(form.submit(status=422)) == "#receiver"
    told = browser.get(at(other, "/tanda-terima.pdf"), status=303).follow()
    form["receiver"], form.action = "Budi", at(other, "/serahkan")
    refused = form.submit(status=422)

    assert "suratnya sudah terbit" in told.html.select_one(".pst-flash--warning").text
    assert "suratnya sudah terbit" in refused.html.select_one("#error-summary").text


def test_after_finishing_the_survey_is_open_and_the_slip_carries_it(browse):
    guest = a_guest()
    served(guest.ticket, at=WHEN)

    page = browse(user("petugas")).get(at(guest.visit))

    assert "Penilaian terbuka; tautannya ada pada struk dan dikirim lewat surel." in page
    assert page.html.select_one('a[href$="/struk.pdf"]')["href"] == f"/antrean/{guest.ticket.code}/struk.pdf"


def test_an_anonymised_visit_shows_what_is_left_and_takes_nothing(browse):
    visit = a_visit()
    browser = browse(user("petugas"))
    stale = browser.get(at(visit))
    with write():
        gone = {"name": "", "phone": "", "email": "", "institution": "", "purpose": "", "anonymised_at": WHEN}
        Visit.update(gone).execute()

    page = browser.get(at(visit))
    told = stale.forms["mail-form"].submit(status=422)
    stale.forms["note-outcome"]["outcome"] = "Menyusul"
    refused = stale.forms["note-outcome"].submit(status=422)

    assert page.html.h1.text == "Kunjungan yang sudah dianonimkan"
    assert "Laki-laki · 35–44 tahun" in page.html.select_one("#visitor").text
    assert field_with_error(told) == "#to"
    assert "sudah dianonimkan" in refused.html.select_one("#error-summary").text
    assert (done(visit), Ticket.get().state) == ([], "waiting")


def test_the_screen_asks_no_more_for_a_long_history(browse, count_queries):
    visit = a_visit()
    browser = browse(user("petugas"))
    browser.get(at(visit))
    with count_queries() as short:
        browser.get(at(visit))
    for _ in range(20):
        visit_records.search_catalogue(visit, an_officer(), WHEN)
    browser.get(at(visit))

    with count_queries() as long:
        browser.get(at(visit))

    assert long.number == short.number <= 12
