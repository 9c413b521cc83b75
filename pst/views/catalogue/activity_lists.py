"""A list of activities that the office has elsewhere: looked over row by row, then taken into the catalogue."""

from typing import Any

from flask import Blueprint, url_for

from pst.actions.catalogue.activity_lists import Taken, sorted_out, take_list
from pst.exchange.activity_lists import read_list
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.taken_lists import TakenList, Told, serve_taking

blueprint = Blueprint("activity_lists", __name__, url_prefix="/petugas/katalog")


def _told(found: Taken) -> list[str]:
    return [
        f"{len(found.new)} kegiatan akan ditambahkan, {len(found.doubtful)} di antaranya ditandai untuk diperbaiki; "
        f"{len(found.known)} sudah ada dalam katalog atau daftar ini; "
        f"{len(found.untitled)} tidak diambil karena tanpa judul."
    ]


def _tables(found: Taken) -> list[Told]:
    return [
        ("Tidak diambil: tanpa judul", "untitled", found.untitled),
        ("Diambil, lalu perlu diperbaiki", "doubtful", found.doubtful),
        ("Sudah ada dalam katalog atau daftar ini", "known", found.known),
    ]


def _done(taken: Taken) -> tuple[str, str]:
    narrowed: dict[str, Any] = {"perlu-diperbaiki": 1} if taken.doubtful else {}
    words = f"{len(taken.new)} kegiatan ditambahkan, {len(taken.doubtful)} di antaranya perlu diperbaiki."
    return url_for("activities.index", **narrowed), words


ACTIVITY_LIST = TakenList(
    title="Ambil daftar kegiatan",
    about=(
        "Kegiatan yang selama ini dicatat di berkas lain. Setiap baris diambil seperti tertulis; yang tidak jelas "
        "diperlihatkan dahulu dan ditandai untuk diperbaiki. Belum ada yang disimpan sebelum Anda menyetujuinya.",
        "Kolom yang dikenal: judul, instansi, tahun, cara pengumpulan, sektor, wilayah, identitas, tujuan, variabel. "
        "Yang wajib hanya judul; kolom lain disimpan bersama barisnya. Paling banyak 5.000 baris.",
    ),
    look_over=lambda content: sorted_out(read_list(content)),
    take=lambda content, actor, at: take_list(read_list(content), actor, at),
    new=lambda found: len(found.new),
    told=_told,
    columns=(
        ("Judul", lambda row: row.title or row.written),
        ("Instansi", lambda row: row.agency),
        ("Tahun", lambda row: row.year),
        ("Yang perlu diketahui", lambda row: " ".join(row.doubts)),
    ),
    tables=_tables,
    done=_done,
    trail=lambda: [
        ("Katalog", url_for("catalogue.index")),
        ("Kelola", url_for("activities.index")),
        ("Ambil daftar", ""),
    ],
    unit="kegiatan",
)
serve_taking(blueprint, "/impor", ACTIVITY_LIST, roles(Role.OFFICER, Role.HEAD, Role.ADMIN))
