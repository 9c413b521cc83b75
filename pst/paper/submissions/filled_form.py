"""The applicant's copy of the form as it was sent."""

from itertools import groupby

from pst.paper.letterhead import draw_letterhead
from pst.paper.sheet import GREY, Sheet
from pst.paper.submissions.form_facts import FilledFormFacts, FormBlock, FormRow, FormTable, ReceiptFacts
from pst.paper.tables import draw_table

TITLE = "Salinan isian permohonan rekomendasi kegiatan statistik"
BLANK = "(tidak diisi)"
NOTE = (
    "Salinan ini dibuat oleh sistem dari isian yang dikirim, tanpa diubah. Perkembangan permohonan dapat "
    "dilihat di {url} dengan kode {code}. Simpan kode itu baik-baik: siapa pun yang memegangnya dapat "
    "melihat perkembangan permohonan."
)
SHARES = (10, 42, 78)
SIZE = 9.0


def filled_form_pdf(facts: FilledFormFacts) -> bytes:
    """Every question asked and its answer, PDF/A-3U, byte-identical for equal facts."""
    sheet = Sheet(
        f"{TITLE} {facts.number}", facts.made_at, (f"Permohonan {facts.number}, kiriman ke-{facts.revision}", "")
    )
    draw_letterhead(sheet, facts.office)
    sheet.paragraph(TITLE, 14, "B")
    draw_table(sheet, (), sent_rows(facts), (3, 7))
    sheet.paragraph(NOTE.format(url=facts.track_url, code=facts.code), SIZE, ink=GREY)
    for block in facts.blocks:
        _draw_block(sheet, block)
    return sheet.bytes()


def sent_rows(facts: FilledFormFacts | ReceiptFacts) -> tuple[tuple[str, str], ...]:
    """What was sent, by whom, when: the same for the copy and for the receipt."""
    return (
        ("Nomor permohonan", facts.number),
        ("Kode pelacakan", facts.code),
        ("Judul kegiatan", facts.title),
        ("Instansi", facts.agency),
        ("Pemohon", facts.applicant),
        ("Dikirim", f"{facts.sent_at} (kiriman ke-{facts.revision})"),
    )


def _draw_block(sheet: Sheet, block: FormBlock) -> None:
    """Texts of neighbouring questions share one table; an answer made of rows is a table of its own."""
    sheet.heading(block.title)
    for is_table, rows in groupby(block.rows, key=lambda row: isinstance(row.answer, FormTable)):
        if is_table:
            for row in rows:
                _draw_rows_answer(sheet, row)
        else:
            draw_table(sheet, (), [_cells(row) for row in rows], SHARES, SIZE)


def _cells(row: FormRow) -> tuple[str, str, str]:
    return row.number, row.label, str(row.answer).strip() or BLANK


def _draw_rows_answer(sheet: Sheet, row: FormRow) -> None:
    table = row.answer
    assert isinstance(table, FormTable)
    sheet.need(20)
    sheet.paragraph(f"{row.number} {row.label}".strip(), SIZE, "B", after=1)
    if table.rows:
        draw_table(sheet, table.heads, table.rows, size=SIZE)
    else:
        sheet.paragraph(BLANK, SIZE)
