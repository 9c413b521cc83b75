"""The sentences officers use again in remarks; remarks already written with one stay as they are."""

from pst.actions.lists import Kind
from pst.models.review.remarks import RemarkTemplate
from pst.questionnaires.shelf import CURRENT
from pst.rules.items import Item

BLOCKS = (("", "Semua blok"), *((str(block.number), block.title) for block in CURRENT.blocks))

SENTENCES = Kind(
    noun="sentence",
    table=RemarkTemplate,
    items=(
        Item("block", "Dipakai pada", "key", BLOCKS, required=True),
        Item("heading", "Pokok", required=True, limit=80, error="Tuliskan pokoknya, misalnya Jadwal."),
        Item("text", "Kalimat", "longtext", required=True, limit=1000, error="Tuliskan kalimatnya."),
    ),
    gone=lambda event: f"Kalimat ini sudah dihapus oleh {event.actor_name}.",
)
