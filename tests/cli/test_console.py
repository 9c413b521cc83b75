"""What every command has in common: no traces, plain refusals with code 1, days read strictly."""

from datetime import date

import click
import pytest
from peewee import OperationalError

from pst.actions.office.backup import BackupRefused
from pst.cli.console import Day, Refusal, Whole, command, text_of
from pst.models.accounts.users import User
from pst.models.base import read_only


def run(app, function):
    """The outcome of a command that does this."""
    return app.test_cli_runner().invoke(command("uji", "Menguji.")(function))


def test_a_command_works_inside_the_application_and_may_write_after_a_page_that_may_not(app):
    read_only(True)

    def rename():
        User.update(name="Ratna").where(User.email == "pemohon@contoh.test").execute()
        click.echo("sudah")

    outcome = run(app, rename)

    assert (outcome.exit_code, outcome.output) == (0, "sudah\n")
    assert User.by_email("pemohon@contoh.test").name == "Ratna"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (BackupRefused("Folder sudah berisi."), "Folder sudah berisi.\n"),
        (Refusal("Tidak bisa."), "Tidak bisa.\n"),
        (FileNotFoundError(2, "No such file or directory", "x.csv"), "x.csv tidak ada.\n"),
        (IsADirectoryError(21, "Is a directory", "libur"), "libur adalah folder, bukan berkas.\n"),
        (PermissionError(13, "Permission denied", "x.csv"), "x.csv tidak boleh dibuka oleh pengguna ini.\n"),
        (OSError("rusak"), "rusak\n"),
        (
            OperationalError("no such table: user"),
            "Basis data tidak dapat dipakai (no such table: user). Sudahkah menjalankan: flask --app wsgi upgrade?\n",
        ),
    ],
)
def test_what_goes_wrong_is_told_on_standard_error_without_a_trace(error, said, app):
    def fail():
        raise error

    outcome = run(app, fail)

    assert (outcome.exit_code, outcome.stdout, outcome.stderr) == (1, "", said)


def test_a_mistake_of_ours_is_not_dressed_up_as_a_refusal(app):
    def fail():
        raise KeyError("x")

    assert isinstance(run(app, fail).exception, KeyError)


def test_days_are_written_in_any_way_that_names_one():
    for right in ("2026-11-23", "23/11/2026", "23 Nov 2026"):
        assert Day().convert(right, None, None) == date(2026, 11, 23)
    for wrong in ("11/23/2026", "2026-02-30", "besok", ""):
        with pytest.raises(Refusal, match="bukan tanggal"):
            Day().convert(wrong, None, None)


def test_numbers_are_whole():
    assert Whole().convert("-3", None, None) == -3
    for wrong in ("banyak", "1,5", ""):
        with pytest.raises(Refusal, match="bukan bilangan bulat"):
            Whole().convert(wrong, None, None)


def test_text_is_utf_8_with_or_without_its_mark(tmp_path):
    file = tmp_path / "libur.csv"

    file.write_bytes("\ufeffIdulfitri".encode())
    assert text_of(file) == "Idulfitri"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refusal, match="UTF-8"):
        text_of(file)
