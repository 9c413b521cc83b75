"""A QR inside a page: read back, said to screen readers, and without anything the content policy forbids."""

import xml.etree.ElementTree as ET

import zxingcpp
from PIL import Image, ImageDraw

from pst.web.qr import qr_svg

ADDRESS = "http://pst.test/antrean/7KMP-2QXA-W9DT-3HFB?a=1&b=2"


def test_the_drawing_is_read_back():
    assert [code.text for code in zxingcpp.read_barcodes(drawn(qr_svg(ADDRESS, "QR giliran")))] == [ADDRESS]


def test_it_has_a_role_and_a_name_and_nothing_inline():
    drawing = qr_svg(ADDRESS, "QR <giliran> Anda")
    picture = ET.fromstring(drawing)

    assert (picture.get("role"), picture.get("aria-label")) == ("img", "QR <giliran> Anda")
    assert "style=" not in drawing and "<giliran>" not in drawing


def drawn(svg: str, size: int = 4) -> Image.Image:
    """The strokes of the drawing (`M x y`, `h length`, `m dx dy`) as a picture, `size` dots a module."""
    picture = ET.fromstring(svg)
    side = int(picture.get("viewBox").split()[2])
    canvas = Image.new("L", (side * size, side * size), 255)
    pen, x, y = ImageDraw.Draw(canvas), 0.0, 0.0
    for verb, *numbers in strokes(picture.find("{*}path").get("d")):
        if verb == "h":
            pen.rectangle([x * size, (y - 0.5) * size, (x + numbers[0]) * size - 1, (y + 0.5) * size - 1], fill=0)
            x += numbers[0]
        else:
            x, y = (numbers[0], numbers[1]) if verb == "M" else (x + numbers[0], y + numbers[1])
    return canvas


def strokes(path: str):
    for part in path.replace("M", "|M ").replace("m", "|m ").replace("h", "|h ").split("|")[1:]:
        verb, *numbers = part.replace(",", " ").split()
        yield verb, *map(float, numbers)
