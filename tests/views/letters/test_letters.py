"""The letter on the screen: written by officers, signed by the head, read by the applicant."""

from datetime import timedelta

from pst.actions.letters import letters
from pst.actions.letters.book_entries import set_aside
from pst.actions.review import evaluations
from pst.actions.submissions import duties
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.models.office.sentences import Sentence
from pst.models.review.examinations import Examined
from pst.models.review.remarks import Remark
from pst.models.submissions.duties import Duty
from pst.models.submissions.submissions import Submission
from pst.rules.letters.numbering import RESERVED
from pst.rules.review.workflow import Status
from pst.rules.submissions.duties import RESULTS
from tests.factories import PRESS, SIGNING, WHEN, a_store, a_submission, conclude, user


def path(submission, rest: str) -> str:
    return f"/petugas/permohonan/{submission.number}/{rest}"


def test_an_officer_writes_the_draft_and_sees_it_as_pdf_with_the_mark(browse):
    submission = a_submission(Status.DRAFTING)
    officer = browse(user("petugas"))

    form = officer.get(path(submission, "naskah")).forms["letter-draft"]
    form["recipient"], form["conditions"] = "Camat Toho", "Satu.\n\nDua."
    page = form.submit("_then", value="simpan", status=303).follow()

    draft = Letter.draft_of(submission)
    assert (draft.draft["recipient"], draft.draft["conditions"]) == ("Camat Toho", ["Satu.", "Dua."])
    assert 'data-result="saved"' in page.text and "Yth. Camat Toho" in page.text
    pdf = officer.get(path(submission, "surat-konsep.pdf"))
    assert (pdf.content_type, pdf.body[:5], pdf.headers["Cache-Control"]) == (
        "application/pdf",
        b"%PDF-",
        "private, no-store",
    )
    assert "KONSEP" in officer.get(path(submission, "surat-konsep")).text


def test_an_unfinished_draft_comes_back_with_everything_typed(browse):
    submission = a_submission(Status.DRAFTING)

    form = browse(user("petugas")).get(path(submission, "naskah")).forms["letter-draft"]
    form["outcome"], form["subject"] = "ditolak", "Penolakan {judul}"
    page = form.submit("_then", value="ajukan", status=422)

    assert 'data-result="refused"' in page.text
    assert page.forms["letter-draft"]["subject"].value == "Penolakan {judul}"
    assert [link.text for link in page.html.select("#error-summary a")] == [
        "Surat penolakan memerlukan sedikitnya satu alasan.",
        "Hal masih memuat {judul} yang belum diisi.",
    ]
    assert Submission.get_by_id(submission.id).status == Status.DRAFTING


def test_an_odd_number_is_asked_again_with_what_was_understood(browse):
    submission = a_submission(Status.DRAFTING)

    form = browse(user("petugas")).get(path(submission, "naskah")).forms["letter-draft"]
    form["letter_number"], form["kka"] = "B-36/61040/HM.310/2026", "HM.310"
    page = form.submit("_then", value="ajukan", status=422)

    (told,) = page.html.select("#error-summary a")
    assert (told["href"], "dibaca nomor urut 36" in told.text) == ("#number_reason", True)
    form = page.forms["letter-draft"]
    assert (form["letter_number"].value, form["kka"].value) == ("B-36/61040/HM.310/2026", "HM.310")
    form["number_reason"] = "Buku kantor tanpa bulan."
    form.submit("_then", value="ajukan", status=303)

    approval = browse(user("kepala")).get(path(submission, "pengesahan"))
    assert "diambil oleh Sinta Petugas: Buku kantor tanpa bulan." in approval.text


def test_a_ready_sentence_is_put_into_the_list_of_its_kind_before_anything_is_kept(browse):
    sentence = Sentence.create(kind="refusal", heading="Terlambat", text="Sudah berjalan sejak {tanggal}.")
    submission = a_submission(Status.DRAFTING)

    form = browse(user("petugas")).get(path(submission, "naskah")).forms["letter-draft"]
    form["outcome"], form["reasons"], form["sentence"] = "ditolak", "Satu.", str(sentence.id)
    form = form.submit("_then", value="sisip", status=200).forms["letter-draft"]

    assert form["reasons"].value == "Satu.\nSudah berjalan sejak {tanggal}."
    assert Letter.draft_of(submission).draft["reasons"] == []
    page = form.submit("_then", value="ajukan", status=422)
    assert "Alasan penolakan masih memuat {tanggal} yang belum diisi." in page


def test_the_head_reads_letter_and_examination_and_issues_once_for_two_clicks(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    set_aside(2026, 1, 3, RESERVED, "Untuk sensus.", user("petugas"), WHEN)
    head = browse(user("kepala"))

    page = head.get(path(submission, "pengesahan"))
    form = page.forms["issue"]
    first, second = form.submit(status=303), form.submit(status=303)

    letter = Letter.issued_of(submission)
    assert letter.number.startswith("B-4/") and f"diberi nomor <strong>{letter.number}</strong>" in page
    assert "Layak dengan catatan: Sampaikan pedoman" in page.text.replace("\n", " ")
    assert first.location == second.location == f"/petugas/surat/{letter.id}"
    shown = first.follow().html.find("main")
    assert (shown["data-result"], shown["data-number"], shown["data-code"]) == ("saved", letter.number, letter.code)
    assert Letter.select().where(Letter.number.is_null(False)).count() == 1
    assert head.get(path(submission, "pengesahan"), status=303).location.endswith(f"/petugas/surat/{letter.id}")


def test_what_is_not_as_it_should_be_stands_before_the_button(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    Examined.delete().where(Examined.block == 3).execute()
    common = {"submission": submission, "revision": 1, "text": "Lengkapi.", "author": user("petugas")}
    Remark.create(**common, code="judul_kegiatan", severity="must", state="answered", created_at=WHEN)
    Remark.create(**common, code="", severity="must", state="dropped", created_at=WHEN)

    page = browse(user("kepala")).get(path(submission, "pengesahan"))

    title = submission.title
    assert "Catatan: 1 dikirim, 0 selesai, 1 belum selesai, 1 ditarik." in page
    amiss = [line.text for line in page.html.select(".pst-tone-danger li")]
    assert [line.partition(":")[0] for line in amiss] == [
        "Catatan wajib belum selesai",
        "Belum diperiksa siapa pun",
        "Dievaluasi sendiri",
        "Instansi pada isian 1.1",
    ]
    assert "Rekan sedang bertugas di lapangan." in amiss[2]
    assert "judul_kegiatan" not in page and "disusun oleh Sinta Petugas" in page
    assert page.text.index(title) < page.text.index(amiss[2]) < page.text.index("Sahkan surat</button>")


def test_the_head_sends_the_draft_back_only_with_a_reason(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    head = browse(user("kepala"))

    form = head.get(path(submission, "pengesahan")).forms["send-back"]
    refused = form.submit(status=422)
    form = refused.forms["send-back"]
    form["note"] = "Tujuan surat keliru."
    form.submit(status=303)

    assert "Tuliskan apa yang perlu diperbaiki." in refused.text
    assert Submission.get_by_id(submission.id).status == Status.DRAFTING


def test_who_signs_what_was_sent_back_hears_once_by_whom(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    stale = browse(user("kepala")).get(path(submission, "pengesahan")).forms["issue"]
    letters.send_back(submission, user("kepala"), WHEN, "Tujuan surat keliru.")

    told = stale.submit(status=303)

    assert told.location == f"/petugas/permohonan/{submission.number}"
    (warning,) = told.follow().html.select(".pst-flash")
    assert "Naskah dikembalikan kepada petugas, oleh Dewi Kepala, 23 November 2026" in warning.text


def test_who_signs_what_was_signed_is_led_to_the_letter_and_hears_by_whom(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    stale = browse(user("kepala")).get(path(submission, "pengesahan")).forms["issue"]
    letter = letters.issue(submission, user("kepala"), SIGNING, a_store(), PRESS)

    told = stale.submit(status=303)

    assert told.location == f"/petugas/surat/{letter.id}"
    assert "Surat diterbitkan, oleh Dewi Kepala" in told.follow()


def test_a_draft_handed_over_meanwhile_leaves_what_was_typed_in_view(browse):
    submission = a_submission(Status.DRAFTING)
    slow = browse(user("petugas2")).get(path(submission, "naskah")).forms["letter-draft"]
    letters.request_signature(submission, user("petugas"), WHEN)

    slow["subject"] = "Rekomendasi Survei"
    told = slow.submit("_then", value="simpan", status=422)

    assert "Naskah diajukan kepada Kepala, oleh Sinta Petugas" in told
    assert told.html.select_one("#typed #subject").text.strip() == "Rekomendasi Survei"


def test_nobody_signs_words_that_were_put_there_after_reading(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    head = browse(user("kepala"))
    stale = head.get(path(submission, "pengesahan")).forms["issue"]
    letters.send_back(submission, user("kepala"), WHEN, "Tujuan surat keliru.")
    letters.edit_draft(Letter.draft_of(submission), user("petugas2"), {"recipient": "Camat Toho"}, WHEN)
    letters.request_signature(submission, user("petugas2"), WHEN)

    page = stale.submit(status=303).follow()

    assert f"{user('petugas2').name} mengubahnya setelah halaman ini Anda buka." in page
    assert Letter.issued_of(submission) is None
    page.forms["issue"].submit(status=303)
    assert Letter.issued_of(submission).draft["recipient"] == "Camat Toho"


def test_of_two_who_write_one_draft_the_second_is_told_and_may_insist(browse):
    submission = a_submission(Status.DRAFTING)
    forms = [browse(user(n)).get(path(submission, "naskah")).forms["letter-draft"] for n in ("petugas", "petugas2")]
    forms[0]["recipient"], forms[1]["recipient"] = "Camat Toho", "Camat Segedong"

    forms[0].submit("_then", value="simpan", status=303)
    page = forms[1].submit("_then", value="simpan", status=422)

    assert f"{user('petugas').name} menyimpan perubahan" in page and "Yth. (“Camat Toho”)" in page
    assert Letter.draft_of(submission).draft["recipient"] == "Camat Toho"
    page.forms["letter-draft"].submit("_then", value="simpan", status=303)
    assert Letter.draft_of(submission).draft["recipient"] == "Camat Segedong"


def test_an_unfinished_draft_can_be_finished_on_the_page_that_refused_it(browse):
    submission = a_submission(Status.DRAFTING)
    form = browse(user("petugas")).get(path(submission, "naskah")).forms["letter-draft"]
    form["place"] = ""

    form = form.submit("_then", value="ajukan", status=422).forms["letter-draft"]
    form["place"] = "Mempawah"
    form.submit("_then", value="ajukan", status=303)

    assert Submission.get_by_id(submission.id).status == Status.AWAITING_SIGNATURE


def test_why_a_draft_came_back_stands_beside_it_until_it_is_begun_anew(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    letters.send_back(submission, user("kepala"), WHEN, "Tujuan surat keliru.")
    officer = browse(user("petugas"))

    shown = officer.get(path(submission, "naskah"))
    evaluations.back_to_evaluation(submission, user("petugas"), WHEN, "Dibahas lagi.")
    conclude(submission)
    evaluations.start_drafting(submission, user("petugas"), WHEN)

    assert "Dikembalikan oleh Dewi Kepala" in shown and "Tujuan surat keliru." in shown
    assert "Tujuan surat keliru." not in officer.get(path(submission, "naskah"))


def test_who_may_not_sign_is_told_who_may(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    Signatory.update(user=user("admin"), name="Agus Administrator").execute()
    head = browse(user("kepala"))

    page = head.get(path(submission, "pengesahan"))

    assert "issue" not in page.forms
    assert "disahkan oleh Agus Administrator (Kepala), bukan oleh Anda" in page.text


def test_pages_of_the_letter_are_shut_for_others(browse, anyone):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    stranger, owner = browse(user("pemohon2")), browse(user("pemohon"))

    owner.get(f"/permohonan/{submission.number}/surat", status=404)
    letters.issue(submission, user("kepala"), SIGNING, a_store(), PRESS)
    stranger.get(f"/permohonan/{submission.number}/surat", status=404)
    stranger.get(f"/permohonan/{submission.number}/surat.pdf", status=404)
    anyone.get(f"/permohonan/{submission.number}/surat.pdf", status=303)
    assert owner.get(f"/permohonan/{submission.number}/surat.pdf").body[:5] == b"%PDF-"


def test_the_page_says_the_same_as_the_paper(browse):
    submission = a_submission(Status.ISSUED)
    letter = Letter.issued_of(submission)

    page = browse(user("pemohon")).get(f"/permohonan/{submission.number}/surat")

    words = page.html.select_one(".pst-letter").get_text(" ")
    for expected in (
        letter.number,
        "LAYAK DILAKSANAKAN",
        letter.identity_number,
        "Sampaikan pedoman pengisian kepada seluruh puskesmas.",
        "Dewi Kepala",
        letter.code,
        "Jumlah balita pendek",
        "Bupati Mempawah (sebagai laporan)",
    ):
        assert expected in words
    assert letter.file_id in page.text


def test_a_revoked_letter_says_so_to_its_applicant(browse):
    submission = a_submission(Status.ISSUED)
    letters.revoke(Letter.issued_of(submission), user("kepala"), "Salah instansi.", SIGNING)

    page = browse(user("pemohon")).get(f"/permohonan/{submission.number}/surat")

    assert "Surat ini sudah dicabut" in page.text and "Salah instansi." in page.text


def test_the_page_of_a_submission_whose_letter_was_revoked_says_so_and_why(browse, anyone):
    submission = a_submission(Status.COMPLETED)
    letters.revoke(Letter.issued_of(submission), user("kepala"), "Salah instansi.", SIGNING)

    page = browse(user("pemohon")).get(f"/permohonan/{submission.number}")

    assert "Surat Anda dicabut dan tidak berlaku lagi." in page and "Salah instansi." in page
    assert ("Perhatikan kewajiban" in page, "(surat dicabut)" in page) == (False, True)
    assert page.click("Baca surat yang dicabut").html.h1.text.startswith("Surat nomor")
    assert "dicabut dan tidak berlaku lagi" in anyone.get(f"/lacak/{submission.code}")


def test_results_are_received_with_one_press(browse):
    submission = a_submission(Status.ISSUED)
    duties.record_results(
        submission, user("pemohon"), WHEN + timedelta(days=90), a_store(), link="https://data.contoh.test/stunting"
    )
    officer = browse(user("petugas"))

    page = officer.get(path(submission, "naskah"))
    form = next(f for f in page.forms.values() if f.action == path(submission, "hasil"))
    form.submit(status=303)

    duty = Duty.of(submission).where(Duty.kind == RESULTS).get()
    assert (duty.confirmed_by_id, duty.confirmed_at is not None) == (user("petugas").id, True)


def test_the_desk_before_any_draft_says_what_comes_first(browse):
    submission = a_submission(Status.IN_REVIEW)

    page = browse(user("petugas")).get(path(submission, "naskah"))

    assert "Belum ada naskah surat" in page.text
