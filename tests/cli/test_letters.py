"""The book of letters from the console."""

import csv
import io
from pathlib import Path

from pst.models.letters.book_entries import BookEntry
from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from tests.factories import a_scan, a_store, a_submission

BOOK = Path(__file__).parents[1] / "exchange" / "letter-book.csv"


def test_the_register_of_letters_is_printed_as_csv(app):
    a_submission(Status.ISSUED)

    head, row = csv.reader(io.StringIO(app.test_cli_runner().invoke(args=["letters"]).stdout))

    assert head[:2] == ["nomor", "tahun"]
    assert dict(zip(head, row, strict=True))["nomor"] == Letter.get().number


def test_an_old_book_is_shown_and_taken_only_when_that_is_said(app):
    run = app.test_cli_runner().invoke

    shown = run(args=["import-letters", str(BOOK)]).stdout.splitlines()
    nothing = BookEntry.select().count()
    taken = run(args=["import-letters", str(BOOK), "--yes"]).stdout.splitlines()

    assert shown[0] == "Baris 6: B-003/61040/PR-440/2026: Nomor urut 003 sudah ada pada baris 5."
    assert shown[-1].startswith("9 baris dapat diambil (ulangi dengan --yes), 0 sudah ada")
    assert (nothing, taken[-1]) == (0, "9 baris diambil, 0 sudah ada, 0 tidak dapat dibaca.")
    assert BookEntry.select().count() == 9


def test_what_is_no_book_is_refused(app, tmp_path):
    (tmp_path / "a.csv").write_text("tanggal,perihal\n1,2\n")

    outcome = app.test_cli_runner().invoke(args=["import-letters", str(tmp_path / "a.csv")])

    assert (outcome.exit_code, "Tidak ada kolom nomor surat" in outcome.stderr) == (1, True)


def test_the_page_the_list_and_the_keys_are_written_over_older_ones(run, tmp_path):
    folder = tmp_path / "usb"

    written = run("export-verification", folder).splitlines()
    (folder / "daftar-surat.csv").write_text("lama")
    run("export-verification", folder)

    assert [Path(line).name for line in written] == [
        "verifikasi.html",
        "daftar-surat.html",
        "daftar-surat.csv",
        "kunci-verifikasi.txt",
    ]
    assert (folder / "daftar-surat.csv").read_text("utf-8-sig").startswith("nomor,tanggal,kegiatan,instansi,hasil,")


def test_a_letter_is_told_from_its_code_its_number_its_qr_and_its_file(run, tmp_path, monday):
    letter = Letter.issued_of(a_submission(Status.ISSUED))
    (tmp_path / "surat.pdf").write_bytes(a_store().read(letter.file_id))

    by_code = run("verify-letter", letter.code.lower())
    by_qr = run("verify-letter", f"{letter.facts['verify_url']}#{letter.facts['stamp']}")
    by_file = run("verify-letter", tmp_path / "surat.pdf")

    assert by_code.splitlines()[0] == "Surat: Surat asli dan berlaku"
    assert "Disahkan oleh: Dewi Kepala, Kepala Badan Pusat Statistik Kabupaten Mempawah\n" in by_code
    assert f"SHA-256: {letter.file_id}\nSegel surat: asli\n" in by_code
    assert run("verify-letter", letter.number) == by_code
    assert by_qr == f"{by_code}Segel pada QR ini: asli\n"
    assert by_file.endswith("Segel pada berkas ini: asli\n") and "sama persis" in by_file


def test_what_is_no_letter_of_ours_or_was_changed_leaves_with_one(app, tmp_path):
    letter = Letter.issued_of(a_submission(Status.ISSUED))
    (tmp_path / "surat.pdf").write_bytes(a_scan(letter))
    digits = letter.facts["stamp"]
    forged = f"{letter.facts['verify_url']}#{digits[:-1]}{(int(digits[-1]) + 1) % 10}"

    for what, said, why in (
        ("7KMP-2QXA-W9DT-3HFB", "", "bukan surat yang pernah terbit"),
        (tmp_path / "surat.pdf", "asli, dengan tambahan", "bukan surat yang pernah terbit"),
        (forged, f"Nomor: {letter.number}", "Segelnya tidak cocok"),
    ):
        outcome = app.test_cli_runner().invoke(args=["verify-letter", str(what)])
        assert (outcome.exit_code, said in outcome.stdout, why in outcome.stderr) == (1, True, True), what
