"""What the office keeps in the catalogue itself: activities that no letter of ours recommends.

They come by hand or from lists; they are added, mended, merged and taken out. Those of letters follow their letter.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pst.actions import audit, lists
from pst.actions.catalogue.activity_lists import SAME_AS
from pst.actions.catalogue.catalogue import forget_words, index_activity, next_number
from pst.exchange.activity_lists import DOUBTS, LABELS
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.catalogue.catalogue import METHOD_LABELS, SECTOR_LABELS, Activity, FormerNumber
from pst.rules.items import Item, shaped
from pst.rules.refusals import Refusal

FOLLOWS_LETTER = "Kegiatan ini mengikuti surat rekomendasinya; ubah suratnya."
FILLED = ("agency", "year", "method", "sector", "region", "identity_number", "purpose", "variables")
"""What one that stays takes over where it says nothing itself."""


def merge(gone: Activity, into: Activity, actor: User, at: datetime) -> None:
    """Two rows are one activity: `into` stays, takes over what it lacks, keeps what the other was written as, and is
    reached by its number.

    One that follows a letter takes over no answers, since its letter says them. Raises `Refusal`.
    """
    with write():
        gone, into = (lists.still_there(ACTIVITIES, each) for each in (gone, into))
        if gone.id == into.id or gone.submission_id:
            raise Refusal("Yang dapat hilang hanya baris yang tidak mengikuti surat, ke dalam kegiatan lain.")
        lacking = [] if into.submission_id else [name for name in FILLED if not getattr(into, name)]
        for name in lacking:
            setattr(into, name, getattr(gone, name))
        into.written = "\n".join(filter(None, (into.written, f"Dari {gone.number}:", gone.written or gone.title)))
        into.doubts = _left(into.doubts, [name for name in lacking if getattr(into, name)], gone.number)
        into.save()
        forget_words(gone)
        FormerNumber.lead(gone, into)
        gone.delete_instance()
        index_activity(into)
        audit.record(ACTIVITIES.noun, str(gone.id), "merge", actor, at, facts={"name": gone.title, "into": into.number})


def take_out(row: Activity, actor: User, at: datetime, seen: str = "") -> None:
    """It should not be in the catalogue. Raises what `lists.remove` raises."""
    with write():
        lists.remove(ACTIVITIES, row, actor, at, seen)
        forget_words(row)


def as_kept(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, its year as a number."""
    return {**typed, "year": int(typed["year"]) if typed["year"] else None}


def _guard(row: Activity, before: Mapping[str, object]) -> None:
    """A new one gets its number; what was mended is no longer doubted."""
    _refuse_of_letter(row)
    if not before:
        row.number = next_number()
        row.doubts = "\n".join(doubt for name, doubt in DOUBTS.items() if not getattr(row, name))
        return
    row.doubts = _left(row.doubts, [name for name in LABELS if getattr(row, name) != before[name]])


def _left(doubts: str, mended: list[str], merged: str = "") -> str:
    """The doubts that are not about what was mended, nor about one that was merged."""
    gone = (*(LABELS[name].capitalize() for name in mended), *([f"{SAME_AS}{merged}."] if merged else ()))
    return "\n".join(line for line in doubts.splitlines() if not line.startswith(gone))


def _refuse_of_letter(row: Activity) -> None:
    if row.submission_id:
        raise Refusal(FOLLOWS_LETTER)


ACTIVITIES = lists.Kind(
    noun="activity",
    table=Activity,
    items=(
        Item("title", "Judul kegiatan", required=True, limit=300, error="Tuliskan judul kegiatannya."),
        Item("agency", "Instansi penyelenggara"),
        Item(
            "year",
            "Tahun",
            limit=4,
            help="Kosongkan bila kegiatannya tidak menyebut satu tahun.",
            check=shaped(r"(19|20)[0-9]{2}", "Tulis satu tahun, misalnya 2025."),
        ),
        Item("method", "Cara pengumpulan data", "select", (("", "Tidak disebut"), *METHOD_LABELS.items())),
        Item("sector", "Sektor", "select", (("", "Tidak disebut"), *SECTOR_LABELS.items())),
        Item("region", "Wilayah", limit=300),
        Item("identity_number", "Identitas rekomendasi", limit=40),
        Item("purpose", "Tujuan", "longtext", limit=8000),
        Item("variables", "Variabel", "longtext", limit=8000, help="Satu baris satu variabel."),
        Item(
            "doubts",
            "Masih perlu diperbaiki",
            "longtext",
            limit=2000,
            help="Satu baris satu hal. Yang isiannya Anda betulkan hilang sendiri; hapus juga yang memang tidak dapat "
            "diketahui lagi.",
        ),
    ),
    gone=lambda event: (
        f"Kegiatan ini sudah digabungkan ke {event.facts['into']} oleh {event.actor_name}."
        if event.verb == "merge"
        else f"Kegiatan ini sudah dihapus oleh {event.actor_name}."
    ),
    guard=_guard,
    guard_removal=_refuse_of_letter,
    follow=lambda row, changed: index_activity(row),
)
