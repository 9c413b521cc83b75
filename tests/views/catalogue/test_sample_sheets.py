"""The calculator that writes into the answers."""

from pst.actions.submissions.submissions import submit
from tests.factories import WHEN, a_draft, user


def test_a_sample_is_counted_written_and_read_by_everybody_who_reads_its_question(browse):
    draft = a_draft(method="survei")
    applicant = browse(user("pemohon"))

    page = applicant.get(f"/permohonan/{draft.number}/blok/5").click("Hitung ukuran sampel dan rincikan")
    form = page.forms["sample-sheet"]
    assert "Isi batas kesalahan" in form.submit(status=422).text
    form["populasi"], form["batas"], form["menit"] = "1.200", "5", "30"
    page = form.submit()
    assert page.html.select_one("#hasil-judul").text == "Tarik 291 unit"
    block = page.forms["sample-sheet"].submit("_write", status=303).follow()
    assert block.forms["block"]["fraksi_sampel"].value == "291/1.200"
    assert "Sampel 291 (n) dari populasi 1.200 (N)" in block.text
    assert applicant.get(f"/permohonan/{draft.number}/rincian-sampel").forms["sample-sheet"]["menit"].value == "30"
    assert "291 jam setahun" in applicant.get(f"/permohonan/{draft.number}/periksa").text

    submit(draft, user("pemohon"), WHEN)
    assert "Sampel 291 (n)" in browse(user("petugas")).get(f"/petugas/permohonan/{draft.number}?lihat=isian").text
    applicant.get(f"/permohonan/{draft.number}/rincian-sampel", status=404)
