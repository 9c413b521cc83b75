"""A file drawn anew with black boxes burnt in: what lay under them is gone, and so is the text behind the page."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pst.exchange.pdf_pages import TALLEST, WIDEST, can_draw, page_count, page_image
from pst.exchange.traces import ENDINGS
from pst.exchange.uploads import ONE_PICTURE, PDF, UploadRefused
from pst.rules.complaints.redactions import Box

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS_AN_INCH = 150
PAPER = 1240, 1754
"""Dots of a page: A4 at 150 dots an inch."""
MOST_PAGES = 30
NO_DRAWING = "Halaman PDF belum dapat digambar di sini: pasang requirements-signatures.txt pada server."


def pages_of(content: bytes, mime: str) -> int:
    """How many pages can be covered; a picture is one. Raises `UploadRefused`."""
    if mime != PDF:
        return 1
    if not can_draw():
        raise UploadRefused(NO_DRAWING)
    pages = page_count(content)
    if pages > MOST_PAGES:
        raise UploadRefused(f"PDF itu lebih dari {MOST_PAGES} halaman. Pecah dahulu berkasnya.")
    return pages


def page_seen(content: bytes, mime: str, page: int, boxes: Iterable[Box]) -> bytes:
    """One page as a PNG that fits a screen, its boxes black as they will be."""
    image = _covered(_page(content, mime, page, (WIDEST, TALLEST)), page, boxes)
    image.thumbnail((WIDEST, TALLEST))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def covered(content: bytes, mime: str, boxes: Iterable[Box]) -> tuple[str, bytes]:
    """(ending, content) of the copy: pictures alone, of which nothing under a box is left. Raises `UploadRefused`."""
    boxes, pages = list(boxes), range(1, pages_of(content, mime) + 1)
    if mime != PDF:
        return ENDINGS[mime], _picture(_covered(_page(content, mime, 1, PAPER), 1, boxes), mime)
    return ENDINGS[PDF], _paper(_covered(_page(content, mime, page, PAPER), page, boxes) for page in pages)


def _page(content: bytes, mime: str, page: int, dots: tuple[int, int]) -> "Image":
    from PIL import Image

    if mime == PDF:
        return page_image(content, page, *dots)
    with ONE_PICTURE, Image.open(io.BytesIO(content)) as image:
        return image.convert("RGB")


def _covered(image: "Image", page: int, boxes: Iterable[Box]) -> "Image":
    for box in boxes:
        if box.page == page:
            image.paste((0, 0, 0), box.on(*image.size))
    return image


def _picture(image: "Image", mime: str) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG" if mime == "image/jpeg" else "PNG", quality=88)
    return out.getvalue()


def _paper(images: Iterable["Image"]) -> bytes:
    """A PDF of pictures, one at a time: thirty decoded pages would hold two hundred megabytes."""
    from fpdf import FPDF

    paper = FPDF(unit="pt")
    for image in images:
        width, height = (dots * 72 / DOTS_AN_INCH for dots in image.size)
        paper.add_page(format=(width, height))
        paper.image(io.BytesIO(_picture(image, "image/jpeg")), 0, 0, width, height)
    return bytes(paper.output())
