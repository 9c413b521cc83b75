"""A book of letters that was kept elsewhere: looked over, then taken."""

from collections.abc import Iterator

from flask import Blueprint, url_for

from pst.actions.letters import book_import
from pst.actions.letters.book_import import LookedOver
from pst.rules import wording
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.taken_lists import TakenList, Told, serve_taking

blueprint = Blueprint("book_import", __name__, url_prefix="/petugas/surat/buku")


def _told(found: LookedOver) -> Iterator[str]:
    new, odd = len(found.new), len(found.odd)
    yield (
        f"{new} baris akan diambil, {odd} di antaranya dengan catatan dan {new - odd} tanpa catatan, yang diambil apa "
        f"adanya; {len(found.known)} baris sudah ada pada register."
    )
    if found.following:
        numbers = ", ".join(f"{number} (tahun {year})" for year, number in found.following.items())
        yield f"Nomor berikutnya sesudahnya: {numbers}, atau lebih tinggi bila register sudah melewatinya."


def _tables(found: LookedOver) -> list[Told]:
    return [("Baris yang tidak dapat diambil", "unusable", found.unusable), ("Baris dengan catatan", "odd", found.odd)]


OLD_BOOK = TakenList(
    title="Ambil buku surat lama",
    about=(
        "Buku surat keluar yang selama ini disimpan di berkas lain. Setiap baris diperiksa dahulu: baris yang perlu "
        "Anda ketahui diperlihatkan dengan catatannya, baris tanpa catatan dihitung dan diambil apa adanya. Belum ada "
        "yang disimpan sebelum Anda menyetujuinya. Penomoran dilanjutkan sesudah nomor tertinggi.",
        "Kolom yang dikenal: nomor urut, tanggal, tujuan, kode klasifikasi, nomor surat, perihal, keterangan. "
        "Yang wajib hanya nomor surat.",
    ),
    look_over=book_import.look_over,
    take=book_import.take,
    new=lambda found: len(found.new),
    told=_told,
    columns=(
        ("Nomor", lambda row: row.number or row.place),
        ("Tanggal", lambda row: wording.long_date(row.dated) if row.dated else ""),
        ("Perihal", lambda row: row.subject),
        ("Yang perlu diketahui", lambda row: " ".join(row.doubts)),
    ),
    tables=_tables,
    done=lambda found: (url_for("letter_register.index"), f"{len(found.new)} baris buku surat diambil."),
    trail=lambda: [("Register surat", url_for("letter_register.index")), ("Ambil buku lama", "")],
)
serve_taking(blueprint, "/impor", OLD_BOOK, roles(Role.OFFICER, Role.HEAD))
