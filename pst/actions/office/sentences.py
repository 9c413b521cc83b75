"""The office's ready sentences; what was written with one stays as it is."""

from collections.abc import Mapping

from pst.actions.lists import Kind
from pst.models.office.sentences import Sentence
from pst.models.review.remarks import Remark
from pst.questionnaires.shelf import CURRENT
from pst.rules.items import Item
from pst.rules.office.sentences import KINDS, USES, rule_ids, whole
from pst.rules.refusals import Refusal

BLOCKS = (("", "Semua blok"), *((str(block.number), block.title) for block in CURRENT.blocks))
STANDING = ("alike", "basis", "duty", "closing")
"""Kinds that a letter may begin with."""


def _guard(row: Sentence, before: Mapping[str, object]) -> None:
    """Another wording is another version."""
    if row.use == "standing" and row.kind not in STANDING:
        raise Refusal(
            "Hanya kegiatan serupa, dasar hukum, kewajiban, dan penutup yang langsung ada pada setiap naskah.", "use"
        )
    if before and any(before[name] != getattr(row, name) for name in ("kind", "text", "done")):
        row.version += 1


def _refuse_used(row: Sentence) -> None:
    if Remark.select().where(Remark.sentence == row.id).exists():
        raise Refusal(
            "Kalimat ini sudah dipakai pada catatan dan ikut dihitung pada laporan temuan. "
            f"Pilih “{USES['retired']}” agar tidak ditawarkan lagi."
        )


SENTENCES = Kind(
    noun="sentence",
    table=Sentence,
    items=(
        Item("kind", "Jenis", "select", tuple(KINDS.items()), default="condition", required=True),
        Item("block", "Dipakai pada", "key", BLOCKS, required=True),
        Item("heading", "Pokok", required=True, limit=80, error="Tuliskan pokoknya, misalnya Jadwal."),
        Item(
            "text",
            "Kalimat",
            "longtext",
            required=True,
            limit=1000,
            error="Tuliskan kalimatnya.",
            help="Yang diisi nanti ditulis dalam kurung kurawal, misalnya {tanggal}. Pada naskah surat terisi sendiri: "
            "{judul}, {instansi}, {tahun}, {kantor}, {telepon}, {surel}; pada kalimat kegiatan serupa juga "
            "{kegiatan}, {penyelenggara}, {jawaban}.",
        ),
        Item(
            "done",
            "Bila sudah dipenuhi",
            "longtext",
            limit=1000,
            help="Yang ditulis surat tentang catatan yang sudah selesai, misalnya: Judul telah menyebut wilayahnya.",
            check=whole,
        ),
        Item(
            "rules",
            "Disarankan bila rancangan melanggar",
            limit=200,
            help="Nomor temuan rancangan dipisahkan spasi, misalnya D-III-06 R-III-09.",
            check=rule_ids,
        ),
        Item("use", "Pemakaian", "select", tuple(USES.items()), default="offered", required=True),
    ),
    gone=lambda event: f"Kalimat ini sudah dihapus oleh {event.actor_name}.",
    guard=_guard,
    guard_removal=_refuse_used,
)
