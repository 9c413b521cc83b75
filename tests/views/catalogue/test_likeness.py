"""The applicant says of what is alike why theirs is needed; the officer and the letter get it."""

from pst.actions.submissions.submissions import submit
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, user

OTHERS = "Dinas Sosial Kabupaten Mempawah"


def test_what_is_said_of_a_pending_one_is_asked_beside_the_title_kept_and_read_by_the_officer(browse):
    pending, own = a_submission(Status.IN_REVIEW), a_draft(instansi_penyelenggara=OTHERS)
    applicant = browse(user("pemohon"))

    page = applicant.get(f"/permohonan/{own.number}/blok/0").click("Jawab tentang kegiatan yang serupa")
    assert pending.number not in page.text
    assert len(page.html.select(".pst-optional")) == 1  # the choice; a reason is needed with one of them
    form = page.forms["likeness"]
    [choice] = [name for name in form.fields if name and name.startswith("jawaban-")]
    form[choice] = "needed"
    refused = form.submit(status=422)
    assert "Tuliskan mengapa kegiatan ini tetap diperlukan" in refused.text
    form = refused.forms["likeness"]
    assert form[choice].value == "needed"
    form[choice.replace("jawaban", "alasan")] = "Datanya per desa."
    assert "Kegiatan kami tetap diperlukan: Datanya per desa" in form.submit(status=303).follow().text
    assert "Ubah jawaban" in applicant.get(f"/permohonan/{own.number}/periksa").text

    submit(Submission.get_by_id(own.id), user("pemohon"), WHEN)
    officer = browse(user("petugas")).get(f"/petugas/permohonan/{own.number}/serupa")
    assert "Kegiatan kami tetap diperlukan: Datanya per desa" in officer.html.select_one("#alike").text
    applicant.get(f"/permohonan/{own.number}/serupa", status=303)


def test_only_who_writes_the_form_says_something(browse):
    own = a_draft()

    assert "Tidak ada yang perlu dijawab" in browse(user("pemohon")).get(f"/permohonan/{own.number}/serupa").text
    browse(user("pemohon2")).get(f"/permohonan/{own.number}/serupa", status=404)


def test_what_is_alike_is_drawn_anew_while_title_and_variables_are_typed(browse):
    pending, own = a_submission(Status.IN_REVIEW), a_draft(instansi_penyelenggara=OTHERS)
    applicant = browse(user("pemohon"))
    beside_variables = applicant.get(f"/permohonan/{own.number}/blok/3").html.select_one("#near")
    assert beside_variables["hx-trigger"] == "isian-tersimpan from:body" and not beside_variables.text.strip()

    fragment = applicant.get(beside_variables["hx-get"], headers={"HX-Request": "true"})

    assert pending.title in fragment.html.select_one("#near").text and "Belum dijawab" in fragment.text
    assert not applicant.get(f"/permohonan/{own.number}/blok/2").html.select_one("#near")
