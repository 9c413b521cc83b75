"""Two PDFs beside each other: the same pages, the same words, or something else."""

import io

from fpdf import FPDF
from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import FreeText

from pst.exchange.pdf_pages import OTHER, SAME, SAME_TEXT, TALLEST, WIDEST, can_draw, likeness, page_count, page_picture
from tests.exchange.certificates import signed


def a_paper(text: str = "Surat Nomor 1", pages: int = 1, size: int = 12) -> bytes:
    paper = FPDF()
    for _ in range(pages):
        paper.add_page()
        paper.set_font("Helvetica", size=size)
        paper.cell(text=text)
    return bytes(paper.output())


def with_a_note(content: bytes) -> bytes:
    """The same file with a note over its words."""
    writer, out = PdfWriter(clone_from=io.BytesIO(content)), io.BytesIO()
    writer.add_annotation(0, FreeText(text="Layak", rect=(50, 550, 200, 650)))
    writer.write(out)
    return out.getvalue()


def test_a_signature_at_the_end_leaves_every_page_as_it_was():
    assert likeness(a_paper(pages=2), signed(a_paper(pages=2))) == SAME


def test_the_same_words_drawn_otherwise_are_not_the_same_page():
    assert likeness(a_paper(), a_paper(size=14)) == SAME_TEXT


def test_other_words_and_other_pages_are_something_else():
    original = a_paper()

    assert likeness(original, signed(a_paper("Surat Nomor 2"))) == OTHER
    assert likeness(original, a_paper(pages=2)) == OTHER
    assert likeness(original, b"%PDF-1.7 rusak") == OTHER


def test_a_note_laid_over_the_words_is_seen():
    original = a_paper()

    assert likeness(original, signed(with_a_note(original))) != SAME


def test_pages_are_counted():
    assert page_count(a_paper(pages=3)) == 3


def test_a_page_is_a_picture_that_fits_a_screen():
    drawn = Image.open(io.BytesIO(page_picture(a_paper(pages=2), 2)))

    assert (can_draw(), drawn.width <= WIDEST, drawn.height <= TALLEST, drawn.height > 1000) == (True, True, True, True)
