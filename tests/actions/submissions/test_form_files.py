"""The workbook that comes back: looked at first, then all that is right is taken, with the file, or nothing."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from pst.actions.review import remarks
from pst.actions.submissions import completeness, form_files, submissions
from pst.actions.submissions.form_files import CLOSED, NOT_ASKED_NOW
from pst.exchange.form_xlsx import FormFileRefused
from pst.exchange.uploads import UploadRefused
from pst.models.audit import Event
from pst.models.files import Attachment, StoredFile
from pst.models.office.settings import the_office
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.editions import edition_after
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.exchange.workbooks import TITLE_CELL, edited, repacked
from tests.factories import SITE, WHEN, a_draft, a_remark, a_submission, an_applicant, an_officer, finds_a_virus
from tests.factories_answers import complete_answers

pytestmark = pytest.mark.usefixtures("db")
NAME = "formulir terisi.xlsx"
NEW_TITLE = "Kompilasi Data Gizi Balita Kabupaten Mempawah"


def handed_out(submission, **cells) -> bytes:
    """The workbook of this submission, with these cells of the first sheet filled in."""
    content = form_files.workbook_for(submission, an_applicant(), WHEN, SITE)
    return edited(content, {("Identitas Kegiatan", cell): value for cell, value in cells.items()})


def counts() -> tuple[int, ...]:
    return tuple(table.select().count() for table in (Submission, Attachment, StoredFile, Event))


def test_what_is_right_is_taken_and_the_file_is_attached(store):
    draft = a_draft()
    content = handed_out(draft, D4=NEW_TITLE, D5=2028)

    found = form_files.take(store, draft, an_applicant(), NAME, content, WHEN)

    kept = Submission.get_by_id(draft.id)
    assert found.given == {"judul_kegiatan": NEW_TITLE, "tahun_kegiatan": 2028}
    assert (kept.title, kept.year, kept.answers) == (NEW_TITLE, 2028, {**draft.answers, **found.given})
    attached = form_files.form_file_of(draft)
    assert (attached.name, store.read(attached.file_id)) == (NAME, content)
    event = Event.last()
    assert (event.verb, event.facts["codes"]) == ("take_form_file", ["judul_kegiatan", "tahun_kegiatan"])


def test_what_is_wrong_stays_out_and_is_told_by_its_cell(store):
    draft = a_draft()

    found = form_files.take(store, draft, an_applicant(), NAME, handed_out(draft, D4="Pendek", D5=2028), WHEN)

    assert [(fault.sheet, fault.cell, fault.code) for fault in found.faults] == [
        ("Identitas Kegiatan", "D4", "judul_kegiatan")
    ]
    assert (Submission.get_by_id(draft.id).title, Submission.get_by_id(draft.id).year) == (draft.title, 2028)


def test_the_preview_changes_nothing_and_says_what_would_still_be_missing():
    draft = submissions.start_draft(an_applicant(), WHEN, answers=complete_answers() | {"tahun_kegiatan": None})
    before = counts()

    found = form_files.preview(handed_out(draft, D4=NEW_TITLE), an_applicant(), draft)

    (change,) = found.differences
    assert (change.old, change.new) == (draft.answers["judul_kegiatan"], NEW_TITLE)
    assert (change.sheet, change.cell, change.asked, change.clash) == ("Identitas Kegiatan", "D4", True, False)
    assert [line.partition(": ")[0] for line in found.remaining] == [
        "Identitas Kegiatan",
        "Blok IX. Berkas Pendukung, Catatan, dan Pernyataan",
    ]
    assert counts() == before


def test_an_untouched_workbook_changes_no_answer_that_was_edited_on_the_site_since():
    draft = a_draft()
    content = form_files.workbook_for(draft, an_applicant(), WHEN, SITE)
    submissions.save_answers(draft, an_applicant(), {"judul_kegiatan": NEW_TITLE}, WHEN)

    assert form_files.preview(content, an_applicant(), draft).differences == ()


def test_an_answer_changed_in_both_places_is_pointed_out():
    draft = a_draft()
    content = handed_out(draft, D4=NEW_TITLE, D5=2028)
    submissions.save_answers(draft, an_applicant(), {"judul_kegiatan": "Judul lain dari situs"}, WHEN)

    found = form_files.preview(content, an_applicant(), draft)

    assert {each.question.code: each.clash for each in found.differences} == {
        "judul_kegiatan": True,
        "tahun_kegiatan": False,
    }


def test_an_answer_that_is_not_asked_is_kept_in_the_draft_and_marked():
    draft = a_draft(method="survei")
    content = handed_out(draft, D8="Kompilasi Produk Administrasi")
    content = edited(content, {("Blok V", "D9"): "300/9.000"})

    found = form_files.preview(content, an_applicant(), draft)

    asked = {each.question.code: each.asked for each in found.differences}
    assert asked == {"cara_pengumpulan_data": True, "fraksi_sampel": False}


def test_a_second_workbook_takes_the_place_of_the_first_which_stays_on_record(store):
    draft = a_draft()
    for title in (NEW_TITLE, f"{NEW_TITLE} 2028"):
        form_files.take(store, draft, an_applicant(), NAME, handed_out(draft, D4=title), WHEN)

    now = [item for item in Attachment.of(draft) if item.code == form_files.CODE]
    ever = [item for item in Attachment.ever_of(draft) if item.code == form_files.CODE]
    assert (len(now), len(ever), now[0].id) == (1, 2, ever[-1].id)
    assert completeness.what_is_missing(draft, the_office()) == []


def test_of_a_returned_submission_only_the_questioned_cells_are_open_with_their_remarks(store):
    submission = _returned("judul_kegiatan", "variabel")
    content = form_files.workbook_for(submission, an_applicant(), WHEN, SITE)

    book = load_workbook(io.BytesIO(content))
    open_cells = {
        sheet.title for sheet in book for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    assert open_cells == {"Identitas Kegiatan", "3.4 Variabel", "Blok IX"}
    assert book["Identitas Kegiatan"]["F4"].value == "Perbaiki judul_kegiatan."
    assert book["3.4 Variabel"]["B3"].value == "Catatan pemeriksa: Perbaiki variabel."
    assert submission.number in str(book["Petunjuk"]["B5"].value)

    found = form_files.take(
        store,
        submission,
        an_applicant(),
        NAME,
        edited(content, {TITLE_CELL: NEW_TITLE, ("Identitas Kegiatan", "D5"): 2029}),
        WHEN,
    )
    assert found.given == {"judul_kegiatan": NEW_TITLE}
    assert [(fault.cell, fault.message) for fault in found.faults] == [("D5", CLOSED)]
    assert Submission.get_by_id(submission.id).year == 2027


def test_a_sent_form_gives_no_workbook_and_takes_none(store):
    draft = a_draft()
    content = handed_out(draft, D4=NEW_TITLE)
    submissions.submit(draft, an_applicant(), WHEN)
    before = counts()

    for do in (
        lambda: form_files.workbook_for(draft, an_applicant(), WHEN, SITE),
        lambda: form_files.preview(content, an_applicant(), draft),
        lambda: form_files.take(store, draft, an_applicant(), NAME, content, WHEN),
    ):
        with pytest.raises(StepRefused):
            do()

    assert counts() == before


def test_nobody_else_fills_it_in_but_the_officer_who_entered_it():
    draft = a_draft()
    content = handed_out(draft, D4=NEW_TITLE)

    with pytest.raises(StepRefused):
        form_files.preview(content, an_officer(), draft)
    Submission.update(entered_by=an_officer()).where(Submission.id == draft.id).execute()
    entered = Submission.get_by_id(draft.id)
    assert form_files.preview(content, an_officer(), entered).given == {"judul_kegiatan": NEW_TITLE}


def test_a_blank_workbook_begins_a_draft_with_what_the_account_knows_and_what_was_typed(store):
    content = edited(form_files.blank_workbook(WHEN, SITE), {TITLE_CELL: NEW_TITLE, ("Blok I", "D4"): "Dinas Sosial"})

    draft = form_files.begin(store, an_applicant(), NAME, content, WHEN)

    assert (draft.status, draft.title) == (Status.DRAFT, NEW_TITLE)
    assert draft.answers["instansi_penyelenggara"] == "Dinas Sosial"
    assert draft.answers["pj_nama"] == "Ratna Pemohon"
    assert form_files.form_file_of(draft).name == NAME


def test_a_blank_workbook_also_adds_to_a_draft_that_exists():
    draft = a_draft()
    content = edited(form_files.blank_workbook(WHEN, SITE), {TITLE_CELL: NEW_TITLE})

    assert form_files.preview(content, an_applicant(), draft).given["judul_kegiatan"] == NEW_TITLE


def test_the_workbook_of_one_submission_is_refused_at_another_and_for_a_new_one(store):
    mine, other = a_draft(), a_draft()
    content = handed_out(other, D4=NEW_TITLE)
    before = counts()

    with pytest.raises(FormFileRefused, match=f"dibuat untuk permohonan {other.number}"):
        form_files.take(store, mine, an_applicant(), NAME, content, WHEN)
    with pytest.raises(FormFileRefused, match=f"dibuat untuk permohonan {other.number}"):
        form_files.begin(store, an_applicant(), NAME, content, WHEN)

    assert counts() == before


def test_a_draft_of_another_version_takes_only_its_own_workbook():
    draft = a_draft()
    draft.questionnaire = "rekomendasi_2019"

    with pytest.raises(
        FormFileRefused, match=f"{shelf.CURRENT.name}, sedangkan permohonan ini memakai rekomendasi_2019"
    ):
        form_files.preview(form_files.blank_workbook(WHEN, SITE), an_applicant(), draft)


def test_a_workbook_given_out_with_an_earlier_edition_begins_a_draft_of_todays(store, monkeypatch):
    given_out = edited(
        form_files.blank_workbook(WHEN, SITE), {TITLE_CELL: NEW_TITLE, ("Blok I", "D8"): "(0561) 691-105"}
    )
    today = edition_after(shelf.CURRENT, "edisi_berikutnya", without=("faksimile",))
    monkeypatch.setitem(shelf.SHELF, today.name, today)
    monkeypatch.setattr(shelf, "CURRENT", today)

    found = form_files.preview(given_out, an_applicant())
    draft = form_files.begin(store, an_applicant(), NAME, given_out, WHEN)

    assert [(fault.code, fault.message) for fault in found.faults] == [("faksimile", NOT_ASKED_NOW)]
    assert (draft.questionnaire, draft.answers["judul_kegiatan"]) == ("edisi_berikutnya", NEW_TITLE)
    assert "faksimile" not in draft.answers


BAD = {
    "rumus": lambda content: edited(content, {TITLE_CELL: "=1+1"}),
    "bom": lambda content: repacked(content, {"xl/media/gambar.png": bytes(40_000_000)}),
    "bukan xlsx": lambda content: b"%PDF-1.7 bukan buku kerja",
}


def test_a_bad_file_is_refused_whole_for_a_draft_and_for_a_new_one(store):
    draft = a_draft()
    good, new = handed_out(draft, D4=NEW_TITLE), form_files.blank_workbook(WHEN, SITE)
    assert form_files.preview(good, an_applicant(), draft).given, "the good one would be taken"
    before = counts()

    for damage in BAD.values():
        with pytest.raises((FormFileRefused, UploadRefused)):
            form_files.take(store, draft, an_applicant(), NAME, damage(good), WHEN)
        with pytest.raises((FormFileRefused, UploadRefused)):
            form_files.begin(store, an_applicant(), NAME, damage(new), WHEN)

    assert (counts(), Submission.get_by_id(draft.id).answers) == (before, draft.answers)


def test_a_workbook_with_a_virus_begins_and_changes_nothing(store):
    draft = a_draft()
    content, new = handed_out(draft, D4=NEW_TITLE), form_files.blank_workbook(WHEN, SITE)
    before, store.examine = counts(), finds_a_virus

    with pytest.raises(UploadRefused, match="virus"):
        form_files.take(store, draft, an_applicant(), NAME, content, WHEN)
    with pytest.raises(UploadRefused, match="virus"):
        form_files.begin(store, an_applicant(), NAME, new, WHEN)

    assert (counts(), Submission.get_by_id(draft.id).answers) == (before, draft.answers)


def test_when_the_file_cannot_be_kept_no_answer_is_taken_either(store, monkeypatch):
    draft = a_draft()
    content, before = handed_out(draft, D4=NEW_TITLE), (counts(), draft.title)

    def full(content, at=None):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "put", full)
    with pytest.raises(OSError):
        form_files.take(store, draft, an_applicant(), NAME, content, WHEN)

    assert (counts(), Submission.get_by_id(draft.id).title) == before


def test_a_workbook_waits_a_day_for_its_confirmation_and_anew_when_sent_again(tmp_path):
    room = form_files.waiting_room(tmp_path)
    first = form_files.keep_waiting(room, b"satu", WHEN)
    second = form_files.keep_waiting(room, b"dua", WHEN)
    form_files.keep_waiting(room, b"satu", WHEN + timedelta(hours=20))

    assert form_files.drop_waiting(room, WHEN + timedelta(hours=23)) == 0
    assert form_files.drop_waiting(room, WHEN + timedelta(hours=25)) == 1

    assert (room.path(first).exists(), room.path(second).exists()) == (True, False)
    assert form_files.drop_waiting(form_files.waiting_room(tmp_path / "baru"), WHEN) == 0


def _returned(*codes: str) -> Submission:
    submission = a_submission(Status.IN_REVIEW)
    for code in codes:
        a_remark(submission, code, f"Perbaiki {code}.")
    remarks.return_for_revision(submission, an_officer(), WHEN, "Mohon perbaiki.")
    return Submission.with_people().where(Submission.id == submission.id).get()
