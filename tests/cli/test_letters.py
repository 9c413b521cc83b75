"""The book of letters from the console."""

import csv
import io
from pathlib import Path

from pst.models.letters.book_entries import BookEntry
from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from tests.factories import a_submission

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
