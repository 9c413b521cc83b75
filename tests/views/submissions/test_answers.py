"""A block of the form: whatever is typed is kept, and said to be kept."""

import io

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from pst.models.base import write
from pst.models.files import Attachment
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.review.workflow import Status
from tests.factories import a_draft, a_submission, an_applicant, user


@pytest.fixture
def mine(browse):
    return browse(an_applicant())


def block(browser, submission, number):
    return browser.get(f"/permohonan/{submission.number}/blok/{number}")


@pytest.mark.parametrize("number", range(10))
@pytest.mark.parametrize("method", ["survei", "kompilasi_produk_administrasi"])
def test_saving_a_block_as_it_is_drawn_changes_nothing(number, method, mine):
    draft = a_draft(method=method)

    block(mine, draft, number).forms["block"].submit("_overview", status=303)

    assert Submission.get_by_id(draft.id).answers == draft.answers


def test_an_unasked_block_tells_a_choice_not_made_from_a_choice_against_it(mine):
    decided, undecided = a_draft(method="kompilasi_produk_administrasi"), a_draft()
    with write():
        undecided.answers = {}
        undecided.save()

    assert "tidak perlu diisi untuk cara pengumpulan data yang Anda pilih" in block(mine, decided, 5)
    link = block(mine, undecided, 5).html.select_one("#questions a")
    assert link["href"] == f"/permohonan/{undecided.number}/blok/0"


def test_an_unasked_block_speaks_of_no_saving_and_leads_on(mine):
    draft = a_draft(method="kompilasi_produk_administrasi")

    asked, unasked = (block(mine, draft, number).forms["block"] for number in (4, 5))

    assert words_of(asked) == ["Simpan dan lanjutkan", "Simpan dan kembali ke daftar bagian"]
    assert words_of(unasked) == ["Lanjutkan", "Kembali ke daftar bagian"]
    assert "data-autosave-status" in asked.text
    assert "data-autosave-status" not in unasked.text


def words_of(form) -> list[str]:
    """The words on the buttons below the questions."""
    return [button.text for button in BeautifulSoup(form.text, "html.parser").select(".govuk-button-group button")]


def test_a_word_where_a_number_belongs_is_kept_and_pointed_at(mine):
    draft = a_draft()
    form = block(mine, draft, 0).forms["block"]
    form["tahun_kegiatan"] = "dua ribu"

    page = form.submit(status=422)

    assert page.html.select_one(".govuk-error-summary a")["href"] == "#tahun_kegiatan"
    assert page.forms["block"]["tahun_kegiatan"].value == "dua ribu"
    assert Submission.get_by_id(draft.id).answers["tahun_kegiatan"] == "dua ribu"


def test_autosave_stores_and_says_when(mine):
    draft = a_draft()
    form = block(mine, draft, 0).forms["block"]
    form["judul_kegiatan"] = "Kompilasi Data Uji"

    answer = form.submit(headers={"X-Autosave": "1"})

    assert answer.content_type == "text/plain"
    assert answer.text.startswith("Tersimpan ") and answer.text.endswith(" WIB")
    assert Submission.get_by_id(draft.id).title == "Kompilasi Data Uji"


def test_what_is_drawn_of_the_schedule_is_asked_for_anew_once_stored(mine):
    page = block(mine, a_draft(), 3).html
    asker = page.select_one("[hx-select-oob]")

    assert asker["hx-trigger"].startswith("isian-tersimpan ") and not asker.find_parent("form")
    assert all(page.select(place) for place in asker["hx-select-oob"].split(","))


def test_two_pages_of_one_block_keep_what_each_of_them_changed(mine):
    draft = a_draft()
    here, there = (block(mine, draft, 0).forms["block"] for _ in range(2))
    here["judul_kegiatan"] = "Judul dari rumah"
    there["tahun_kegiatan"] = "2029"

    here.submit(headers={"X-Autosave": "1"})
    there.submit("_overview", status=303)

    stored = Submission.get_by_id(draft.id).answers
    assert (stored["judul_kegiatan"], stored["tahun_kegiatan"]) == ("Judul dari rumah", 2029)


@pytest.mark.parametrize(("button", "stored"), [("_theirs", "Judul dari rumah"), ("_mine", "Judul dari kantor")])
def test_an_answer_changed_on_two_pages_is_shown_with_both_texts_and_chosen(button, stored, mine):
    draft = a_draft()
    here, there = (block(mine, draft, 0).forms["block"] for _ in range(2))
    here["judul_kegiatan"] = "Judul dari rumah"
    here.submit("_overview", status=303)
    there["judul_kegiatan"] = "Judul dari kantor"

    both = there.submit("_overview", status=422)
    assert "Judul dari rumah" in both.html.select_one(".pst-asked").text
    assert both.forms["block"]["judul_kegiatan"].value == "Judul dari kantor"
    still = both.forms["block"].submit("_overview", status=422)
    chosen = still.forms["block"].submit(button)

    assert chosen.forms["block"]["judul_kegiatan"].value == stored
    chosen.forms["block"].submit("_overview", status=303)
    assert Submission.get_by_id(draft.id).answers["judul_kegiatan"] == stored


def test_autosave_does_not_overwrite_what_another_page_stored_and_gives_new_marks_for_its_own(mine):
    draft = a_draft()
    here, there = (block(mine, draft, 0).forms["block"] for _ in range(2))
    here["judul_kegiatan"] = "Judul dari rumah"
    here.submit(headers={"X-Autosave": "1"})
    there["judul_kegiatan"], there["tahun_kegiatan"] = "Judul dari kantor", "2029"

    answer = there.submit(headers={"X-Autosave": "1"}, status=422)

    stored = Submission.get_by_id(draft.id).answers
    marks = dict(pair.split(":") for pair in answer.headers["X-Drawn"].split())
    question = shelf.CURRENT.question("tahun_kegiatan")
    assert "juga diubah di tempat lain" in answer.text
    assert (stored["judul_kegiatan"], stored["tahun_kegiatan"]) == ("Judul dari rumah", 2029)
    assert "judul_kegiatan" not in marks and marks["tahun_kegiatan"] == question.mark(2029)


def test_a_page_drawn_anew_shows_what_was_changed_elsewhere_and_keeps_it(mine):
    draft = a_draft(kegiatan_ini_dilakukan="hanya_sekali", frekuensi=None)
    here, there = (block(mine, draft, 4).forms["block"] for _ in range(2))
    here["wilayah-0-provinsi"] = "kalimantan_timur"
    here.submit(headers={"X-Autosave": "1"})
    there["kegiatan_ini_dilakukan"] = "berulang"

    fragment = there.submit(headers={"HX-Request": "true"})

    shown = fragment.html.find(id="wilayah-0-provinsi").find("option", selected=True)
    assert shown["value"] == "kalimantan_timur"


def test_rows_are_added_and_removed_without_script(mine):
    draft = a_draft()
    before = len(draft.answers["variabel"])
    page = block(mine, draft, 3)

    more = page.forms["block"].submit("_add", value="variabel")
    more.forms["block"][f"variabel-{before}-nama"] = "Jumlah posyandu"
    more.forms["block"].submit("_stay", status=303) if "_stay" in more.forms["block"].fields else more.forms[
        "block"
    ].submit()
    assert len(Submission.get_by_id(draft.id).answers["variabel"]) == before + 1
    block(mine, draft, 3).forms["block"].submit("_remove", value="variabel-0")

    assert [row["nama"] for row in Submission.get_by_id(draft.id).answers["variabel"]][-1] == "Jumlah posyandu"
    assert len(Submission.get_by_id(draft.id).answers["variabel"]) == before


def test_a_pasted_table_is_shown_as_it_was_understood_then_taken_and_every_card_says_how_far_it_is(mine):
    draft = a_draft()
    before = len(draft.answers["variabel"])
    form = block(mine, draft, 3).forms["block"]
    form["_cells-variabel"] = "Jumlah balita\tKesehatan\tAnak di bawah lima tahun.\t2026\nJumlah ibu"

    looked = form.submit("_look", value="variabel")
    assert [row.th.text for row in looked.html.select(".pst-paste tbody tr")] == ["1", "2"]
    assert len(Submission.get_by_id(draft.id).answers["variabel"]) == before

    taken = looked.forms["block"].submit("_paste", value="variabel")
    cards = taken.html.select(".pst-row-card")
    assert [card.strong.text for card in cards[before:]] == ["Lengkap", "Belum ada: konsep, definisi, referensi waktu"]
    assert [card.summary.span.text for card in cards if card.has_attr("open")] == [f"{before + 1}. Jumlah balita"]


def test_the_card_with_the_mistake_is_marked_and_opened(mine):
    draft = a_draft()
    form = block(mine, draft, 3).forms["block"]
    form["variabel-1-definisi"] = "a" * 1_001

    wrong = form.submit(status=422).html.select(".pst-row-card--wrong")

    assert [card.has_attr("open") for card in wrong] == [True]
    assert "Perlu dibetulkan" in wrong[0].text


def test_the_stages_stand_on_one_line_of_time_with_their_dates(mine):
    rows = block(mine, a_draft(), 3).html.select(".pst-spans tbody tr")

    assert len(rows) > 3
    assert "hari)" in rows[0].text


def test_typing_goes_on_in_the_new_row_and_after_removing_in_the_row_that_moved_up(mine):
    draft = a_draft()
    last = len(draft.answers["variabel"]) - 1

    more = block(mine, draft, 3).forms["block"].submit("_add", value="variabel")
    assert focused(more) == [f"variabel-{last + 1}-nama"]

    fewer = more.forms["block"].submit("_remove", value="variabel-0")
    assert focused(fewer) == ["variabel-0-nama"]

    fewest = fewer.forms["block"].submit("_remove", value=f"variabel-{last}")
    assert focused(fewest) == [f"variabel-{max(last - 1, 0)}-nama"]
    assert focused(block(mine, draft, 3)) == []


def focused(page) -> list[str]:
    return [tag["id"] for tag in page.html.select("[autofocus]")]


def test_a_further_question_appears_in_place_and_without_script(mine):
    draft = a_draft(kegiatan_ini_dilakukan="hanya_sekali", frekuensi=None)
    form = block(mine, draft, 4).forms["block"]
    assert "frekuensi" not in form.fields
    form["kegiatan_ini_dilakukan"] = "berulang"

    fragment = form.submit(headers={"HX-Request": "true"})
    assert fragment.html.find(id="questions") and fragment.html.find(attrs={"name": "frekuensi"})

    page = block(mine, draft, 4)
    assert "frekuensi" in page.forms["block"].fields


def test_an_answer_that_opens_questions_on_this_page_keeps_the_person_here(mine):
    draft = a_draft(kegiatan_ini_dilakukan="hanya_sekali", frekuensi=None)
    form = block(mine, draft, 4).forms["block"]
    form["kegiatan_ini_dilakukan"] = "berulang"

    page = form.submit(status=303).follow()

    assert page.request.path.endswith("/blok/4")
    assert "pertanyaan tambahan" in page


def test_only_questioned_items_can_be_typed_on_a_returned_form(mine):
    submission = a_submission(Status.NEEDS_REVISION)
    page = block(mine, submission, 0)

    assert "Lengkapi cakupan wilayah." in page
    assert "disabled" not in page.html.find(id="judul_kegiatan").attrs
    assert "disabled" in page.html.find(id="tahun_kegiatan").attrs


def test_a_tampered_field_of_a_closed_question_is_refused(mine):
    submission = a_submission(Status.NEEDS_REVISION)
    form = block(mine, submission, 0).forms["block"]
    token = form["csrf_token"].value

    mine.post(
        f"/permohonan/{submission.number}/blok/0",
        {"csrf_token": token, "judul_kegiatan": "Judul yang sudah lengkap", "tahun_kegiatan": "2031"},
        status=422,
    )

    assert Submission.get_by_id(submission.id).answers["tahun_kegiatan"] == submission.answers["tahun_kegiatan"]


def test_an_unknown_field_is_refused(mine):
    draft = a_draft()
    form = block(mine, draft, 1).forms["block"]

    mine.post(
        f"/permohonan/{draft.number}/blok/1", {"csrf_token": form["csrf_token"].value, "status": "issued"}, status=422
    )

    assert Submission.get_by_id(draft.id).status == Status.DRAFT


def test_a_picture_is_attached_redrawn_and_can_be_fetched_again(mine):
    draft = a_draft()
    form = block(mine, draft, 9).forms["block"]
    form["file_berkas_pendukung"] = [("peta lokasi.png", a_picture())]

    form.submit("_overview", status=303)

    attachment = Attachment.of(draft).order_by(Attachment.id.desc()).first()
    fetched = mine.get(f"/permohonan/{draft.number}/berkas/{attachment.id}")
    assert fetched.headers["Cache-Control"] == "private, no-store"
    assert (attachment.name, attachment.file.mime) == ("peta lokasi.png", "image/png")
    assert "attachment" in fetched.headers["Content-Disposition"]
    assert Image.open(io.BytesIO(fetched.body)).size == (4, 4)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("skrip.pdf", b"<script>alert(1)</script>", "bukan PDF"),
        ("kosong.pdf", b"", "kosong"),
        ("rusak.pdf", b"%PDF-1.7 rusak", "rusak"),
        ("gambar.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukan PDF"),
    ],
)
def test_what_is_not_what_it_says_is_refused_beside_its_question(name, content, why, mine):
    draft = a_draft()
    form = block(mine, draft, 9).forms["block"]
    form["file_berkas_pendukung"] = [(name, content)]

    page = form.submit(status=422)

    assert why in page.html.find(id="file_berkas_pendukung-error").text
    assert Attachment.of(draft).count() == 1


def test_a_file_is_released_without_losing_what_was_typed(mine):
    draft = a_draft()
    (attachment,) = Attachment.of(draft)
    form = block(mine, draft, 9).forms["block"]
    form["catatan_pemohon"] = "Berkas akan diganti."

    form.submit("_detach", value=str(attachment.id))

    assert list(Attachment.of(draft)) == []
    assert Attachment.get_by_id(attachment.id).removed_at is not None
    assert Submission.get_by_id(draft.id).answers["catatan_pemohon"] == "Berkas akan diganti."


@pytest.mark.parametrize("file", ["9" * 19, "9" * 5000, "²", ""])
def test_releasing_what_cannot_be_a_file_keeps_the_files_and_what_was_typed(mine, file):
    draft = a_draft()
    form = block(mine, draft, 9).forms["block"]
    form["catatan_pemohon"] = "Berkas akan diganti."

    form.submit("_detach", value=file)

    assert Attachment.of(draft).count() == 1
    assert Submission.get_by_id(draft.id).answers["catatan_pemohon"] == "Berkas akan diganti."


def test_the_closing_note_is_never_insisted_on(mine):
    def label(submission):
        return block(mine, submission, 9).html.select_one("label[for=catatan_pemohon]").get_text(" ", strip=True)

    assert label(a_draft()) == label(a_submission(Status.NEEDS_REVISION)) == "9.3 Catatan (tidak wajib)"


def test_an_answer_changed_from_the_check_page_leads_back_to_it(mine):
    draft = a_draft()
    check = mine.get(f"/permohonan/{draft.number}/periksa")
    link = check.html.select_one("#jawaban-judul_kegiatan .govuk-summary-list__actions a")["href"]
    assert link == f"/permohonan/{draft.number}/blok/0?kembali=judul_kegiatan#judul_kegiatan"

    page = mine.get(link.partition("#")[0])
    form = page.forms["block"]
    form["judul_kegiatan"] = "Survei Irigasi Desa"
    answer = form.submit(status=303)

    assert words_of(form)[0] == "Simpan dan kembali ke Periksa jawaban"
    assert answer.headers["Location"].endswith(f"/permohonan/{draft.number}/periksa#jawaban-judul_kegiatan")
    assert Submission.get_by_id(draft.id).answers["judul_kegiatan"] == "Survei Irigasi Desa"


def test_a_way_back_that_nobody_drew_is_none(mine):
    draft = a_draft()

    page = mine.get(f"/permohonan/{draft.number}/blok/1?kembali=//jauh.test")

    assert words_of(page.forms["block"])[0] == "Simpan dan lanjutkan"


def test_what_was_sent_is_not_typed_over(mine):
    submission = a_submission(Status.SUBMITTED)

    page = mine.get(f"/permohonan/{submission.number}/blok/0", status=303).follow()

    assert "sudah dikirim" in page


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(out, "PNG")
    return out.getvalue()


def test_the_design_is_advised_upon_beside_the_answer_and_nothing_is_held_back(mine):
    draft = a_draft(judul_kegiatan="Kompilasi Data Stunting Kabupaten Mempawah 2026", telepon="")

    page = block(mine, draft, 0)

    assert "Judul memuat tahun." in page.html.select_one("#questions").text
    page.forms["block"].submit("_overview", status=303)
    assert "Saran:" not in block(mine, draft, 1)


def test_a_definition_of_the_catalogue_is_found_and_taken_over_without_a_script(browse):
    means = {"konsep": "Gizi", "definisi": "Anak di bawah lima tahun.", "referensi_waktu": "2025"}
    a_submission(Status.ISSUED, variabel=[{"nama": "Jumlah balita pendek", **means}])
    draft = a_draft(variabel=[{"nama": "Balita pendek", "konsep": "", "definisi": "", "referensi_waktu": ""}])
    applicant = browse(user("pemohon"))

    form = applicant.get(f"/permohonan/{draft.number}/blok/3").forms["block"]
    page = form.submit("_define", value="variabel-0")
    assert "Anak di bawah lima tahun." in page.html.select_one(".pst-row-card[open]").text
    offer = page.html.select_one("[name=_adopt]")["value"]
    page = page.forms["block"].submit("_adopt", value=offer)
    assert page.forms["block"]["variabel-0-definisi"].value == "Anak di bawah lima tahun."


def test_what_others_plan_alike_is_shown_beside_the_title_with_no_more_than_its_state(browse):
    pending, own = a_submission(Status.IN_REVIEW), a_draft()
    own.answers = {**own.answers, "judul_kegiatan": pending.title}
    own.save()

    applicant = browse(user("pemohon"))
    for page in (f"/permohonan/{own.number}/blok/0", f"/permohonan/{own.number}/periksa"):
        shown = applicant.get(page).html.select_one("#alike")
        assert pending.title in shown.text and "sedang diajukan" in shown.text
        assert pending.number not in shown.text and not shown.find("a")
