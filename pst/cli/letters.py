"""Commands of the letters: the register, and taking over a book that was kept elsewhere."""

import hashlib
from pathlib import Path

import click

from pst import clock
from pst.actions.letters import book_import, stamping
from pst.actions.letters.verification import by_code, signer_of, verified
from pst.cli.console import Refusal, command
from pst.disk import write_whole
from pst.exchange.csv_lines import BYTE_ORDER_MARK, csv_lines
from pst.models.letters.letters import Letter
from pst.models.narrowing import Wanted
from pst.rules.letters.stamps import STAMPED
from pst.rules.numbering import recognise
from pst.rules.wording import long_date
from pst.views.letters.letter_register import REGISTER
from pst.views.letters.published import published_files
from pst.web.instance import the_stamp_keys
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


@command("verify-letter", "Memeriksa surat dari BERKAS PDF, atau dari kode, nomor, identitas, atau isi QR-nya.")
@click.argument("what", metavar="BERKAS|KODE")
def verify_letter(what: str) -> None:
    """Print what a letter is, who signed it, its fingerprint and what its stamps are worth; leave with one where it is
    none of ours, or was changed.
    """
    keys, sha256 = the_stamp_keys(), ""
    text = STAMPED.fullmatch(what.strip())
    if text is None and Path(what).is_file():
        content = Path(what).read_bytes()
        sha256, (stamp, _) = hashlib.sha256(content).hexdigest(), stamping.check_file(content, keys)
        letter = Letter.by_file(sha256)
    else:
        stamp, _ = stamping.check_text(what, keys)
        code = text[1].rstrip("#").rpartition("/")[2] if text else what
        letter = by_code(code) or Letter.by_number(recognise(code)[1])
    told = {f"Segel pada {'berkas' if sha256 else 'QR'} ini": stamping.VERDICTS[stamp]} if sha256 or text else {}
    if letter is not None:
        kept = stamping.check_words(letter.facts, keys)
        told = {**_told(letter, sha256), "Segel surat": stamping.VERDICTS[kept], **told}
        stamp = kept if kept in stamping.BAD else stamp
    click.echo("\n".join(f"{label}: {value}" for label, value in told.items() if value))
    if letter is None or stamp in stamping.BAD:
        raise Refusal("Ini bukan surat yang pernah terbit di sini." if letter is None else "Segelnya tidak cocok.")


def _told(letter: Letter, sha256: str) -> dict[str, str]:
    seen = verified(letter, clock.today(), sha256)
    person = seen.facts.signatory
    return {
        "Surat": seen.verdict,
        "Keadaan": seen.state_told,
        "Berkas": seen.compared,
        "Nomor": letter.number,
        "Tanggal": long_date(letter.issued_on),
        "Hal": seen.subject,
        "Instansi": seen.facts.activity.agency,
        "Hasil": seen.outcome,
        "Disahkan oleh": f"{person.name}, {' '.join(person.title.rstrip(',').split())}",
        "Penandatanganan": seen.signing,
        "Penanda tangan elektronik": signer_of(letter),
        "SHA-256": letter.signed_file or letter.file_id,
    }


COMMANDS = (letters, import_letters, export_verification, verify_letter)
