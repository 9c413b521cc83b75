"""The form explained and handed out, and the workbook that comes back through its preview."""

import io
import os
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from pst.actions.review import remarks
from pst.actions.submissions import form_files, submissions
from pst.actions.submissions.form_files import form_file_of
from pst.exchange.form_xlsx import read_form
from pst.models.files import Attachment
from pst.models.submissions.submissions import Submission
from pst.questionnaires.shelf import CURRENT, SHELF
from pst.rules.review.workflow import Status
from tests.exchange.workbooks import TITLE_CELL, edited
from tests.factories import WHEN, a_draft, a_remark, a_submission, an_applicant, an_officer, user

NEW_TITLE = "Kompilasi Data Gizi Balita Kabupaten Mempawah"
YEAR_CELL = ("Identitas Kegiatan", "D5")


@pytest.fixture
def mine(browse):
    return browse(an_applicant())


def where(submission=None) -> str:
    return f"/permohonan/{submission.number}/berkas-formulir" if submission else "/permohonan/baru/berkas"


def handed_out(browser, submission=None, cells=None) -> bytes:
    """The workbook as it is downloaded, with these cells filled in."""
    path = f"/permohonan/{submission.number}/formulir.xlsx" if submission else "/formulir/formulir.xlsx"
    return edited(browser.get(path).body, cells or {})


def upload(browser, content: bytes, submission=None, name="formulir terisi.xlsx", **more):
    form = browser.get(where(submission)).forms["form-file"]
    form["berkas"] = (name, content)
    return form.submit(**more)


def test_every_question_is_explained_to_anybody(anyone):
    page = anyone.get("/formulir")

    shown = {tag["id"] for tag in page.html.select(".pst-question")}
    assert shown == {f"q-{question.code}" for question in CURRENT.questions}
    assert all(block.title in page.html.get_text() for block in CURRENT.blocks)


def test_the_blank_form_for_a_pen_has_every_question(anyone):
    answer = anyone.get("/formulir/formulir.pdf")

    assert (answer.content_type, answer.headers["Content-Disposition"]) == (
        "application/pdf",
        "attachment; filename=formulir.pdf",
    )
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.body)).pages).split())
    lost = [q.label for q in CURRENT.questions if " ".join(q.label.split()) not in text]
    assert lost == []


def test_the_blank_workbook_is_of_the_current_version_and_belongs_to_nobody(anyone):
    reading = read_form(anyone.get("/formulir/formulir.xlsx").body, SHELF)

    assert (reading.form, reading.number, reading.faults) == (CURRENT, "", [])
    assert anyone.get("/formulir/formulir.xlsx").content_type.endswith("spreadsheetml.sheet")


def test_a_new_submission_begins_with_what_the_workbook_says(mine):
    content = handed_out(mine, cells={TITLE_CELL: NEW_TITLE, YEAR_CELL: 1999})

    preview = upload(mine, content, status=303).follow()
    assert Submission.select().count() == 0
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in preview.html.select("#salah tr")]
    assert [row[:2] for row in rows] == [["D5", "Tahun Kegiatan"]]
    assert NEW_TITLE in preview.html.select_one("#berubah").get_text()
    page = preview.forms["take"].submit(status=303).follow()

    draft = Submission.get()
    assert (page.html.select_one("main")["data-result"], page.html.select_one("main")["data-number"]) == (
        "saved",
        draft.number,
    )
    assert (draft.title, draft.year, draft.applicant_id) == (NEW_TITLE, None, an_applicant().id)
    assert form_file_of(draft).name == "formulir terisi.xlsx"


def test_a_draft_takes_what_was_shown_and_only_then(mine):
    draft = a_draft()
    content = handed_out(mine, draft, {TITLE_CELL: NEW_TITLE})

    preview = upload(mine, content, draft, status=303).follow()
    assert Submission.get_by_id(draft.id).title == draft.title
    assert draft.title in preview.html.select_one("#berubah").get_text()
    preview.forms["take"].submit(status=303)

    assert Submission.get_by_id(draft.id).title == NEW_TITLE
    assert NEW_TITLE in mine.get(f"/permohonan/{draft.number}")


def test_an_unchanged_workbook_has_nothing_to_take(mine):
    draft = a_draft()

    preview = upload(mine, handed_out(mine, draft), draft, status=303).follow()

    assert "Tidak ada isian yang berubah" in preview and "take" not in preview.forms


def test_a_returned_submission_comes_back_through_its_prefilled_workbook(mine):
    submission = a_submission(Status.IN_REVIEW)
    a_remark(submission, "judul_kegiatan", "Sebutkan sasarannya.")
    remarks.return_for_revision(submission, an_officer(), WHEN, "Mohon perbaiki judul.")
    assert "hanya membuka isian yang diberi catatan" in mine.get(where(submission))
    content = mine.get(f"/permohonan/{submission.number}/formulir.xlsx").body
    assert load_workbook(io.BytesIO(content))["Identitas Kegiatan"]["F4"].value == "Sebutkan sasarannya."

    preview = upload(mine, edited(content, {TITLE_CELL: NEW_TITLE, YEAR_CELL: 2030}), submission, status=303).follow()
    assert "Isian ini tidak dibuka untuk diubah" in preview.html.select_one("#salah").get_text()
    preview.forms["take"].submit(status=303)

    row = Submission.get_by_id(submission.id)
    assert (row.title, row.year, row.status) == (NEW_TITLE, 2027, Status.NEEDS_REVISION)


BAD = {
    "rumus": (lambda c: edited(c, {TITLE_CELL: "=1+1"}), "Ada rumus pada lembar “Identitas Kegiatan” sel D4"),
    "besar": (lambda c: os.urandom(5 * 1024 * 1024 + 1), "lebih besar dari 5 MB"),
    "kosong": (lambda c: b"", "kosong"),
}


@pytest.mark.parametrize(("damage", "said"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_beside_its_field_and_nothing_is_kept(damage, said, mine, config):
    draft = a_draft()
    good = handed_out(mine, draft, {TITLE_CELL: NEW_TITLE})
    before = Attachment.select().count()

    page = upload(mine, damage(good), draft, status=422)

    assert page.html.select_one("main")["data-result"] == "refused"
    assert said in page.html.select_one("#berkas-error").get_text()
    assert page.html.select_one(".govuk-error-summary a")["href"] == "#berkas"
    assert (Submission.get_by_id(draft.id).answers, Attachment.select().count()) == (draft.answers, before)
    assert [path for path in form_files.waiting_room(config.folder).folder.rglob("*") if path.is_file()] == []


def test_no_file_at_all_and_one_too_large_for_any_form_are_refused(mine):
    page = mine.get(where()).forms["form-file"].submit(status=422)

    assert "Pilih formulir XLSX yang sudah diisi." in page
    assert "terlalu besar" in upload(mine, os.urandom(26 * 1024 * 1024), status=413)


def test_the_workbook_of_another_submission_says_where_it_belongs(mine):
    draft, other = a_draft(), a_draft()

    page = upload(mine, handed_out(mine, other), draft, status=422)

    assert f"/permohonan/{other.number}/berkas-formulir" in page.html.select_one("#berkas-error").get_text()


def test_a_preview_is_for_its_sender_and_its_submission_alone(mine, browse):
    draft, other = a_draft(), a_draft()
    location = upload(mine, handed_out(mine, draft, {TITLE_CELL: NEW_TITLE}), draft, status=303).location
    token = parse_qs(urlsplit(location).query)["unggahan"][0]
    assert NEW_TITLE in mine.get(location)

    elsewhere = mine.get(f"{where(other)}/pratinjau?unggahan={token}", status=303)
    assert "Unggah lagi" in elsewhere.follow()
    mine.get(f"{where(draft)}/pratinjau?unggahan={token[:-2]}xx", status=303)
    mine.get(f"{where(draft)}/pratinjau", status=303)
    stranger = browse(user("pemohon2"))
    stranger.get(location, status=404)
    stranger.get(f"{where()}/pratinjau?unggahan={token}", status=303)


def test_a_file_that_was_dropped_meanwhile_must_be_sent_again(mine, config):
    draft = a_draft()
    preview = upload(mine, handed_out(mine, draft, {TITLE_CELL: NEW_TITLE}), draft, status=303).follow()
    for path in form_files.waiting_room(config.folder).folder.rglob("*"):
        if path.is_file():
            path.unlink()

    page = preview.forms["take"].submit(status=303).follow()

    assert "sudah tidak disimpan" in page
    assert Submission.get_by_id(draft.id).title == draft.title


def test_sent_meanwhile_in_another_window_nothing_is_taken_and_it_is_said_why(mine):
    draft = a_draft()
    content = handed_out(mine, draft, {TITLE_CELL: NEW_TITLE})
    preview = upload(mine, content, draft, status=303).follow()
    submissions.submit(draft, an_applicant(), WHEN)

    page = preview.forms["take"].submit(status=303).follow()

    assert "sudah dikirim" in page and Submission.get_by_id(draft.id).title == draft.title
    assert "sudah dikirim" in mine.get(where(draft), status=303).follow()
    assert "sudah dikirim" in mine.get(f"/permohonan/{draft.number}/formulir.xlsx", status=303).follow()


def test_who_may_not_write_the_form_finds_none_of_it(browse):
    draft = a_draft()
    colleague, officer = browse(user("pemohon2")), browse(an_officer())

    for browser in (colleague, officer):
        for path in (where(draft), f"/permohonan/{draft.number}/formulir.xlsx", f"{where(draft)}/pratinjau"):
            browser.get(path, status=404)
    officer.get(where(), status=404)


def test_what_a_person_wrote_is_shown_and_never_run(mine):
    draft = a_draft()
    nasty = "<script>alert(1)</script> Kompilasi Data"

    preview = upload(mine, handed_out(mine, draft, {TITLE_CELL: nasty}), draft, name="<b>x.xlsx", status=303).follow()

    assert "<script>alert(1)" not in preview.text and "&lt;script&gt;" in preview.text
    preview.forms["take"].submit(status=303)
    assert form_file_of(draft).name == "<b>x.xlsx"
