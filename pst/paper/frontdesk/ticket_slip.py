"""The queue slip for an 80 mm receipt printer: the number, the place in the queue as QR, and the survey."""

from dataclasses import dataclass
from datetime import datetime

from pst.paper.qr import draw_qr
from pst.paper.sheet import GREY
from pst.paper.slip import Slip

WIDTH, HEIGHT = 80.0, 168.0
"""Millimetres; the printer cuts after the page."""
QR, SMALL_QR = 30.0, 24.0


@dataclass(frozen=True)
class SlipFacts:
    """What the slip says; no name. `survey_url` is empty where there is no survey, `opens` while the desk is open.

    `visit` is the number in the guest book, by which the office finds the visit again.
    """

    office: str
    number: str
    service: str
    when: str
    priority: bool
    place_url: str
    track_url: str
    code: str
    survey_url: str
    visit: str
    contact: str
    opens: str
    made_at: datetime


def ticket_slip_pdf(facts: SlipFacts) -> bytes:
    """One page of 80 mm."""
    slip = Slip(f"Nomor antrean {facts.number}", facts.made_at, WIDTH, HEIGHT)
    slip.centered("Pelayanan Statistik Terpadu", 11, "B", after=0)
    slip.centered(facts.office, 10, after=3)
    slip.centered("Nomor antrean", 10, after=0)
    slip.centered(facts.number, 40, "B", after=0)
    slip.centered(facts.service, 11, "B", after=0.5)
    if facts.priority:
        slip.centered("Didahulukan", 11, "B", after=0.5)
    slip.centered(facts.when, 9, after=3)
    if facts.opens:
        slip.centered(f"Loket buka {facts.opens}", 9, "B", after=3)
    _draw_code(slip, facts.place_url, QR)
    slip.centered("Pindai untuk melihat giliran Anda, atau ketik kode ini di", 8, after=0)
    slip.centered(facts.track_url, 8, after=0.5)
    slip.centered(facts.code, 11, "B", after=3)
    if facts.survey_url:
        _draw_survey(slip, facts.survey_url)
    slip.centered(f"Kunjungan {facts.visit}. Layanan ini gratis.", 8, after=0.5, ink=GREY)
    slip.centered(facts.contact, 8, ink=GREY)
    return slip.bytes()


def _draw_survey(slip: Slip, address: str) -> None:
    slip.rule(slip.y, x=slip.margin, width=slip.width - 2 * slip.margin)
    slip.skip(3)
    slip.centered("Setelah dilayani, nilai kami dengan satu sentuhan", 9, after=2)
    _draw_code(slip, address, SMALL_QR)


def _draw_code(slip: Slip, address: str, size: float) -> None:
    draw_qr(slip, address, (slip.width - size) / 2, slip.y + 1, size)
    slip.y += size + 4
