"""The dialogue of somebody known only by a code."""

import hashlib
from datetime import date, timedelta

import pytest

from pst.actions.complaints import dialogue, reminders
from pst.actions.complaints.complaint_steps import Hidden
from pst.exchange.uploads import UploadRefused
from pst.models.audit import Event
from pst.models.base import write
from pst.models.complaints.boxes import BoxForm
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.rules import numbering
from pst.rules.complaints.complaints import Status
from pst.rules.steps import StepRefused
from pst.rules.undoing import WITHDRAWN
from tests.factories import WHEN, an_officer, finds_a_virus, user
from tests.factories_complaints import CODE, a_complaint, a_photo

pytestmark = pytest.mark.usefixtures("db")
TUESDAY = WHEN + timedelta(days=1)
FORM_CODE = "EEEE-EEEE-EEEE-EEEE"


def said(complaint: Complaint) -> list[tuple[str, str]]:
    return [(m.side, m.text) for m in ComplaintMessage.of(complaint)]


def test_a_code_opens_its_complaint_its_blank_form_or_its_place_on_the_board():
    complaint = a_complaint()
    Complaint.update(board_code="DDDD-DDDD-DDDD-DDDD").execute()
    with write():
        form = BoxForm.create(
            number="KS-2026-00001", code_hash=numbering.hash_code(FORM_CODE), batch=1, printed_on=date(2026, 11, 23)
        )

    found = [dialogue.look_up(code) for code in (CODE.lower().replace("-", ""), FORM_CODE, "dddd dddd dddd dddd")]

    assert found == [complaint, form, complaint]
    assert [dialogue.opens_dialogue(complaint, code) for code in (f" {CODE} ", "DDDD-DDDD-DDDD-DDDD")] == [True, False]


WRONG = ["AAAA-AAAA-AAAA-AAAA", "AAAA-AAAA-AAAA-AAA", "0OIL-AAAA-AAAA-AAAA", "", "x" * 60, "ﷺ'; --"]


@pytest.mark.parametrize("typed", WRONG)
def test_wrong_and_unknown_codes_cost_the_same_work(typed, count_queries, monkeypatch):
    a_complaint()
    hashed = []
    real = hashlib.blake2b
    monkeypatch.setattr(hashlib, "blake2b", lambda *given, **more: (hashed.append(1), real(*given, **more))[1])

    with count_queries() as seen:
        found = dialogue.look_up(typed)

    assert (found, seen.number, len(hashed)) == (None, 3, 1)


def test_that_it_was_read_is_kept_as_the_day():
    complaint = a_complaint(Status.ANSWERED)
    assert dialogue.unread_days(complaint, date(2026, 11, 26)) == 3

    dialogue.note_seen(complaint, date(2026, 11, 26))

    kept = Complaint.by_code(complaint.code_hash)
    assert (kept.seen_on, dialogue.unread_days(kept, date(2026, 11, 30))) == (date(2026, 11, 26), None)
    assert dialogue.unread_days(a_complaint(code=FORM_CODE), date(2026, 11, 30)) is None


def test_both_sides_write_and_the_second_click_is_heard_once():
    complaint = a_complaint(Status.IN_PROGRESS)

    dialogue.say(complaint, "Ada kabar?", TUESDAY)
    dialogue.say(complaint, "Ada kabar?", TUESDAY)
    dialogue.reply(complaint, an_officer(), "Sedang ditelusuri.", TUESDAY)

    assert said(complaint) == [("complainant", "Ada kabar?"), ("office", "Sedang ditelusuri.")]


def test_what_was_asked_for_leads_back_to_verification():
    complaint = a_complaint(Status.INCOMPLETE)

    dialogue.say(complaint, "Hari Senin.", TUESDAY)

    assert (complaint.status, complaint.counted_from) == ("received", date(2026, 11, 24))
    assert said(complaint)[-1] == ("complainant", "Hari Senin.")


def test_words_and_files_are_kept_together_or_not_at_all(store):
    complaint = a_complaint(Status.IN_PROGRESS)

    with pytest.raises(UploadRefused):
        dialogue.say(complaint, "Buktinya", TUESDAY, [("a.jpg", a_photo()), ("b.exe", b"MZ")], store)
    assert (said(complaint), list(ComplaintFile.of(complaint))) == ([], [])

    dialogue.say(complaint, "Buktinya", TUESDAY, [("Wulandari di loket.jpg", a_photo())], store)
    (file,) = ComplaintFile.of(complaint)
    assert (file.name, file.side, said(complaint)) == ("lampiran-1.jpg", "complainant", [("complainant", "Buktinya")])
    assert b"Kamera" not in store.read(file.file_id) and b"Wulandari" not in store.read(file.file_id)


def test_a_complaint_takes_twenty_files(store, monkeypatch):
    monkeypatch.setattr(dialogue, "MOST_FILES", 2)
    complaint = a_complaint()
    dialogue.attach(complaint, "complainant", "a.jpg", a_photo(), WHEN, store)

    with pytest.raises(UploadRefused, match="Paling banyak 2"):
        dialogue.say(complaint, "Dua lagi", TUESDAY, [("b.jpg", a_photo()), ("c.jpg", a_photo())], store)
    dialogue.attach(complaint, "office", "b.jpg", a_photo(), WHEN, store, an_officer())

    assert [file.name for file in ComplaintFile.of(complaint)] == ["lampiran-1.jpg", "lampiran-2.jpg"]


def test_an_ended_complaint_hears_nothing_more(store):
    complaint = a_complaint(Status.CLOSED)

    with pytest.raises(StepRefused, match="sudah selesai"):
        dialogue.say(complaint, "Halo?", TUESDAY, [("a.jpg", a_photo())], store)
    assert list(ComplaintFile.of(complaint)) == []


def test_whoever_may_not_know_of_it_neither_writes_nor_attaches(store):
    complaint = a_complaint(text="Bu Sinta kasar")

    with pytest.raises(Hidden):
        dialogue.reply(complaint, an_officer(), "Itu tidak benar.", TUESDAY)
    with pytest.raises(Hidden):
        dialogue.attach(complaint, "office", "a.jpg", a_photo(), TUESDAY, store, an_officer())
    dialogue.reply(complaint, user("petugas2"), "Kami telusuri.", TUESDAY)
    assert said(complaint) == [("office", "Kami telusuri.")]


@pytest.mark.parametrize(("given", "kept"), [(5, 5), (None, None), (0, None), (9, None)])
def test_content_with_a_rating_from_one_to_five_or_none(given, kept):
    complaint = a_complaint(Status.ANSWERED)

    dialogue.accept(complaint, given, " Terima kasih ", TUESDAY)

    stored = Complaint.by_code(complaint.code_hash)
    assert (stored.status, stored.rating, stored.rating_note, stored.closed_on) == (
        "closed",
        kept,
        "Terima kasih",
        date(2026, 11, 24),
    )


def test_not_resolved_and_withdrawn_say_why():
    again, back = a_complaint(Status.ANSWERED), a_complaint(code=FORM_CODE)

    dialogue.not_resolved(again, "Loketnya masih satu.", TUESDAY)
    dialogue.withdraw(back, "Sudah beres di tempat.", TUESDAY)

    assert (again.status, said(again)[-1]) == ("reopened", ("complainant", "Loketnya masih satu."))
    assert (back.status, said(back)[-1]) == ("withdrawn", ("complainant", "Sudah beres di tempat."))
    with pytest.raises(StepRefused):
        dialogue.not_resolved(back, "Berubah pikiran", TUESDAY)


def test_silence_closes_after_ten_working_days_and_a_message_is_no_silence():
    silent, writing = a_complaint(Status.ANSWERED), a_complaint(Status.ANSWERED, FORM_CODE)
    dialogue.say(writing, "Saya cek dulu ke kantor desa.", WHEN + timedelta(days=9))  # Rabu, 2 Desember

    before = reminders.end_silent(WHEN + timedelta(days=14))  # Senin, 7 Desember: hari kesepuluh
    after = reminders.end_silent(WHEN + timedelta(days=15))

    states = [Complaint.by_code(row.code_hash).status for row in (silent, writing)]
    assert (before, after, states) == (0, 1, ["closed", "answered"])
    assert Complaint.by_code(writing.code_hash).stage_due_on == date(2026, 12, 16)  # Rabu


def test_a_file_with_a_virus_leaves_neither_words_nor_bytes(store):
    complaint = a_complaint()
    dialogue.say(complaint, "Buktinya", TUESDAY, [("a.jpg", a_photo())], store)
    store.examine = finds_a_virus

    with pytest.raises(UploadRefused, match="virus"):
        dialogue.say(complaint, "Satu lagi", TUESDAY, [("b.jpg", a_photo())], store)
    with pytest.raises(UploadRefused, match="virus"):
        dialogue.attach(complaint, "office", "c.jpg", a_photo(), TUESDAY, store, an_officer())

    assert (said(complaint), [file.name for file in ComplaintFile.of(complaint)]) == (
        [("complainant", "Buktinya")],
        ["lampiran-1.jpg"],
    )


def test_a_message_is_taken_back_with_its_file_and_that_there_was_one_stays_known(store):
    complaint = a_complaint(Status.IN_PROGRESS)
    dialogue.attach(complaint, "office", "surat.jpg", a_photo(), TUESDAY, store, an_officer())
    dialogue.reply(complaint, an_officer(), "Untuk orang lain.", TUESDAY)
    dialogue.attach(complaint, "complainant", "bukti.jpg", a_photo(30), TUESDAY, store)

    words = dialogue.take_back(complaint, ComplaintMessage.get(), an_officer(), TUESDAY + timedelta(minutes=9), store)

    assert (words, said(complaint)) == ("Untuk orang lain.", [("office", WITHDRAWN)])
    assert [row.side for row in ComplaintFile.of(complaint)] == ["complainant"]
    assert Event.latest("complaint", complaint.number).verb == "withdraw_message"


def test_the_word_of_a_step_a_message_of_another_and_an_old_one_stay(store):
    complaint = a_complaint(Status.ANSWERED)
    answer, answered_at = ComplaintMessage.get(), WHEN + timedelta(hours=2)
    dialogue.reply(complaint, an_officer(), "Satu lagi.", TUESDAY)
    reply = ComplaintMessage.of(complaint)[-1]

    for message, actor, at in (
        (answer, an_officer(), answered_at),
        (reply, user("petugas2"), TUESDAY),
        (reply, an_officer(), TUESDAY + timedelta(minutes=11)),
    ):
        with pytest.raises(StepRefused, match="sepuluh menit"):
            dialogue.take_back(complaint, message, actor, at, store)
    assert answer.at == answered_at
