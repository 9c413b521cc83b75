"""Commands of the catalogue: searching it, and filling it from lists."""

import json
from pathlib import Path

import click
from flask import current_app

from pst import clock
from pst.actions.catalogue.activity_lists import take_list
from pst.actions.catalogue.descriptions import described
from pst.cli.console import Refusal, Whole, command
from pst.exchange.activity_lists import read_list
from pst.exchange.ddi import write_ddi
from pst.models.catalogue.catalogue import Activity
from pst.models.catalogue.likeness import MOST as MOST_ALIKE
from pst.models.catalogue.likeness import alike
from pst.models.narrowing import Wanted
from pst.models.office.settings import the_office
from pst.rules.catalogue.likeness import Design

MOST = 25


@command(
    "search", "Mencari di katalog dengan kata-kata biasa; satu kegiatan satu baris (JSON), yang paling cocok dahulu."
)
@click.argument("words")
@click.option("--year", type=Whole(), default=None, help="Hanya kegiatan tahun ini.")
def search(words: str, year: int | None) -> None:
    """Print what the words find, best first; nothing when nothing fits."""
    filters = {name: value for name, value in (("cari", words), ("tahun", year)) if value}
    wanted = Wanted(filters=filters)
    found = Activity.search(wanted)
    rows = Activity.page(wanted, size=MOST, found=found).rows if found.fitting else []
    for row, score in zip(rows, found.scores, strict=False):
        facts = {"number": row.number, "title": row.title, "agency": row.agency, "year": row.year}
        click.echo(json.dumps({**facts, "score": round(min(score, 1), 3)}, ensure_ascii=False))


@command("import-catalogue", "Mengisi katalog dari daftar kegiatan (CSV atau XLSX); yang meragukan ditandai.")
@click.argument("file", type=click.Path(path_type=Path))
def import_catalogue(file: Path) -> None:
    """Take every row of a list into the catalogue, and say of each what is doubtful."""
    taken = take_list(read_list(file.read_bytes()), None, clock.now())
    for row in taken.doubtful:
        click.echo(f"Baris {row.line} diambil dengan tanda: {row.title}: {' '.join(row.doubts)}")
    for row in taken.known:
        click.echo(f"Baris {row.line} sudah ada dalam katalog: {row.title}")
    for row in taken.untitled:
        click.echo(f"Baris {row.line} tidak diambil karena tanpa judul: {row.written}")
    click.echo(f"{len(taken.new)} kegiatan ditambahkan, {len(taken.doubtful)} di antaranya perlu diperbaiki.")


@command("similar", "Mencari kegiatan yang serupa dengan judul TITLE (JSON: nomor, judul, nilai, alasan).")
@click.argument("title")
@click.option("--variables", default="", help="Variabelnya, dipisah titik koma.")
@click.option("--limit", type=Whole(), default=MOST_ALIKE, help="Paling banyak sekian kegiatan.")
def similar(title: str, variables: str, limit: int) -> None:
    """Print what is alike in the catalogue and among what is pending, nearest first."""
    names = tuple(part.strip() for part in variables.split(";") if part.strip())
    found = [
        {"number": each.number, "title": each.title, "score": each.score, "reason": each.reason}
        for each in alike(Design(title, names), the_office().everyday_words, limit)
    ]
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


@command("export-ddi", "Mencetak kegiatan NUMBER dari katalog sebagai DDI-Codebook 2.5 (XML).")
@click.argument("number")
def export_ddi(number: str) -> None:
    """Print one activity of the catalogue as a codebook."""
    activity = Activity.known_as(number.strip().upper())
    if activity is None:
        raise Refusal(f"Tidak ada kegiatan bernomor {number} dalam katalog.")
    site = current_app.extensions["pst_config"].site
    click.echo(write_ddi(described(activity, site, the_office().office_name)), nl=False)


COMMANDS = (search, similar, import_catalogue, export_ddi)
