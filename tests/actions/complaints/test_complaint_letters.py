"""Letters about complaints say what was decided and never who complained; the book says not even which it was."""

from datetime import timedelta

import pytest

from pst.actions.complaints import complaint_steps as steps
from pst.actions.complaints import dialogue
from pst.actions.complaints.complaint_letters import OUT_ALREADY, ask_for, draft_pdf, is_asked_for, issue, why_not
from pst.actions.letters import book_entries
from pst.models.audit import Event
from pst.models.complaints.complaint_letters import ComplaintLetter
from pst.models.complaints.complaints import Complaint
from pst.models.handovers import Notice
from pst.models.letters.book_entries import BookEntry
from pst.rules.complaints.complaint_letters import ANSWER_LETTER, REFERRAL_LETTER
from pst.rules.complaints.complaints import Status
from pst.rules.letters.numbering import ANSWER, HAND, VOID
from pst.rules.refusals import Refusal
from pst.rules.steps import StepRefused
from tests.factories import SIGNING, WHEN, an_officer, user
from tests.factories_complaints import a_complaint, a_manager, answered, verified
from tests.paper.reading import words_of

pytestmark = pytest.mark.usefixtures("db")

NEXT = {"number": "", "prefix": "", "kka": "", "reason": ""}
LATER = SIGNING + timedelta(hours=3)


def test_a_letter_goes_out_under_the_next_number_of_the_book_which_does_not_say_what_about(store):
    complaint = a_complaint(Status.ANSWERED)

    letter = issue(complaint, ANSWER_LETTER, {**NEXT, "kka": "HM.310"}, user("kepala"), LATER, store)

    line = BookEntry.get()
    told = (line.number, line.kind, line.recipient, line.subject, line.file_id)
    assert told == ("B-1/61040/HM.310/11/2026", ANSWER, "Pelapor", "Jawaban atas pengaduan", None)
    assert not any(complaint.number in str(value) for value in line.__data__.values())
    paper = words_of(store.read(letter.file_id))
    assert all(words in paper for words in (line.number, "Dewi Kepala", "Loket kini buka sampai pukul empat."))
    assert "KONSEP" not in paper and "Wulandari" not in paper
    event = Event.latest("complaint", complaint.number)
    assert (event.verb, event.note) == ("issue_answer", f"Nomor {line.number}.")
    assert complaint.number not in Event.latest("letter_book", line.number).note


def test_only_who_signs_today_lets_it_go_out_and_the_draft_names_them(store):
    complaint = a_complaint(Status.ANSWERED)

    with pytest.raises(StepRefused, match="Surat hari ini ditandatangani Dewi Kepala"):
        issue(complaint, ANSWER_LETTER, NEXT, an_officer(), LATER, store)

    assert (BookEntry.select().count(), why_not(complaint, user("kepala"), LATER)) == (0, "")
    draft = words_of(draft_pdf(complaint, ANSWER_LETTER, LATER))
    assert "KONSEP" in draft and "Dewi Kepala" in draft


def test_one_answer_is_one_letter_until_its_number_is_void_or_another_answer_is_given(store):
    head, complaint = user("kepala"), a_complaint(Status.ANSWERED)
    first = issue(complaint, ANSWER_LETTER, NEXT, head, LATER, store)
    with pytest.raises(StepRefused, match=OUT_ALREADY):
        issue(complaint, ANSWER_LETTER, NEXT, head, LATER, store)

    with pytest.raises(Refusal, match="yang menandatanganinya atau Kepala"):
        book_entries.void(first.entry, "Salah cetak.", an_officer(), LATER)
    book_entries.void(first.entry, "Salah cetak.", head, LATER)
    second = issue(complaint, ANSWER_LETTER, NEXT, head, LATER, store)
    dialogue.not_resolved(complaint, "Masih tutup.", LATER + timedelta(hours=1))
    before = is_asked_for(complaint, ANSWER_LETTER)
    steps.take(complaint, "answer", an_officer(), "Kunci sudah diganti.", LATER + timedelta(hours=2))

    assert [row.kind for row in BookEntry.select()] == [VOID, ANSWER]
    assert ComplaintLetter.in_force(complaint, ANSWER_LETTER.name) == second
    assert (before, is_asked_for(complaint, ANSWER_LETTER)) == (False, True)


def test_a_typed_number_that_is_odd_waits_for_its_reason(store):
    complaint, odd = a_complaint(Status.ANSWERED), {**NEXT, "number": "12/PST"}

    with pytest.raises(Refusal, match=r"ditulis seperti B-155/61040/KS\.200/09/2026") as refused:
        issue(complaint, ANSWER_LETTER, odd, user("kepala"), LATER, store)
    letter = issue(complaint, ANSWER_LETTER, {**odd, "reason": "Buku lama."}, user("kepala"), LATER, store)

    assert (refused.value.field, letter.entry.number, letter.entry.reason) == ("reason", "12/PST", "Buku lama.")


def test_who_signs_is_told_once_that_a_letter_is_wanted(store):
    complaint = a_complaint(Status.ANSWERED)
    for actor, kind in ((user("petugas2"), ANSWER_LETTER), (an_officer(), REFERRAL_LETTER)):
        with pytest.raises(StepRefused, match="belum terbit"):
            ask_for(complaint, kind, actor, LATER)

    for _ in range(2):
        ask_for(complaint, ANSWER_LETTER, an_officer(), LATER)

    assert [event.note for event in Event.of("complaint", complaint.number) if event.verb == "ask_letter"] == [
        ANSWER_LETTER.label
    ]
    told = [(row.person_id, row.kind, row.key) for row in Notice.select().where(Notice.kind == "complaint_letter")]
    assert told == [(user("kepala").id, "complaint_letter", complaint.number)]


def test_one_about_the_head_is_signed_by_whoever_stands_in_and_the_head_finds_nothing_of_it_in_the_book(store):
    stands_in, complaint = a_manager(), a_complaint(about="head")

    with pytest.raises(StepRefused, match="tidak ditemukan"):
        issue(complaint, REFERRAL_LETTER, NEXT, user("kepala"), LATER, store)
    letter = issue(complaint, REFERRAL_LETTER, NEXT, stands_in, LATER, store)

    assert (letter.entry.kind, letter.entry.subject) == (HAND, "Penyampaian surat")
    assert f"Pejabat yang ditunjuk menangani pengaduan, {stands_in.name}" in words_of(store.read(letter.file_id))


def test_the_letter_holds_the_answer_and_not_what_was_said_after_it():
    complaint = answered(a_complaint())
    dialogue.reply(complaint, an_officer(), "Terima kasih sudah menunggu.", WHEN + timedelta(hours=2))

    letter = words_of(draft_pdf(complaint, ANSWER_LETTER, WHEN + timedelta(hours=3)))

    assert complaint.number in letter and "Loket kini buka sampai pukul empat." in letter
    assert ("Terima kasih sudah menunggu" in letter, "Wulandari Pelapor" in letter) == (False, False)


def test_the_letter_holds_the_newest_answer():
    complaint = answered(a_complaint())
    dialogue.not_resolved(complaint, "Masih tutup.", WHEN + timedelta(hours=2))
    steps.take(complaint, "answer", an_officer(), "Kunci sudah diganti.", WHEN + timedelta(hours=3))

    letter = words_of(draft_pdf(complaint, ANSWER_LETTER, WHEN))

    assert ("Kunci sudah diganti." in letter, "Loket kini buka" in letter) == (True, False)


def test_a_refusal_is_a_letter_too_and_before_any_word_there_is_none():
    complaint = a_complaint()
    dialogue.reply(complaint, an_officer(), "Kami periksa dahulu.", WHEN)
    before = draft_pdf(complaint, ANSWER_LETTER, WHEN)
    steps.take(complaint, "refuse", an_officer(), "Isinya iklan.", WHEN)

    assert before is None
    assert "Isinya iklan." in words_of(draft_pdf(complaint, ANSWER_LETTER, WHEN))


def test_a_complaint_about_the_head_goes_to_the_province_with_its_reason():
    complaint = a_complaint(about="head", hope="Undangan dibagikan.")

    letter = words_of(draft_pdf(complaint, REFERRAL_LETTER, WHEN))

    assert "Kepala Badan Pusat Statistik Provinsi Kalimantan Barat" in letter
    assert "yang menyangkut Kepala BPS Kabupaten Mempawah" in letter and "benturan kepentingan" in letter
    assert complaint.text in letter and "Undangan dibagikan." in letter
    assert "Wulandari Pelapor" not in letter


@pytest.mark.parametrize(
    ("level", "recipient"),
    [("inspectorate", "Inspektur Utama Badan Pusat Statistik"), ("province", "Provinsi Kalimantan Barat")],
)
def test_an_escalated_one_goes_to_its_level_and_speaks_of_no_conflict(level, recipient):
    complaint = verified(a_complaint())
    steps.escalate(complaint, an_officer(), level, "Di luar wewenang.", WHEN)

    letter = words_of(draft_pdf(complaint, REFERRAL_LETTER, WHEN))

    assert recipient in letter and "wewenang di atas kantor kami" in letter and "menyangkut Kepala" not in letter


def test_a_level_inside_the_office_needs_no_letter():
    complaint = verified(a_complaint())
    steps.escalate(complaint, an_officer(), "head", "Perlu keputusan.", WHEN)

    assert draft_pdf(Complaint.get_by_id(complaint.id), REFERRAL_LETTER, WHEN) is None
