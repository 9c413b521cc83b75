"""The receipt (tanda terima) for a submission that arrived."""

from pst.paper.letterhead import draw_letterhead
from pst.paper.qr import draw_qr
from pst.paper.sheet import GREY, LEFT, WIDTH, Sheet
from pst.paper.submissions.filled_form import sent_rows
from pst.paper.submissions.form_facts import ReceiptFacts
from pst.paper.tables import draw_table

TITLE = "Tanda terima permohonan rekomendasi kegiatan statistik"
QR_SIZE = 26.0
KEEP = (
    "Perkembangan permohonan dapat dilihat tanpa akun di {url} dengan kode di atas. Simpan kode itu "
    "baik-baik: siapa pun yang memegangnya dapat melihat perkembangan permohonan."
)
FREE = "Layanan ini tidak dipungut biaya. Tanda terima ini dibuat oleh sistem dan tidak memerlukan tanda tangan."


def receipt_pdf(facts: ReceiptFacts) -> bytes:
    """One page: number, code, date, the clock's rule and what happens next."""
    sheet = Sheet(f"{TITLE} {facts.number}", facts.made_at, (f"Permohonan {facts.number}", ""))
    draw_letterhead(sheet, facts.office)
    sheet.paragraph(TITLE, 14, "B")
    draw_table(sheet, (), sent_rows(facts), (3, 7), size=10)
    sheet.heading("Waktu layanan")
    sheet.paragraph(facts.clock_rule)
    sheet.paragraph(facts.due_rule)
    sheet.heading("Apa yang terjadi selanjutnya")
    sheet.items(facts.next_steps)
    _draw_tracking(sheet, facts)
    sheet.paragraph(FREE, 9, ink=GREY)
    return sheet.bytes()


def _draw_tracking(sheet: Sheet, facts: ReceiptFacts) -> None:
    sheet.need(QR_SIZE + 12)
    sheet.skip(4)
    top = sheet.y
    draw_qr(sheet, facts.track_url, LEFT + 4, top, QR_SIZE)
    sheet.paragraph(facts.code, 14, "B", x=LEFT + 42, width=WIDTH - 42)
    sheet.paragraph(KEEP.format(url=facts.track_url), x=LEFT + 42, width=WIDTH - 42)
    sheet.y = max(sheet.y, top + QR_SIZE) + 6
