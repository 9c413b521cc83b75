"""The main job, end to end, through the pages: from a planned survey to an issued letter."""

import hashlib
import io
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from pypdf import PdfReader

from pst.actions.catalogue.romantik import export_record, import_record
from pst.exchange.romantik import read_record
from pst.models.audit import Event
from pst.models.catalogue.catalogue import Activity
from pst.models.emails import Email
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.models.submissions.submissions import Pause, Revision
from pst.rules.review.workflow import Status
from tests.exchange.certificates import AUTHORITY, an_authority
from tests.factories import WHEN, a_submission, an_applicant, an_officer, sign_letters, user
from tests.factories_answers import complete_answers
from tests.journeys import walking as walk


@pytest.fixture(autouse=True)
def _a_monday_morning():
    with time_machine.travel(datetime.fromisoformat("2026-11-23T02:00:00+00:00")):  # Senin, 09.00 WIB
        yield


@pytest.fixture
def people(browse, app, config, tmp_path):
    """Applicant, officer and head, each in the own browser, of an office that signs and knows who certifies."""
    sign_letters()
    (tmp_path / "ca.pem").write_bytes(an_authority(AUTHORITY).pem)
    app.extensions["pst_config"] = replace(config, signature_ca=str(tmp_path / "ca.pem"))
    return browse(an_applicant()), browse(an_officer()), browse(user("kepala"))


def test_from_an_empty_form_to_a_letter_anyone_can_check(people, anyone):
    applicant, officer, head = people
    number = applicant.get("/permohonan/baru").forms["start"].submit(status=303).location.split("/")[2]
    walk.fill_in(applicant, number, complete_answers("survei"))
    walk.attach(applicant, number)
    walk.send(applicant, number)

    walk.press(officer, number, "declare_complete")
    assert walk.submission(number).due_on == date(2026, 12, 11)
    walk.note_remark(officer, number, "tujuan_kegiatan", "Sebutkan indikator yang dihasilkan.")
    walk.press(officer, number, "return_for_revision", "Mohon lengkapi tujuan.")
    walk.answer_remarks(applicant, number)
    walk.send(applicant, number)
    walk.press(officer, number, "resume_review")
    walk.settle_remarks(officer, number)
    walk.examine(officer, number)
    walk.press(officer, number, "start_evaluation")
    walk.conclude(officer, number, "layak", "Rancangan layak dilaksanakan.")
    walk.press(officer, number, "start_drafting")
    walk.hand_to_head(officer, number)
    letter_number = walk.issue(head, number)
    assert (walk.submission(number).clock_stopped, letter_number in applicant.get(f"/permohonan/{number}")) == (
        None,
        False,
    )
    walk.sign(officer, head, number)
    walk.press(officer, number, "deliver")

    done = walk.submission(number)
    letter = Letter.issued_of(done)
    assert (done.status, done.outcome, letter.number) == (Status.COMPLETED, "layak", letter_number)
    assert letter_number == "B-1/61040/KS.200/11/2026"
    paper = applicant.get(f"/permohonan/{number}/surat.pdf")
    assert hashlib.sha256(paper.body).hexdigest() == SignedCopy.taken_of(letter.id).file_id != letter.file_id
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper.body)).pages).split())
    assert letter_number in text and done.identity_number in text and "KONSEP" not in text
    assert letter_number in applicant.get(f"/permohonan/{number}/surat")
    assert letter_number in anyone.get(f"/verifikasi/{letter.code}")
    assert done.title in anyone.get("/katalog")
    assert an_applicant().name not in anyone.get(f"/lacak/{done.code}")
    kinds = [mail.kind for mail in Email.select().where(Email.to == "pemohon@contoh.test").order_by(Email.id)]
    assert kinds == ["received", "declared_complete", "returned_for_revision", "revision_received", "issued"]


def test_returned_twice_keeps_three_revisions_and_both_pauses(people):
    applicant, officer, _ = people
    number = a_submission(Status.IN_REVIEW, at=WHEN - timedelta(hours=1)).number

    for round_ in ("pertama", "kedua"):
        walk.note_remark(officer, number, "judul_kegiatan", f"Perbaikan {round_}.", script=True)
        walk.press(officer, number, "return_for_revision", f"Catatan {round_}.")
        form = applicant.get(f"/permohonan/{number}/blok/0").forms["block"]
        form["judul_kegiatan"] = f"Kompilasi Data Uji {round_} Kabupaten Mempawah"
        form.submit("_overview", status=303)
        walk.answer_remarks(applicant, number)
        walk.send(applicant, number)
        walk.press(officer, number, "resume_review")
        walk.settle_remarks(officer, number)

    row = walk.submission(number)
    titles = [revision.answers["judul_kegiatan"] for revision in Revision.of(row)]
    assert titles[1:] == [
        "Kompilasi Data Uji pertama Kabupaten Mempawah",
        "Kompilasi Data Uji kedua Kabupaten Mempawah",
    ]
    assert [pause.ended_at is not None for pause in Pause.of(row)] == [True, True]
    changes = officer.get(f"/petugas/permohonan/{number}?lihat=isian&saring=berubah").html.get_text()
    assert titles[1] in changes and titles[2] in changes


def test_a_refusal_states_its_reasons_and_stays_out_of_the_catalogue(people, anyone):
    applicant, officer, head = people
    number = a_submission(Status.IN_REVIEW, at=WHEN - timedelta(hours=1)).number

    walk.examine(officer, number)
    walk.press(officer, number, "start_evaluation")
    walk.conclude(officer, number, "ditolak", "Kerangka sampel tidak tersedia.")
    walk.press(officer, number, "start_drafting")
    walk.hand_to_head(officer, number)
    walk.issue(head, number)
    walk.sign(officer, head, number)

    row = walk.submission(number)
    assert (row.outcome, Letter.issued_of(row).identity_number) == ("ditolak", "")
    assert "Kerangka sampel tidak tersedia" in applicant.get(f"/permohonan/{number}/surat")
    assert Activity.select().count() == 0


def test_an_officer_enters_it_for_a_visitor_and_the_applicant_owns_it(people):
    applicant, officer, _ = people
    form = next(
        form
        for form in officer.get("/petugas/permohonan/baru").forms.values()
        if "channel" in form.fields and "email" in form.fields
    )
    form["email"], form["channel"] = "pemohon@contoh.test", "visit"
    number = form.submit(status=303).location.split("/permohonan/")[1].split("/")[0].split("?")[0]

    walk.fill_in(officer, number, complete_answers("kompilasi_produk_administrasi"), script=True)
    walk.attach(officer, number)
    walk.send(officer, number)

    row = walk.submission(number)
    assert (row.status, row.applicant.email, row.entered_by_id) == (
        Status.SUBMITTED,
        "pemohon@contoh.test",
        an_officer().id,
    )
    assert row.number in applicant.get("/permohonan")
    assert [e.actor_name for e in Event.of("submission", number) if e.verb == "submit"] == ["Sinta Petugas"]


def test_the_real_record_becomes_a_draft_walks_every_step_and_goes_out_again(people, real_record):
    applicant, officer, head = people
    draft = import_record(real_record.encode(), an_applicant(), WHEN)
    number = draft.number
    assert export_record(walk.submission(number))["form"] == read_record(real_record).original["form"]

    walk.fill_in(applicant, number, what_the_record_lacks(walk.submission(number).answers))
    walk.attach(applicant, number)
    walk.send(applicant, number)
    walk.press(officer, number, "declare_complete")
    walk.examine(officer, number)
    walk.press(officer, number, "start_evaluation")
    walk.conclude(officer, number, "layak", "Rancangan layak dilaksanakan.")
    walk.press(officer, number, "start_drafting")
    walk.hand_to_head(officer, number)
    walk.issue(head, number)
    walk.sign_electronically(officer, number)

    out = export_record(walk.submission(number))
    assert (out["id_trans"], out["nama_kegiatan"]) == (56219, "Kompilasi Data Pelaporan Gratifikasi")
    assert (out["status_pengajuan"], out["status_rekomendasi"]) == ("penerbitan", "layak")


def what_the_record_lacks(have: dict) -> dict:
    """Answers to what ROMANTIK does not hold, or held too shortly for this form."""
    complete = complete_answers("kompilasi_produk_administrasi")
    lacking = {code: value for code, value in complete.items() if not have.get(code)}
    dated = [row for row in have["jadwal"] if row["awal"]]
    stages = {row["tahap"] for row in dated}
    return lacking | {
        "pj_alamat": complete["pj_alamat"],
        "variabel": [{**row, "konsep": "Gratifikasi"} for row in have["variabel"]],
        "jadwal": [*dated, *(row for row in complete["jadwal"] if row["tahap"] not in stages)],
    }


@pytest.fixture
def real_record() -> str:
    """The record as ROMANTIK exports it."""
    return (Path(__file__).parent.parent / "exchange" / "romantik-record.json").read_text(encoding="utf-8")
