"""One complaint at the desk: what is told, the dialogue, the handler, the papers."""

from datetime import timedelta

import pytest
from webtest import Upload

from pst.actions.complaints import dialogue
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.office.sentences import Sentence
from tests.exchange.test_uploads import an_xlsx
from tests.factories import WHEN, a_store, an_officer, user
from tests.factories_complaints import a_complaint, a_photo, verified

pytestmark = pytest.mark.usefixtures("monday")


def place_of(complaint: Complaint) -> str:
    return f"/petugas/pengaduan/{complaint.number}"


def test_a_message_reaches_the_complainant_and_a_note_only_the_office(browse):
    complaint = verified(a_complaint())
    officer = browse(an_officer())

    form = officer.get(place_of(complaint)).forms["reply"]
    form["text"] = "Sedang kami periksa."
    form.submit(status=303)
    form = officer.get(place_of(complaint)).forms["note-form"]
    form["note"] = "Tanyakan kepada penjaga."
    page = form.submit(status=303).follow()

    said = [(row.side, row.text) for row in ComplaintMessage.of(complaint)]
    kept = [(row.side, row.text) for row in ComplaintMessage.of(complaint, internal=True)]
    assert said == [("office", "Sedang kami periksa.")]
    assert kept == [*said, ("internal", "Tanyakan kepada penjaga.")]
    assert "Hanya dibaca petugas" in page.text


def test_a_file_goes_with_the_message_under_a_name_that_tells_nothing(browse):
    complaint = verified(a_complaint())
    officer = browse(an_officer())
    form = officer.get(place_of(complaint)).forms["reply"]
    form["text"], form["file"] = "Buktinya terlampir.", Upload("Surat Sinta.jpg", a_photo(), "image/jpeg")

    form.submit(status=303)

    row = ComplaintFile.get()
    answer = officer.get(f"{place_of(complaint)}/berkas/{row.id}")
    assert (row.name, answer.content_type, "attachment" in answer.headers["Content-Disposition"]) == (
        "lampiran-1.jpg",
        "image/jpeg",
        True,
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_that_is_refused_leaves_the_words_and_stores_nothing(browse):
    complaint = verified(a_complaint())
    form = browse(an_officer()).get(place_of(complaint)).forms["reply"]
    form["text"], form["file"] = "Terlampir.", Upload("tabel.xlsx", an_xlsx(), "application/octet-stream")

    page = form.submit(status=422)

    assert page.forms["reply"]["text"].value == "Terlampir." and "Dokumen Office" in page.text
    assert (ComplaintMessage.select().count(), ComplaintFile.select().count()) == (0, 0)


def test_a_file_of_another_complaint_is_not_found_here(browse):
    complaint, other = a_complaint(text="Satu."), a_complaint(text="Dua.")
    kept = dialogue.attach(other, "complainant", "bukti.jpg", a_photo(), WHEN, a_store())
    officer = browse(an_officer())

    assert officer.get(f"{place_of(other)}/berkas/{kept.id}").status_int == 200
    assert officer.get(f"{place_of(complaint)}/berkas/{kept.id}", status=404)


def test_it_is_given_to_somebody_who_may_know_of_it(browse):
    complaint = a_complaint(who="Bu Sinta")
    form = browse(user("petugas2")).get(place_of(complaint)).forms["assign"]
    offered = [label for _, _, label in form["handler"].options]

    form["handler"] = str(user("kepala").id)
    page = form.submit(status=303).follow()

    assert offered == ["Pilih …", "Bayu Petugas", "Dewi Kepala"]
    assert Complaint.get_by_id(complaint.id).assignee_id == user("kepala").id
    assert "Petugas ditunjuk." in page.text


def test_nobody_chosen_is_refused(browse):
    complaint = a_complaint()
    form = browse(an_officer()).get(place_of(complaint)).forms["assign"]

    page = form.submit(status=422)

    assert ("Pilih petugas." in page.text, Complaint.get_by_id(complaint.id).assignee_id) == (True, None)


def test_the_last_message_is_text_to_copy_and_leads_to_whatsapp_without_a_number(browse):
    complaint = verified(a_complaint())
    officer = browse(an_officer())
    assert not officer.get(place_of(complaint)).html.select("#to-copy")
    form = officer.get(place_of(complaint)).forms["reply"]
    form["text"] = "Sudah kami perbaiki."

    page = form.submit(status=303).follow().html

    text = page.select_one("#to-copy").text
    assert complaint.number in text and "Sudah kami perbaiki." in text
    assert page.select_one('a[href^="https://wa.me/?text="]')


def test_a_message_taken_back_stands_in_the_box_again(browse):
    complaint = verified(a_complaint(), at=WHEN - timedelta(hours=1))
    officer = browse(an_officer())
    form = officer.get(place_of(complaint)).forms["reply"]
    form["text"] = "Untuk orang lain."
    page = form.submit(status=303).follow()

    button = next(form for form in page.forms.values() if form.action.endswith("/tarik"))
    page = button.submit()

    assert page.forms["reply"]["text"].value == "Untuk orang lain."
    assert [message.text for message in ComplaintMessage.of(complaint)] == ["Pesan ini ditarik petugas."]
    page = officer.get(place_of(complaint))
    assert "/tarik" not in page.text and not page.html.select("#to-copy")


def test_a_ready_sentence_follows_what_was_typed_and_goes_once_its_gap_is_filled(browse):
    sentence = Sentence.create(kind="reply", heading="Proses", text="Kami sampaikan paling lambat {tanggal}.")
    complaint = verified(a_complaint(), at=WHEN - timedelta(hours=1))
    page = browse(an_officer()).get(place_of(complaint))
    page.forms["reply"]["text"] = "Selamat pagi."

    form = page.forms["reply"].submit("_sisip", value=str(sentence.id)).forms["reply"]
    page = form.submit(status=422)

    assert form["text"].value == "Selamat pagi.\nKami sampaikan paling lambat {tanggal}."
    assert "Isi dahulu {tanggal} pada pesan ini." in page.text
    assert ComplaintMessage.select().count() == 0
    form = page.forms["reply"]
    form["text"] = form["text"].value.replace("{tanggal}", "27 November 2026")
    form.submit(status=303)
    assert ComplaintMessage.get().text.endswith("27 November 2026.")
