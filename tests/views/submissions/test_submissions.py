"""The applicant's pages: begin, look, check, send, answer, withdraw."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pst.actions.letters.draft import draft_from
from pst.actions.submissions import replies, submissions
from pst.models.base import write
from pst.models.review.remarks import Remark
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_remark, a_submission, an_applicant, an_officer, user


@pytest.fixture
def mine(browse):
    """The applicant's own browser."""
    return browse(an_applicant())


def test_beginning_leads_to_the_first_part_of_a_new_draft_and_the_last_one_to_the_check(mine):
    page = mine.get("/permohonan/baru").forms["start"].submit(status=303).follow()

    draft = Submission.select().get()
    assert page.request.path == f"/permohonan/{draft.number}/blok/0"
    assert page.html.select_one("main")["data-result"] == "saved"
    assert page.html.select_one("main")["data-number"] == draft.number
    assert page.html.select_one(".pst-all-parts [aria-current]").text == "Identitas Kegiatan"
    sections = mine.get(f"/permohonan/{draft.number}").html.select(".pst-sections a")
    assert [link.text for link in sections] == ["Ringkasan", "Isian", "Riwayat"]
    last = page.click("Blok IX").forms["block"]
    assert last.submit(status=303).location == f"/permohonan/{draft.number}/periksa"


def test_the_list_shows_only_my_own(mine, browse):
    theirs, own = a_submission(applicant=user("pemohon2")), a_submission()

    page = mine.get("/permohonan")

    assert own.number in page
    assert theirs.number not in page


@pytest.mark.parametrize(
    "path", ["", "/periksa", "/blok/0", "/terkirim", "/langkah/withdraw", "/isian.pdf", "/tanda-terima.pdf"]
)
def test_somebody_elses_submission_does_not_exist(path, mine, browse):
    submission = a_submission(Status.INCOMPLETE)
    assert mine.get(f"/permohonan/{submission.number}{path}").status_int in (200, 303)

    for person in ("pemohon2", "petugas", "kepala", "admin"):
        browse(user(person)).get(f"/permohonan/{submission.number}{path}", status=404)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SUBMITTED, Status.NEEDS_REVISION, Status.EVALUATION])
@pytest.mark.parametrize("section", ["ringkasan", "isian", "catatan", "pesan", "jam", "riwayat"])
def test_every_section_of_the_page_opens_in_every_status(status, section, mine):
    submission = a_submission(status)

    page = mine.get(f"/permohonan/{submission.number}?lihat={section}")

    assert page.html.select_one("[data-status]")["data-status"] == status


def test_the_check_page_names_every_gap_and_links_to_it(mine):
    draft = submissions.start_draft(an_applicant(), WHEN)

    page = mine.get(f"/permohonan/{draft.number}/periksa")

    links = [link["href"] for link in page.html.select("#kurang a")]
    assert f"/permohonan/{draft.number}/blok/0?kembali=judul_kegiatan#judul_kegiatan" in links
    refused = page.forms["send"].submit(status=422)
    assert refused.html.select_one("main")["data-result"] == "refused"
    assert Submission.get_by_id(draft.id).status == Status.DRAFT


def test_sending_confirms_with_number_code_and_date(mine):
    draft = a_draft()

    page = mine.get(f"/permohonan/{draft.number}/periksa").forms["send"].submit(status=303).follow()

    main = page.html.select_one("main")
    assert (main["data-result"], main["data-number"], main["data-code"]) == ("saved", draft.number, draft.code)
    assert "14 (empat belas) hari kerja" in page
    assert mine.get(f"/permohonan/{draft.number}/tanda-terima.pdf").body.startswith(b"%PDF")
    assert mine.get(f"/permohonan/{draft.number}/isian.pdf").body.startswith(b"%PDF")


def test_a_mail_is_promised_only_where_there_is_a_mail_server(mine, app):
    draft = a_draft()
    page = mine.get(f"/permohonan/{draft.number}/periksa").forms["send"].submit(status=303).follow()
    promise = "Surel dengan keterangan ini dikirim"

    app.extensions["pst_config"] = replace(app.extensions["pst_config"], smtp="127.0.0.1:25")

    assert promise not in page and promise in mine.get(f"/permohonan/{draft.number}/terkirim")


def test_remarks_say_until_when_and_what_stands_there_now(mine):
    submission = a_submission(Status.NEEDS_REVISION)

    page = mine.get(f"/permohonan/{submission.number}?lihat=catatan")

    assert "Mulai hari itu petugas dapat mengusulkan penolakan" in page
    assert submission.answers["judul_kegiatan"] in page.html.select_one(".pst-remarks details").get_text()


def test_remarks_are_answered_one_by_one_and_kept(mine):
    submission = a_submission(Status.NEEDS_REVISION)
    page = mine.get(f"/permohonan/{submission.number}?lihat=catatan")
    (remark,) = Remark.of(submission)

    form = page.forms["replies"]
    form[f"tanggapan-{remark.id}"] = "Judul sudah dilengkapi."
    form.submit(status=303)

    assert Remark.get_by_id(remark.id).reply == "Judul sudah dilengkapi."
    assert "Menunggu tanggapan Anda" in page
    page = mine.get(f"/permohonan/{submission.number}?lihat=catatan")
    assert "Judul sudah dilengkapi." in page
    assert "Sudah Anda tanggapi, belum dikirim" in page and "Menunggu tanggapan Anda" not in page


def test_an_answer_to_what_cannot_be_a_remark_is_left_and_the_others_are_kept(mine):
    submission = a_submission(Status.NEEDS_REVISION)
    form = mine.get(f"/permohonan/{submission.number}?lihat=catatan").forms["replies"]
    (remark,) = Remark.of(submission)

    odd = {f"tanggapan-{number}": "Tidak ada." for number in ("9" * 5000, "9" * 19, "²", "")}
    answers = {"csrf_token": form["csrf_token"].value, f"tanggapan-{remark.id}": "Sudah.", **odd}
    mine.post(f"/permohonan/{submission.number}/tanggapan", answers, status=303)

    assert [(row.id, row.reply) for row in Remark.of(submission)] == [(remark.id, "Sudah.")]


def test_sending_without_answering_leads_to_the_remarks(mine):
    submission = a_submission(Status.NEEDS_REVISION)
    submissions.save_answers(submission, an_applicant(), {"catatan_pemohon": "Sudah."}, WHEN)

    page = mine.get(f"/permohonan/{submission.number}/periksa").forms["send"].submit(status=303).follow()

    assert "lihat=catatan" in page.request.url
    assert "1 catatan yang belum Anda tanggapi" in page


def test_internal_matters_are_not_in_the_applicants_history(mine):
    submission = a_submission(Status.EVALUATION)
    submissions.assign(submission, user("petugas2"), an_officer(), WHEN)
    a_remark(submission, text="Catatan yang belum dikirim")

    everything = "".join(
        mine.get(f"/permohonan/{submission.number}?lihat={section}").text
        for section in ("ringkasan", "catatan", "pesan", "riwayat")
    )

    assert "Evaluasi tim dimulai" in everything
    assert "Petugas ditunjuk" not in everything
    assert "Catatan yang belum dikirim" not in everything
    assert "Sinta Petugas" not in everything


def test_a_message_goes_out_with_and_without_script(mine):
    submission = a_submission(Status.IN_REVIEW)
    url = f"/permohonan/{submission.number}?lihat=pesan"

    form = mine.get(url).forms["message"]
    form["text"] = "Kapan hasilnya?"
    assert "Kapan hasilnya?" in form.submit(status=303).follow()
    form = mine.get(url).forms["message"]
    form["text"] = "Dan lampirannya?"
    fragment = form.submit(headers={"HX-Request": "true"})

    assert fragment.html.find(id="messages") and "Dan lampirannya?" in fragment
    assert Message.select().count() == 2


@pytest.mark.parametrize(
    ("link", "file", "said", "field"),
    [
        ("", None, "Tuliskan alamat lengkap hasil kegiatan", "link"),
        ("bukan alamat", None, "Tuliskan alamat lengkap", "link"),
        ("", ("hasil.pdf", b"bukan pdf"), "PDF", "berkas"),
    ],
)
def test_results_that_cannot_be_taken_are_refused_with_everything_typed_still_there(link, file, said, field, mine):
    submission = a_submission(Status.ISSUED)
    begun = [{"tahap": "pengumpulan_data", "awal": "2026-11-02", "akhir": "2026-11-20"}]
    with write():
        Submission.update(answers={**submission.answers, "jadwal": begun}).execute()
    form = mine.get(f"/permohonan/{submission.number}").forms["results"]
    form["link"], form["note"] = link, "Terbit bulan lalu."
    if file:
        form["berkas"] = file

    page = form.submit(status=422)

    pointer = page.html.select_one(".govuk-error-summary a")
    assert (pointer["href"], said in pointer.text) == (f"#{field}", True)
    assert (page.forms["results"]["link"].value, page.forms["results"]["note"].value) == (link, "Terbit bulan lalu.")


def test_the_page_says_what_was_decided_only_once_the_letter_is_out(mine):
    def result(status):
        rows = mine.get(f"/permohonan/{a_submission(status).number}").html.select(".govuk-summary-list__row")
        told = {row.dt.get_text(strip=True): row.dd.get_text(strip=True) for row in rows}
        return told.get("Hasil")

    assert (result(Status.ISSUED), result(Status.AWAITING_SIGNATURE)) == ("Layak", None)


def test_a_form_returned_as_incomplete_says_what_is_asked_for_and_how_to_send_it_again(mine):
    submission = a_submission(Status.INCOMPLETE)
    here = f"/permohonan/{submission.number}"

    assert "Catatan petugas:" in mine.get(here)
    assert "Belum ada catatan dari petugas" not in mine.get(f"{here}?lihat=catatan")
    block = mine.get(f"{here}/blok/1")
    assert "semua isian terbuka" in block and "Hanya isian yang diberi catatan" not in block
    submissions.save_answers(submission, an_applicant(), {"catatan_pemohon": "Sudah dilampirkan."}, WHEN)
    check = mine.get(f"{here}/periksa")
    assert check.html.select_one("#send button").get_text(strip=True) == "Kirim kembali"
    assert "Permohonan terkirim kembali" in check.forms["send"].submit(status=303).follow()


def test_what_was_typed_stays_in_view_when_the_matter_ended_meanwhile(mine):
    submission = a_submission(Status.NEEDS_REVISION)
    at = f"/permohonan/{submission.number}"
    withdrawing, answering = mine.get(f"{at}/langkah/withdraw"), mine.get(f"{at}?lihat=catatan")
    submissions.withdraw(submission, an_applicant(), WHEN, "Anggaran dicabut.")

    reason = withdrawing.forms["withdraw"]
    reason["note"] = "Kegiatan digabung dengan survei lain."
    late = reason.submit(status=422).html.select_one("#typed textarea")
    assert late.text.strip() == "Kegiatan digabung dengan survei lain."

    replies = answering.forms["replies"]
    name = next(name for name in replies.fields if name and name.startswith("tanggapan-"))
    replies[name] = "Wilayah sudah dilengkapi."
    assert replies.submit(status=422).html.select_one("#typed textarea").text.strip() == "Wilayah sudah dilengkapi."
    assert "<" not in replies.submit(headers={"X-Autosave": "1"}, status=409).text


def test_withdrawing_needs_a_reason_and_ends_the_matter(mine):
    submission = a_submission(Status.IN_REVIEW)
    page = mine.get(f"/permohonan/{submission.number}/langkah/withdraw")

    page.forms["withdraw"].submit(status=422)
    form = page.forms["withdraw"]
    form["note"] = "Anggaran dialihkan."
    form.submit(status=303)

    assert Submission.get_by_id(submission.id).status == Status.WITHDRAWN


def test_a_second_round_says_that_the_clock_runs_again(mine):
    submission = a_submission(Status.NEEDS_REVISION)
    submissions.save_answers(submission, an_applicant(), {"catatan_pemohon": "Sudah."}, WHEN)
    replies.save_replies(submission, an_applicant(), {r.id: "Sudah." for r in Remark.of(submission)}, WHEN)
    submissions.submit(submission, an_applicant(), WHEN + timedelta(days=1))

    page = mine.get(f"/permohonan/{submission.number}/terkirim")

    assert "Perbaikan terkirim" in page
    assert "Hitungan hari kerja berjalan lagi" in page


def test_once_the_letter_is_out_the_badge_says_what_it_says(mine, anyone):
    submission = a_submission(Status.ISSUED)

    page, tracked = mine.get(f"/permohonan/{submission.number}"), anyone.get(f"/lacak/{submission.code}")

    for shown in (page, tracked):
        assert shown.html.select_one(".pst-tag").get_text(strip=True) == "Layak"
        assert "hari kerja terpakai" in shown and "hari kerja lagi" not in shown and "Batas waktu surat" not in shown
    assert "Layak" in mine.get("/permohonan")


def test_who_sends_for_another_agency_is_told_and_so_is_the_office_and_the_letter_keeps_the_name_of_the_form(
    mine, browse
):
    draft = a_draft(instansi_penyelenggara="Dinas Contoh")
    check = mine.get(f"/permohonan/{draft.number}/periksa").html.text
    assert "Isian 1.1 menyebut Dinas Contoh" in " ".join(check.split())

    issued = a_submission(Status.ISSUED, instansi_penyelenggara="Dinas Contoh")
    officer = browse(an_officer())

    assert "Isian 1.1: Dinas Contoh." in officer.get(f"/petugas/permohonan/{issued.number}")
    assert ",Dinas Contoh," in officer.get("/petugas/surat.csv")


def test_the_letter_by_which_the_agency_asks_is_asked_at_sending_and_answered_by_number_and_day(mine):
    draft = a_draft()
    form = mine.get(f"/permohonan/{draft.number}/periksa").forms["send"]
    form["letter_date"] = "2026-11-20"
    form = form.submit(status=422).forms["send"]
    assert form["letter_date"].value == "20 November 2026"

    form["letter_number"] = " 050/118/Dinkes/2026 "
    form.submit(status=303)

    _, words = draft_from(Submission.get_by_id(draft.id), None, WHEN)
    assert words["request_letter"] == "050/118/Dinkes/2026 tanggal 20 November 2026"
