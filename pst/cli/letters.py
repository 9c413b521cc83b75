"""Commands of the letters: the register, and taking over a book that was kept elsewhere."""

from pathlib import Path

import click

from pst import clock
from pst.actions.letters import book_import
from pst.cli.console import command
from pst.disk import write_whole
from pst.exchange.csv_lines import BYTE_ORDER_MARK, csv_lines
from pst.models.narrowing import Wanted
from pst.views.letters.letter_register import REGISTER
from pst.views.letters.published import published_files
from pst.web.registers import table_of


@command("letters", "Mencetak register surat sebagai CSV.")
def letters() -> None:
    """Print the register of letters as CSV."""
    for line in csv_lines(*table_of(REGISTER, Wanted())):
        click.echo(line.removeprefix(BYTE_ORDER_MARK), nl=False)


@command("import-letters", "Mengambil buku surat lama (CSV atau XLSX); tanpa --yes hanya memperlihatkannya.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Ambil; tanpa ini tidak ada yang disimpan.")
def import_letters(file: Path, yes: bool) -> None:
    """Say of every row what is odd, and with --yes take them all."""
    content = file.read_bytes()
    found = book_import.take(content, None, clock.now()) if yes else book_import.look_over(content)
    for row in (*found.unusable, *found.odd):
        click.echo(f"Baris {row.line}: {row.number or row.place or '–'}: {' '.join(row.doubts)}")
    taken = "diambil" if yes else "dapat diambil (ulangi dengan --yes)"
    click.echo(
        f"{len(found.new)} baris {taken}, {len(found.known)} sudah ada, {len(found.unusable)} tidak dapat dibaca."
    )


@command("export-verification", "Menulis ke FOLDER halaman verifikasi tanpa server, daftar surat, dan kunci umumnya.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export_verification(folder: Path) -> None:
    """Write what the office puts on its public site or on a stick, over what lies there from before."""
    for name, content in published_files().items():
        write_whole(folder / name, content.encode())
        click.echo(folder / name)


COMMANDS = (letters, import_letters, export_verification)
