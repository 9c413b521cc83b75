"""Lines that fit, pages that turn, nothing lost between them."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from pst.paper.sheet import LEFT, TOP, WIDTH, Sheet, label_of
from tests.paper.reading import pages_of

MADE = datetime(2026, 3, 2, 1, 0)  # Senin
SHEET = Sheet("Contoh", MADE)


@given(st.text(st.sampled_from("aiWM .,–é\n"), max_size=400), st.floats(8, 160))
def test_wrapped_lines_fit_and_keep_every_letter(text, width):
    lines = SHEET.wrapped(text, width, 10)

    assert all(SHEET.width_of(line, 10) <= width or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_word_wider_than_the_line_is_cut():
    lines = SHEET.wrapped("x" * 300, 50, 10)

    assert "".join(lines) == "x" * 300 and len(lines) > 5


def test_long_text_flows_over_pages_and_each_has_its_foot():
    sheet = Sheet("Contoh", MADE, footer=("Contoh", "kanan"))
    for number in range(120):
        sheet.paragraph(f"Alinea {number}.")

    pages = pages_of(sheet.bytes())

    assert len(pages) == 4
    assert [f"Contoh · Halaman {place} dari 4" in page and "kanan" in page for place, page in enumerate(pages, 1)] == [
        True
    ] * 4
    assert all(f"Alinea {number}." in " ".join(pages) for number in range(120))


def test_short_paragraph_is_not_torn():
    sheet = Sheet("Contoh", MADE)
    sheet.y = sheet.floor - 6

    sheet.paragraph("satu\ndua\ntiga")

    assert sheet.pdf.page_no() == 2 and sheet.y > TOP


def test_heading_stays_with_what_follows_and_is_a_bookmark():
    sheet = Sheet("Contoh", MADE)
    sheet.y = sheet.floor - 10
    sheet.heading("Judul bagian")

    sheet.paragraph("isi", x=LEFT, width=WIDTH)

    paper = sheet.bytes()
    assert "Judul bagian isi" in pages_of(paper)[1] and b"/Outlines" in paper


def test_items_are_labelled_with_letters_until_these_run_out():
    assert [label_of(place, "a") for place in (0, 25, 26)] == ["a.", "z.", "27."]
    assert label_of(2, "1") == "3."
