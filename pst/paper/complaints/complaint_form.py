"""The blank complaint form for the box: a form to fill in, and a stub with the secret code to tear off and keep."""

from pst.paper.complaints.complaint_facts import BlankForm, FormFacts
from pst.paper.letterhead import draw_letterhead
from pst.paper.qr import draw_qr
from pst.paper.sheet import GREY, LEFT, PAGE_WIDTH, WIDTH, Sheet, line_height

TITLE = "Formulir pengaduan, saran, dan pertanyaan"
STUB_HEIGHT = 56.0
QR_SIZE = 32.0
LINES = (
    ("Apa yang terjadi atau apa saran Anda?", 9),
    ("Kapan dan di mana? Layanan apa?", 2),
    ("Siapa yang terkait? (tidak wajib)", 1),
    ("Apa yang Anda harapkan?", 2),
)
"""What is asked, and how many lines there are to write on."""
LINE_GAP = 8.2
PROMISE = (
    "Anda tidak perlu menulis nama. Orang yang diadukan tidak dapat membaca lembar ini di sistem kami. Pengaduan dan "
    "tindak lanjutnya tidak dipungut biaya."
)
STUB = (
    "Simpan potongan ini. Setelah kotak dibuka (paling sedikit seminggu sekali), jawaban dapat dibaca dengan kode ini, "
    "tanpa nama dan tanpa akun: pindai kode QR, atau ketik kodenya di {url}, atau tunjukkan potongan ini di meja PST."
)
SECRET = "Siapa pun yang memegang kode ini dapat membaca percakapannya."


def forms_pdf(facts: FormFacts) -> bytes:
    """One page for each form of the batch."""
    first, last = facts.forms[0].number, facts.forms[-1].number
    sheet = Sheet(f"{TITLE} {first} sampai {last}", facts.made_at, (facts.office.full_name, ""))
    for place, form in enumerate(facts.forms):
        if place:
            sheet.turn()
        _draw_form(sheet, facts, form)
        _draw_stub(sheet, facts, form)
    return sheet.bytes()


def _draw_form(sheet: Sheet, facts: FormFacts, form: BlankForm) -> None:
    draw_letterhead(sheet, facts.office)
    sheet.skip(-3)
    sheet.put(LEFT + WIDTH - sheet.width_of(form.number, 11, "B"), sheet.y + 1, form.number, 11, "B")
    sheet.paragraph(TITLE, 14, "B", after=1)
    sheet.paragraph(PROMISE, 9.5, after=1.5, ink=GREY)
    _boxes(sheet, ("Pengaduan", "Saran atau aspirasi", "Pertanyaan"))
    for question, lines in LINES:
        sheet.paragraph(question, 10.5, "B", after=0)
        for _ in range(lines):
            sheet.y += LINE_GAP
            sheet.rule(sheet.y, 0.15)
        sheet.skip(2.6)


def _boxes(sheet: Sheet, labels: tuple[str, ...]) -> None:
    """Squares to tick, side by side."""
    x = LEFT
    sheet.pdf.set_draw_color(*GREY)
    sheet.pdf.set_line_width(0.3)
    for label in labels:
        sheet.pdf.rect(x, sheet.y + 0.4, 4, 4)
        sheet.put(x + 6, sheet.y, label, 10.5)
        x += 14 + sheet.width_of(label, 10.5)
    sheet.skip(line_height(10.5) + 2.5)


def _draw_stub(sheet: Sheet, facts: FormFacts, form: BlankForm) -> None:
    """The stub stands at the foot of the page, whatever was drawn above."""
    top = sheet.floor - STUB_HEIGHT
    _cut_line(sheet, top)
    sheet.y = top + 5
    draw_qr(sheet, form.url, LEFT + 2, sheet.y + 5, QR_SIZE)
    x, width = LEFT + QR_SIZE + 10, WIDTH - QR_SIZE - 10
    sheet.paragraph(f"Untuk Anda · formulir {form.number}", 10, "B", x, width, after=1)
    sheet.paragraph(form.code, 17, "B", x, width, after=1)
    sheet.paragraph(STUB.format(url=facts.track_url), 9, "", x, width, after=1)
    sheet.paragraph(SECRET, 9, "B", x, width, after=1)
    reach = f"Bertanya: {facts.office.phone}" + (f", WhatsApp {facts.whatsapp}" if facts.whatsapp else "")
    sheet.paragraph(reach, 8.5, "", x, width, after=0, ink=GREY)


def _cut_line(sheet: Sheet, y: float) -> None:
    sheet.pdf.set_draw_color(*GREY)
    sheet.pdf.set_line_width(0.3)
    sheet.pdf.set_dash_pattern(dash=2, gap=1.5)
    sheet.pdf.line(8, y, PAGE_WIDTH - 8, y)
    sheet.pdf.set_dash_pattern()
    words = "gunting atau sobek di sini"
    sheet.put(PAGE_WIDTH - 8 - sheet.width_of(words, 7.5), y + 0.8, words, 7.5, ink=GREY)
