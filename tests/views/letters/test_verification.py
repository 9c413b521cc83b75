"""Verification: genuine, replaced, revoked or unknown; of a person only the office they hold."""

from datetime import UTC, date, datetime, time

import time_machine
from webtest import Upload

from pst.actions.letters import letters, signed_copies
from pst.models.letters.letters import Letter
from pst.models.office.settings import Setting
from pst.rules.review.workflow import Status
from tests.factories import PRESS, SIGNING, WHEN, a_scan, a_store, a_submission, user


def an_issued() -> Letter:
    return Letter.issued_of(a_submission(Status.ISSUED))


def state_of(page) -> str:
    return page.html.select_one("[data-status]")["data-status"]


def test_a_genuine_letter_is_told_in_full(anyone):
    letter = an_issued()

    page = anyone.get(f"/verifikasi/{letter.code.replace('-', '').lower()}")

    assert state_of(page) == "issued"
    for expected in (
        letter.number,
        "23 November 2026",
        "Surat Rekomendasi Kegiatan Statistik Kompilasi Data Kasus Stunting",
        "Dinas Kesehatan, Pengendalian Penduduk",
        "Layak",
        letter.identity_number,
        letter.file_id,
        "Kepala Badan Pusat Statistik\nKabupaten Mempawah",
    ):
        assert expected in page.text
    assert "Dewi" not in page.text and "Ratna" not in page.text


def test_a_recommendation_expires_in_verification_register_and_catalogue(anyone, browse):
    Setting.create(key="valid_months", value=6, changed_at=WHEN)
    letter = an_issued()
    number, last = letter.facts["request"]["number"], date(2027, 5, 23)
    assert (letter.valid_until, letter.facts["valid_until"]) == (last, "2027-05-23")

    for day, state, found in ((last, "issued", "keadaan=issued"), (date(2027, 5, 24), "expired", "keadaan=expired")):
        with time_machine.travel(datetime.combine(day, time(5), UTC), tick=False):
            page = anyone.get(f"/verifikasi/{letter.code}")
            assert (state_of(page), "Berlaku sampai" in page, "23 Mei 2027" in page) == (state, True, True)
            assert letter.number in browse(user("petugas")).get(f"/petugas/surat?{found}")
            assert ("edaluwarsa" in anyone.get("/katalog")) is (state == "expired")
            assert ("kedaluwarsa" in anyone.get(f"/katalog/{number}")) is (state == "expired")


def test_a_replaced_letter_leads_to_the_newer_one(anyone):
    old = an_issued()
    new = letters.replace(old, user("kepala"), "Rahasia dalam.", {"place": "Toho"}, SIGNING, a_store(), PRESS)

    page = anyone.get(f"/verifikasi/{old.code}")
    newer = page.click(new.number)

    assert (state_of(page), state_of(newer), "Rahasia dalam." in page.text) == ("replaced", "issued", False)


def test_a_revoked_letter_says_when_and_not_why(anyone):
    letter = an_issued()
    letters.revoke(letter, user("kepala"), "Rahasia dalam.", SIGNING)

    page = anyone.get(f"/verifikasi/{letter.code}")

    assert (state_of(page), "dicabut pada 23 November 2026" in page.text, "Rahasia" in page.text) == (
        "revoked",
        True,
        False,
    )


def test_unknown_and_malformed_codes_look_alike(anyone):
    unknown = anyone.get("/verifikasi/7KMP-2QXA-W9DT-3HFB", status=404)
    malformed = anyone.get("/verifikasi/%F0%9F%98%80", status=404)

    assert (state_of(unknown), unknown.html.main.text) == ("unknown", malformed.html.main.text)


def test_a_typed_code_leads_to_its_page(anyone):
    letter = an_issued()

    form = anyone.get("/verifikasi").forms["verify"]
    form["kode"] = letter.code.lower()

    assert form.submit(status=303).location == f"/verifikasi/{letter.code}"
    assert anyone.get("/verifikasi?kode=", status=422).html.main["data-result"] == "refused"


def test_number_and_identity_as_printed_find_the_letter_and_tell_no_code(anyone):
    letter = an_issued()

    for typed in (f" {letter.number.lower()} ", letter.identity_number):
        page = anyone.get("/verifikasi", params={"kode": typed})
        assert (state_of(page), letter.number in page, letter.code in page) == ("issued", True, False)

    unknown = anyone.get("/verifikasi", params={"kode": "B-99/61040/KS.200/11/2026"}, status=404)
    assert (state_of(unknown), "tidak kami terbitkan" in unknown) == ("unknown", False)


def test_what_cannot_be_a_letter_is_refused_for_what_it_is(anyone):
    for content, why in ((b"MZ" + b"x" * 40, "bukan PDF"), (b"%PDF-1.7" + bytes(10 * 1024 * 1024), "lebih besar")):
        form = anyone.get("/verifikasi").forms["compare"]
        form["berkas"] = Upload("surat.pdf", content, "application/pdf")
        assert why in form.submit(status=422)


def test_a_file_is_compared_byte_for_byte(anyone):
    letter = an_issued()
    content = a_store().read(letter.file_id)

    form = anyone.get("/verifikasi").forms["compare"]
    form["berkas"] = Upload("surat.pdf", content, "application/pdf")
    same = form.submit()
    form["berkas"] = Upload("surat.pdf", content + b" ", "application/pdf")
    changed = form.submit(status=404)

    assert (state_of(same), "sama persis" in same.text) == ("issued", True)
    assert (state_of(changed), "tidak sama dengan surat mana pun" in changed.text) == ("unknown", True)
    assert f"Segel di dalam berkas: asli; surat nomor {letter.number}." in changed
    form["berkas"] = Upload("surat.pdf", content.replace(b"id-ID", b"en-US"), "application/pdf")
    assert "Segel di dalam berkas: tidak cocok" in form.submit(status=404)


def test_the_public_keys_are_given_to_anybody(anyone):
    assert anyone.get("/verifikasi/kunci.txt").text.split() == list(PRESS.keys.published)


def test_no_file_is_refused_on_its_field(anyone):
    page = anyone.get("/verifikasi").forms["compare"].submit(status=422)

    assert page.html.select_one("#error-summary a")["href"] == "#berkas"


def test_a_compared_file_is_called_what_it_is(anyone):
    letter, store = Letter.waiting_of(a_submission(Status.SIGNING)), a_store()
    signed = a_scan(letter)
    copy = signed_copies.bring(letter, user("petugas"), ("surat.pdf", signed), WHEN, store)
    assert "sebelum ditandatangani" in compared(anyone, store.read(letter.file_id))
    signed_copies.confirm(copy, user("kepala"), WHEN)

    original, scan = compared(anyone, store.read(letter.file_id)), compared(anyone, signed)

    assert original.html.h1.text == "Naskah sebelum ditandatangani, bukan surat yang terbit"
    assert "surat yang terbit adalah berkas yang ditandatangani" in original
    assert (state_of(original), "Surat asli" in original, "sama persis" in original) == ("issued", False, False)
    assert (letter.file_id in original, copy.file_id in original) == (False, True)
    assert (state_of(scan), "surat bertanda tangan kami (tanda tangan pena (pindaian))" in scan) == ("issued", True)
    assert copy.file_id in anyone.get(f"/verifikasi/{letter.code}") and "Dewi" not in scan


def test_the_text_of_a_letter_that_never_went_out_is_not_called_issued(anyone):
    submission, store = a_submission(Status.SIGNING), a_store()
    letter = Letter.waiting_of(submission)
    letters.void(submission, user("kepala"), WHEN, "Salah ketik.")

    page = compared(anyone, store.read(letter.file_id))

    assert (state_of(page), "yang terbit." in page, "sebelum ditandatangani" in page) == ("void", False, True)


def compared(anyone, content: bytes):
    form = anyone.get("/verifikasi").forms["compare"]
    form["berkas"] = Upload("surat.pdf", content, "application/pdf")
    return form.submit()
