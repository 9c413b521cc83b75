"""What the lists of agencies and of people say of themselves when they come from a file."""

from collections.abc import Callable
from typing import Any

from flask import url_for

from pst.actions.office import list_files
from pst.actions.office.list_files import AGENCY_LIST, PEOPLE_LIST, ListFile, LookedOver
from pst.rules.items import Item
from pst.rules.review.labels import ROLE_LABELS
from pst.web.taken_lists import TakenList, Told

SHOWN_FIRST = "Setiap baris diperiksa dan diperlihatkan dahulu. Belum ada yang disimpan sebelum Anda menyetujuinya."


def from_file(kind: ListFile, title: str, home: str, about: str, proven: bool = False) -> TakenList:
    """The list of this kind; `home` is the endpoint of its own page."""
    asked = ", ".join(item.label for item in kind.items).lower()
    return TakenList(
        title=f"{title} dari berkas",
        about=(
            SHOWN_FIRST,
            about,
            f"Kolom yang dikenal: {asked}. Urutannya bebas; paling banyak {list_files.MOST} baris.",
        ),
        look_over=lambda content: list_files.look_over(kind, content),
        take=lambda content, actor, at: list_files.take(kind, content, actor, at),
        new=lambda found: len(found.new),
        told=_told,
        columns=(*((item.label, _value(item)) for item in kind.items), ("Yang perlu diketahui", lambda row: row.why)),
        tables=_tables,
        done=lambda found: (url_for(home), f"{len(found.new)} baris diambil."),
        trail=lambda: [("Kantor", url_for("office.index")), (title, url_for(home)), ("Dari berkas", "")],
        proven=proven,
    )


def _told(found: LookedOver) -> list[str]:
    return [f"{len(found.new)} baris baru; {len(found.known)} baris sudah ada dan tidak diambil lagi."]


def _tables(found: LookedOver) -> list[Told]:
    return [
        ("Baris yang tidak dapat diambil", "unusable", found.unusable),
        ("Baris yang akan diambil", "new", found.new),
    ]


def _value(item: Item) -> Callable[[Any], str]:
    def words(row: Any) -> str:
        value = row.values[item.code]
        if isinstance(value, list):
            return ", ".join(ROLE_LABELS[role] for role in value)
        return str(getattr(value, "name", value) or "")

    return words


AGENCIES_FROM_FILE = from_file(AGENCY_LIST, "Instansi", "agencies.index", "Pemohon dapat memilihnya seketika.")
PEOPLE_FROM_FILE = from_file(
    PEOPLE_LIST,
    "Pengguna",
    "people.index",
    "Setiap orang mendapat surel undangan untuk menetapkan kata sandinya. Instansinya harus sudah ada dalam daftar "
    "instansi. Peran: pemohon, petugas, kepala, atau admin; kosong berarti pemohon.",
    proven=True,
)
