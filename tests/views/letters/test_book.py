"""The register on the screen: every number, its gaps, its end."""

import csv
import io
from datetime import timedelta

from pst.actions.letters import letters
from pst.models.base import write
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.rules.review.workflow import Status
from tests.factories import PRESS, SIGNING, WHEN, a_store, a_submission, user


def an_issued(**draft) -> Letter:
    """A letter issued with these fields of its draft."""
    submission = a_submission(Status.DRAFTING)
    letters.edit_draft(Letter.draft_of(submission), user("petugas"), draft, WHEN)
    letters.request_signature(submission, user("petugas"), WHEN)
    return letters.issue(submission, user("kepala"), WHEN, a_store(), PRESS)


def numbers_on(page) -> list[str]:
    return [link.text for link in page.html.select("#letters th a")]


def test_every_number_stands_in_the_register_newest_first_with_its_gaps(browse):
    an_issued()
    an_issued(letter_number="B-5/61040/VS.190/11/2026")
    an_issued()

    page = browse(user("petugas")).get("/petugas/surat")

    assert numbers_on(page) == ["B-6/61040/KS.200/11/2026", "B-5/61040/VS.190/11/2026", "B-1/61040/KS.200/11/2026"]
    assert "Nomor urut 2–4 tahun 2026 belum dijelaskan." in page.text
    assert "nomor diambil Sinta Petugas" in page.text


def test_filters_stand_in_the_address_and_odd_ones_narrow_nothing(browse):
    first, second = an_issued(), an_issued()
    letters.revoke(first, user("kepala"), "Salah.", SIGNING)
    officer = browse(user("petugas"))

    assert numbers_on(officer.get("/petugas/surat?keadaan=revoked")) == [first.number]
    assert numbers_on(officer.get("/petugas/surat?cari=stunting&keadaan=aneh")) == [second.number, first.number]
    assert "Tidak ada surat yang cocok" in officer.get("/petugas/surat?tahun=2019").text


def test_the_csv_holds_the_same_rows_oldest_first(browse):
    first, second = an_issued(subject="=1+1"), an_issued()
    letters.revoke(first, user("kepala"), "Salah.", SIGNING)

    answer = browse(user("petugas")).get("/petugas/surat.csv")

    rows = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert [(row["nomor"], row["keadaan"], row["sha256"]) for row in rows] == [
        (first.number, "Dicabut", first.file_id),
        (second.number, "Berlaku", second.file_id),
    ]


def test_only_the_head_revokes_and_only_with_a_reason(browse):
    letter = an_issued()
    officer, head = browse(user("petugas")), browse(user("kepala"))

    officer.get(f"/petugas/surat/{letter.id}/cabut", status=404)
    form = head.get(f"/petugas/surat/{letter.id}/cabut").forms["revoke"]
    refused = form.submit(status=422)
    form = refused.forms["revoke"]
    form["reason"] = "Salah instansi."
    page = form.submit(status=303).follow()

    assert (Letter.numbered(letter.id).state, "Salah instansi." in page.text) == ("revoked", True)
    assert "sudah tidak berlaku" in head.get(f"/petugas/surat/{letter.id}/cabut", status=303).follow().text


def test_the_head_replaces_a_letter_and_both_show_the_way(browse):
    old = an_issued()
    head = browse(user("kepala"))

    form = head.get(f"/petugas/surat/{old.id}/ganti").forms["replace"]
    form["reason"], form["recipient"] = "Salah tujuan.", "Camat Toho"
    page = form.submit(status=303).follow()

    assert "Yth. Camat Toho" in page.text and f"menggantikan surat Nomor {old.number}" in page.text
    assert "B-2/61040/KS.200/11/2026" in head.get(f"/petugas/surat/{old.id}").text


def test_a_replacement_is_read_before_it_is_issued(browse):
    old = an_issued()
    form = browse(user("kepala")).get(f"/petugas/surat/{old.id}/ganti").forms["replace"]
    form["reason"], form["recipient"] = "Salah tujuan.", "Camat Toho"

    page = form.submit("_then", value="pratinjau", status=200)

    assert f"menggantikan surat Nomor {old.number}" in page and "Yth. Camat Toho" in page and "KONSEP" in page
    assert page.forms["replace"]["reason"].value == "Salah tujuan."
    assert (Letter.numbered(old.id).state, Letter.select().where(Letter.number.is_null(False)).count()) == ("issued", 1)


def test_a_letter_that_was_ended_meanwhile_says_by_whom_and_keeps_what_was_typed(browse):
    letter = an_issued()
    head = browse(user("kepala"))
    revoking = head.get(f"/petugas/surat/{letter.id}/cabut").forms["revoke"]
    replacing = head.get(f"/petugas/surat/{letter.id}/ganti").forms["replace"]
    letters.revoke(letter, user("kepala"), "Salah instansi.", SIGNING)

    revoking["reason"], replacing["reason"] = "Salah tujuan.", "Salah tujuan."

    for form in (revoking, replacing):
        told = form.submit(status=422)
        assert "Yang terakhir tercatat: Surat dicabut, oleh Dewi Kepala" in told
        assert told.html.select_one("#typed #reason").text.strip() == "Salah tujuan."


def test_a_replacement_that_nobody_may_sign_comes_back_as_it_was_typed(browse):
    old = an_issued()
    form = browse(user("kepala")).get(f"/petugas/surat/{old.id}/ganti").forms["replace"]
    with write():
        Signatory.update(user=user("admin"), name="Agus Administrator").execute()

    form["reason"], form["recipient"] = "Salah tujuan.", "Camat Toho"
    page = form.submit(status=422)

    assert "Agus Administrator" in page.html.select_one("#error-summary").text
    assert page.forms["replace"]["recipient"].value == "Camat Toho"
    assert Letter.numbered(old.id).state == "issued"


def test_a_replacement_that_is_unfinished_comes_back(browse):
    old = an_issued()
    head = browse(user("kepala"))

    form = head.get(f"/petugas/surat/{old.id}/ganti").forms["replace"]
    form["reason"], form["outcome"] = "Salah hasil.", "ditolak"
    page = form.submit(status=422)

    assert "memerlukan sedikitnya satu alasan" in page.text
    assert page.forms["replace"]["reason"].value == "Salah hasil."
    assert Letter.numbered(old.id).state == "issued"


def test_old_letters_can_still_be_opened(browse):
    old = an_issued()
    letters.replace(old, user("kepala"), "Salah.", {"place": "Toho"}, WHEN + timedelta(days=1), a_store(), PRESS)

    answer = browse(user("petugas")).get(f"/petugas/surat/{old.id}/surat.pdf")

    assert answer.body == a_store().read(old.file_id)
