"""The dialogue by code, without script: open it, read, write, judge."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from pst.actions.complaints import complaint_steps, complaints, dialogue, identities
from pst.models.base import write
from pst.models.complaints.boxes import BoxForm
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.complaints.identities import Identity
from pst.rules import numbering
from pst.rules.complaints.complaints import Status
from tests.browsing import Browsing
from tests.factories import WHEN, an_officer
from tests.factories_complaints import ANSWER, CODE, a_complaint, a_manager, a_photo, a_vault

NOBODYS = "2222-2222-2222-2222"
OTHER = "9PQR-3STU-WXYA-4BCD"


def open_with(browser, code=CODE, status=303):
    form = browser.get("/pengaduan/lacak").forms["track"]
    form["kode"] = code
    answer = form.submit(status=status)
    return answer.follow() if status == 303 else answer


def now(complaint: Complaint) -> Complaint:
    return Complaint.get_by_id(complaint.id)


def facts(page) -> dict[str, str]:
    return {row.dt.text.strip(): row.dd.text.strip() for row in page.html.select(".govuk-summary-list__row")}


def test_a_code_typed_carelessly_opens_the_dialogue_and_stands_in_no_address(anyone, monday):
    complaint = a_complaint()

    page = open_with(anyone, f" {CODE.lower().replace('-', ' ')} ")

    assert (page.request.path, page.request.query_string) == ("/pengaduan/percakapan", "")
    assert page.html.select_one("[data-status]")["data-status"] == "received"
    assert facts(page) == {
        "Jenis": "Pengaduan",
        "Identitas": "Rahasia",
        "Diterima": "23 November 2026",
        "Diverifikasi paling lambat": "26 November 2026",
        "Dijawab paling lambat": "11 Desember 2026",
    }
    assert (CODE in page.text, now(complaint).seen_on) == (False, date(2026, 11, 23))


def test_the_identity_is_taken_back_on_the_page_of_the_dialogue(anyone, monday):
    complaint = a_complaint()
    page = open_with(anyone)

    form = next(form for form in page.forms.values() if form.action.endswith("/hapus-identitas"))
    page = form.submit(status=303).follow()

    assert Identity.of(complaint) is None
    assert "Identitas dihapus atas permintaan pelapor" in page.text and "/hapus-identitas" not in page.text


def test_whoever_holds_the_code_takes_a_copy_and_nobody_else_does(anyone, app, monday):
    complaint = a_complaint()

    copy = open_with(anyone).click("JSON")

    assert copy.json["tentang"] == f"Pelapor pengaduan {complaint.number}"
    assert Browsing(app).get("/pengaduan/percakapan/salinan.json", status=303).location.endswith("/pengaduan/lacak")


def test_where_everybody_who_might_read_it_is_its_subject_the_complainant_is_sent_on(anyone, monday):
    manager = a_manager("petugas2")
    a_complaint(about="head")
    attended = open_with(anyone)
    a_complaint(about="head", code=OTHER, chosen=(manager.id,))

    unattended = open_with(anyone, OTHER)

    words = "Di kantor ini tidak ada yang boleh membacanya"
    assert (words in attended, words in unattended, "www.lapor.go.id" in unattended) == (False, True, True)


@pytest.mark.parametrize(
    ("status", "forms", "label"),
    [
        (Status.RECEIVED, {"say", "withdraw"}, "Diverifikasi paling lambat"),
        (Status.INCOMPLETE, {"say", "withdraw"}, "Kelengkapan kami tunggu sampai"),
        (Status.IN_PROGRESS, {"say", "withdraw"}, "Dijawab paling lambat"),
        (Status.ANSWERED, {"accept", "not-resolved", "say"}, "Tanggapan Anda kami tunggu sampai"),
        (Status.CLOSED, {"not-resolved"}, "Selesai"),
        (Status.REFUSED, set(), "Selesai"),
    ],
)
def test_each_state_offers_what_can_be_done_in_it(anyone, status, forms, label):
    a_complaint(status)

    page = open_with(anyone)

    offered = {form["id"] for form in page.html.select("main form[id]")}
    assert (offered, label in facts(page)) == (forms, True)


@pytest.mark.parametrize("typed", [NOBODYS, NOBODYS[:-1], "0OIL", "ﷺ' OR 1=1", "x" * 60])
def test_unknown_and_impossible_codes_look_alike(anyone, typed):
    a_complaint()
    unknown = open_with(anyone, "3333-3333-3333-3333", 422)

    other = open_with(anyone, typed, 422)

    assert (other.html.main.text, other.html.main["data-result"]) == (unknown.html.main.text, "refused")


def test_wrong_codes_are_limited_and_right_ones_are_not(strict):
    a_complaint()

    right = [open_with(strict).status_int for _ in range(31)]
    form = strict.get("/pengaduan/lacak").forms["track"]
    form["kode"] = NOBODYS
    wrong = [form.submit(status="*").status_int for _ in range(31)]

    assert (set(right), wrong) == ({200}, [422] * 30 + [429])


def test_a_blank_form_that_lies_in_the_box_says_so(anyone):
    with write():
        BoxForm.create(
            number="KS-2026-00042", code_hash=numbering.hash_code(CODE), batch=1, printed_on=date(2026, 11, 2)
        )

    page = open_with(anyone, status=200)

    assert page.html.select_one("[data-status]")["data-status"] == "not_received"
    assert "KS-2026-00042" in page.html.h1.text


def test_a_code_from_the_board_opens_a_neutral_state_and_no_dialogue(anyone):
    complaint = a_complaint(Status.ANSWERED)
    complaints.post_on_board(complaint, an_officer(), "Silakan ke meja PST.", WHEN)
    code = now(complaint).board_code

    page = open_with(anyone, code, 200)

    text = page.html.main.text
    assert ("Sudah ada jawaban" in text, "Silakan ke meja PST." in text) == (True, True)
    assert [said in text for said in (complaint.number, complaint.text, ANSWER)] == [False] * 3
    assert anyone.get("/pengaduan/percakapan", status=303).location.endswith("/pengaduan/lacak")


def test_messages_go_both_ways_with_files_and_say_when(anyone, monday):
    complaint = a_complaint(Status.IN_PROGRESS)
    dialogue.reply(complaint, an_officer(), "Sedang ditelusuri.", WHEN)

    form = open_with(anyone).forms["say"]
    form["text"], form["files"] = "Ini buktinya", [("Wulandari.jpg", a_photo())]
    page = form.submit(status=303).follow()

    said = [" ".join(item.text.split()) for item in page.html.select(".pst-message")]
    assert said == [
        "Petugas 23 November 2026 pukul 09.00 WIB Sedang ditelusuri.",
        "Anda 23 November 2026 pukul 12.00 WIB Ini buktinya",
    ]
    link = page.html.select_one(".pst-papers a")
    file = anyone.get(link["href"])
    assert (link.text, file.content_type, file.headers["X-Content-Type-Options"]) == (
        "lampiran-1.jpg",
        "image/jpeg",
        "nosniff",
    )
    assert file.headers["Content-Disposition"] == "attachment; filename=lampiran-1.jpg"
    assert b"Kamera" not in file.body and "Sinta" not in page.html.main.text


def test_of_an_anonymous_one_only_days_are_shown(anyone, monday):
    a_complaint(Status.IN_PROGRESS, privacy="anonymous")
    form = open_with(anyone).forms["say"]
    form["text"] = "Halo"

    page = form.submit(status=303).follow()

    assert " ".join(page.html.select_one(".pst-message--mine").text.split()) == "Anda 23 November 2026 Halo"
    assert "Tidak ada identitas yang disimpan" in page.html.main.text


def test_a_refused_message_is_still_there(anyone):
    complaint = a_complaint()
    form = open_with(anyone).forms["say"]
    form["text"], form["files"] = "Ini buktinya", [("a.exe", b"MZ")]

    page = form.submit(status=422)

    assert (page.forms["say"]["text"].value, page.html.select_one("#error-summary a")["href"]) == (
        "Ini buktinya",
        "#files",
    )
    assert (ComplaintMessage.select().count(), list(ComplaintFile.of(complaint))) == (0, [])
    assert page.forms["say"].submit(status=303).follow().html.select_one(".pst-message--mine") is not None


def test_a_file_of_another_complaint_does_not_exist_here(anyone, store):
    other = a_complaint(code="AAAA-AAAA-AAAA-AAAA")
    kept = dialogue.attach(other, "complainant", "a.jpg", a_photo(), WHEN, store)
    a_complaint()
    open_with(anyone)

    assert anyone.get(f"/pengaduan/percakapan/berkas/{kept.id}", status=404).status_int == 404
    open_with(anyone, "AAAA-AAAA-AAAA-AAAA")
    assert anyone.get(f"/pengaduan/percakapan/berkas/{kept.id}").status_int == 200


def test_internal_notes_and_files_stay_inside(anyone, store):
    complaint = a_complaint(Status.IN_PROGRESS)
    complaints.add_note(complaint, an_officer(), "Pelapor ini sering mengeluh.", WHEN)
    inside = dialogue.attach(complaint, "internal", "a.jpg", a_photo(), WHEN, store, an_officer())
    complaint_steps.escalate(complaint, an_officer(), "manager", "Alasan internal.", WHEN)

    page = open_with(anyone)

    assert [word in page.text for word in ("sering mengeluh", "lampiran-1", "Alasan internal")] == [False] * 3
    assert facts(page)["Dinaikkan kepada"] == "Pengelola pengaduan"
    assert anyone.get(f"/pengaduan/percakapan/berkas/{inside.id}", status=404).status_int == 404


def test_who_opened_the_identity_and_why_is_read_by_the_complainant(anyone):
    complaint = a_complaint(Status.IN_PROGRESS)
    assert "Belum ada yang membuka identitas" in open_with(anyone).text

    identities.open_identity(complaint, an_officer(), "Perlu menelepon pelapor", WHEN + timedelta(hours=2), a_vault())

    text = " ".join(open_with(anyone).html.main.text.split())
    assert (
        "23 November 2026 pukul 11.00 WIB: dibuka oleh Sinta Petugas, dengan alasan “Perlu menelepon pelapor”" in text
    )
    assert "Identitas dibuka 23 November 2026" in text


def test_withdrawing_needs_a_reason_and_ends_it(anyone):
    complaint = a_complaint()
    page = open_with(anyone)
    refused = page.forms["withdraw"].submit(status=422)
    assert refused.html.select_one("#error-summary a")["href"] == "#withdraw-why"

    page.forms["withdraw"]["why"] = "Sudah beres."
    page.forms["withdraw"].submit(status=303)

    assert now(complaint).status == "withdrawn"


def test_what_can_no_longer_be_done_is_explained(anyone):
    complaint = a_complaint(Status.ANSWERED)
    page = open_with(anyone)
    dialogue.accept(complaint, None, "", WHEN)

    accepted = page.forms["accept"].submit(status=422)
    page.forms["say"]["text"] = "Halo"
    written = page.forms["say"].submit(status=422)

    assert "keadaan pengaduan sudah berubah" in accepted.text
    assert "pesan baru tidak dapat dikirim" in written.text


def test_the_answer_is_no_letter_before_it_has_its_number(anyone):
    a_complaint(Status.ANSWERED)

    page = open_with(anyone)

    assert "Jawaban sebagai surat" not in page.text
    anyone.get("/pengaduan/percakapan/jawaban.pdf", status=404)


def test_a_closed_dialogue_asks_for_the_code_and_offers_what_was_typed(anyone):
    complaint = a_complaint(Status.IN_PROGRESS)
    with time_machine.travel(datetime(2026, 11, 23, 5, tzinfo=UTC), tick=False) as clock:
        form = open_with(anyone).forms["say"]
        form["text"] = "Panjang sekali\nyang saya tulis"
        clock.shift(timedelta(minutes=45))
        asked = form.submit(status=422)
        assert "belum sampai" in asked.html.main.text

        again = asked.forms["track"]
        again["kode"] = NOBODYS
        again = again.submit(status=422).forms["track"]
        again["kode"] = CODE
        page = again.submit(status=200)
        assert page.forms["say"]["text"].value.splitlines() == ["Panjang sekali", "yang saya tulis"]
        page.forms["say"].submit(status=303)

    assert [m.text for m in ComplaintMessage.of(complaint)] == ["Panjang sekali\nyang saya tulis"]


def test_a_browser_that_lost_its_cookie_keeps_what_was_typed(anyone):
    a_complaint(Status.IN_PROGRESS)
    form = open_with(anyone).forms["say"]
    form["text"] = "Sudah saya tulis"
    anyone.reset()

    asked = form.submit(status=422).forms["track"]
    asked["kode"] = CODE

    assert asked.submit(status=200).forms["say"]["text"].value == "Sudah saya tulis"


def test_a_typed_code_survives_a_lost_cookie(anyone):
    a_complaint()
    form = anyone.get("/pengaduan/lacak").forms["track"]
    form["kode"] = CODE
    anyone.reset()

    again = form.submit(status=422).forms["track"]

    assert (again["kode"].value, again.submit(status=303).location[-21:]) == (CODE, "/pengaduan/percakapan")


def test_without_an_open_dialogue_its_addresses_lead_to_the_door(anyone):
    for path in ("", "/berkas/1", "/jawaban.pdf"):
        assert anyone.get(f"/pengaduan/percakapan{path}", status=303).location.endswith("/pengaduan/lacak")
    token = anyone.get("/pengaduan/lacak").forms["track"]["csrf_token"].value
    for path in ("selesai", "belum-selesai", "tarik", "pesan"):
        answer = anyone.post(f"/pengaduan/percakapan/{path}", {"csrf_token": token}, status=422)
        assert answer.html.h1.text == "Buka percakapan dengan kode"


def test_leaving_closes_the_dialogue(anyone):
    a_complaint()

    open_with(anyone).forms["leave-form"].submit(status=303)

    assert anyone.get("/pengaduan/percakapan", status=303).location.endswith("/pengaduan/lacak")


def test_the_dialogue_costs_the_same_with_one_message_and_with_many(anyone, count_queries):
    complaint = a_complaint(Status.IN_PROGRESS)
    open_with(anyone)
    anyone.get("/pengaduan/percakapan")
    dialogue.reply(complaint, an_officer(), "Satu pesan", WHEN)
    with count_queries() as few:
        anyone.get("/pengaduan/percakapan")
    for n in range(12):
        dialogue.reply(complaint, an_officer(), f"Pesan {n}", WHEN)

    with count_queries() as many:
        anyone.get("/pengaduan/percakapan")

    assert few.number == many.number <= 11
