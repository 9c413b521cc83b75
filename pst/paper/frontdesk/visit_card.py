"""The visit card: whoever shows it need not fill the guest book again."""

from dataclasses import dataclass
from datetime import datetime

from pst.paper.qr import draw_qr
from pst.paper.sheet import GREY
from pst.paper.slip import Slip

WIDTH, HEIGHT = 85.6, 54.0
"""Millimetres: the size of identity and bank cards (ISO/IEC 7810 ID-1)."""
QR = 27.0
TEXT = WIDTH - QR - 16


@dataclass(frozen=True)
class CardFacts:
    """Whose card it is; the QR holds the code alone, nothing about the person."""

    office: str
    name: str
    code: str
    made_at: datetime


def visit_card_pdf(facts: CardFacts) -> bytes:
    """One page of a card's size."""
    card = Slip("Kartu kunjungan", facts.made_at, WIDTH, HEIGHT)
    top = card.y
    draw_qr(card, facts.code, WIDTH - QR - 6, top + 3, QR)
    _write(card, "Kartu kunjungan", 13, "B", 0.5)
    _write(card, f"PST {facts.office}", 8.5, "", 3)
    _write(card, _first_lines(card, facts.name), 11, "B", 1)
    card.y = top + QR + 6
    card.put(card.margin, card.y, facts.code, 11, "B")
    card.skip(5.5)
    card.put(card.margin, card.y, "Tunjukkan di buku tamu saat berkunjung lagi. Simpan baik-baik.", 7, ink=GREY)
    return card.bytes()


def _write(card: Slip, text: str, size: float, style: str, after: float) -> None:
    card.paragraph(text, size, style, x=card.margin, width=TEXT, after=after)


def _first_lines(card: Slip, name: str) -> str:
    """The name in at most two lines."""
    lines = card.wrapped(name, TEXT, 11, "B")
    return "\n".join(lines[:2]) + ("…" if len(lines) > 2 else "")
