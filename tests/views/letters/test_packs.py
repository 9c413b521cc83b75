"""The pack of a finished case: what the agency keeps, and nothing that stays inside the office."""

import io
import zipfile

from openpyxl import load_workbook

from pst.models.audit import Look
from pst.rules.review.workflow import Status
from tests.factories import a_submission, user


def unpacked(answer) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(answer.body))
    return {name: archive.read(name) for name in archive.namelist()}


def test_the_applicant_takes_everything_of_the_finished_case_in_one_file(browse, db):
    submission = a_submission(Status.ISSUED)

    files = unpacked(browse(user("pemohon")).get(f"/permohonan/{submission.number}").click("Paket bukti"))

    assert set(files) == {
        *("daftar-isi.txt", "surat.pdf", "isian.pdf", "pemeriksaan.xlsx", "metadata.xlsx", "ddi.xml", "jadwal.ics")
    }
    assert files["surat.pdf"].startswith(b"%PDF") and files["isian.pdf"].startswith(b"%PDF")
    assert b"surat nomor" in files["daftar-isi.txt"]
    assert files["jadwal.ics"].count(b"BEGIN:VEVENT") == len(submission.answers["jadwal"]) + 2  # results, metadata
    history = load_workbook(io.BytesIO(files["pemeriksaan.xlsx"]))
    assert history.sheetnames == ["Catatan", "Riwayat", "Kewajiban"]
    assert "Sinta" not in repr([list(sheet.values) for sheet in history])


def test_the_officer_takes_it_and_nobody_else_does(browse, anyone):
    number = a_submission(Status.ISSUED).number
    address = f"/permohonan/{number}/paket.zip"

    browse(user("pemohon")).get(address)
    assert "surat.pdf" in unpacked(browse(user("petugas")).get(address))
    (look,) = Look.select()  # its applicant's own are none
    assert (look.what, look.why) == (f"submission {number}", "Mengunduh paket bukti")
    browse(user("pemohon2")).get(address, status=404)
    browse(user("admin")).get(address, status=404)


def test_there_is_none_before_the_letter_is_out(browse):
    submission = a_submission(Status.IN_REVIEW)
    browse(user("pemohon")).get(f"/permohonan/{submission.number}/paket.zip", status=404)
