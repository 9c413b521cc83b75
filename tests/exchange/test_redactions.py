"""What lies under a box is gone from the copy: its dots, its text, and what the file said about itself."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from pst.exchange import redactions
from pst.exchange.pdf_pages import page_image
from pst.exchange.redactions import covered, page_seen, pages_of
from pst.exchange.uploads import PDF, UploadRefused
from pst.rules.complaints.redactions import Box
from tests.exchange.test_pdf_pages import a_paper

TOP = Box(2, 0, 0, 1000, 100)


def test_of_a_pdf_only_pictures_are_left_with_the_box_burnt_in():
    ending, copy = covered(a_paper("Nama saksi: Ratna", pages=2), PDF, [TOP])

    assert (ending, [page.extract_text() for page in PdfReader(io.BytesIO(copy)).pages]) == (".pdf", ["", ""])
    first, second = (page_image(copy, number).convert("L") for number in (1, 2))
    strip = (0, 0, second.width, second.height // 10 - 8)
    assert max(second.crop(strip).tobytes()) < 16
    assert min(second.crop((0, second.height // 5, second.width, second.height)).tobytes()) > 200
    assert min(first.tobytes()) < 100 < max(first.crop(strip).tobytes())


@pytest.mark.parametrize("mime", ["image/png", "image/jpeg"])
def test_a_photograph_is_covered_and_stays_what_it_was(mime):
    out = io.BytesIO()
    Image.new("RGB", (200, 100), (255, 255, 255)).save(out, mime.removeprefix("image/").upper())

    ending, copy = covered(out.getvalue(), mime, [Box(1, 500, 0, 1000, 1000)])
    with Image.open(io.BytesIO(copy)) as image:
        seen = image.convert("L")

    assert (Image.MIME[image.format], image.size, ending) == (mime, (200, 100), {"image/png": ".png"}.get(mime, ".jpg"))
    assert max(seen.crop((102, 0, 200, 100)).tobytes()) < 16 and min(seen.crop((0, 0, 90, 100)).tobytes()) > 240


def test_the_page_is_seen_as_the_copy_will_be():
    with Image.open(io.BytesIO(page_seen(a_paper(), PDF, 1, [Box(1, 0, 0, 1000, 1000)]))) as image:
        assert (image.format, max(image.convert("L").tobytes())) == ("PNG", 0)


def test_a_long_file_and_an_office_that_cannot_draw_pages_say_so(monkeypatch):
    assert pages_of(b"", "image/png") == 1
    with pytest.raises(UploadRefused, match="lebih dari 30 halaman"):
        pages_of(a_paper(pages=31), PDF)
    monkeypatch.setattr(redactions, "can_draw", lambda: False)
    with pytest.raises(UploadRefused, match="requirements-signatures"):
        pages_of(a_paper(), PDF)
