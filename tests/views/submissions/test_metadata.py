"""The pages of MS-Var and MS-Ind: typed, added to, taken from a workbook, and read in the catalogue."""

from webtest import Upload

from pst.rules.review.workflow import Status
from tests.factories import a_submission, user


def test_what_is_typed_is_kept_and_stands_in_the_catalogue(applicant, anyone):
    number = a_submission(Status.ISSUED).number
    form = applicant.get(f"/permohonan/{number}").click("Metadata variabel").forms["table"]

    form["ms_var-0-satuan"] = "balita"
    form["ms_var-0-tipe_data"] = "integer"
    page = form.submit(status=303).follow()

    assert page.forms["table"]["ms_var-0-satuan"].value == "balita"
    assert 'measUnit="balita"' in anyone.get(f"/katalog/{number}.ddi.xml")


def test_an_indicator_is_added_and_what_does_not_fit_is_named(applicant, anyone):
    number = a_submission(Status.ISSUED).number
    form = applicant.get(f"/permohonan/{number}/metadata/indikator").forms["table"]
    form["ms_ind-0-nama"] = "Prevalensi Stunting"
    form["ms_ind-0-komposit"] = "tidak"
    form["ms_ind-0-indikator_nama"] = "Angka lain"

    page = form.submit(status=200)

    assert "kosongkan, atau ubah jawaban indikator komposit" in page
    assert "Prevalensi Stunting" in anyone.get(f"/katalog/{number}")
    assert page.forms["table"].submit("_add", value="ms_ind", status=200).html.find(id="ms_ind-1-nama")


def test_a_workbook_is_looked_at_and_taken(applicant):
    number = a_submission().number
    page = applicant.get(f"/permohonan/{number}/metadata/variabel").click("buku kerja XLSX")
    book = page.click("Unduh buku kerja").body

    form = page.forms["metadata-file"]
    form["berkas"] = Upload("metadata.xlsx", book)
    shown = form.submit(status=303).follow()
    assert "Tidak ada isian yang berubah" in shown

    form["berkas"] = Upload("metadata.xlsx", b"bukan")
    assert "bukan buku kerja XLSX" in form.submit(status=422)


def test_it_is_nobody_elses(browse):
    number = a_submission(Status.ISSUED).number

    browse(user("pemohon2")).get(f"/permohonan/{number}/metadata/variabel", status=404)
    browse(user("petugas")).get(f"/permohonan/{number}/metadata/variabel", status=404)
