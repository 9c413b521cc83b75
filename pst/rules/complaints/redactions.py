"""Black boxes over what a copy of a file must not show: where they lie, and how they are written down."""

import re
from math import ceil, floor
from typing import NamedTuple

from pst.rules.refusals import Refusal

MOST_BOXES = 100
WHOLE = 1000
SHAPE = re.compile(r"\d{1,4}(,\d{1,4}){4}")


class Box(NamedTuple):
    """A box on a page, counted from 1; its sides in thousandths of the page, from the left and from the top."""

    page: int
    left: int
    top: int
    right: int
    bottom: int

    def on(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The dots that it covers, rather one more than one less."""
        left, top = floor(self.left * width / WHOLE), floor(self.top * height / WHOLE)
        return left, top, ceil(self.right * width / WHOLE), ceil(self.bottom * height / WHOLE)


def with_box(boxes: list[Box], box: Box) -> list[Box]:
    """One more box, if it covers something of the page. Raises `Refusal`."""
    if len(boxes) >= MOST_BOXES:
        raise Refusal(f"Paling banyak {MOST_BOXES} kotak; gabungkan yang berdekatan.")
    if not (0 <= box.left < box.right <= WHOLE and 0 <= box.top < box.bottom <= WHOLE):
        raise Refusal(
            "Kotak itu tidak menutup apa pun: kiri sebelum kanan, atas sebelum bawah, dari 0 sampai 1000.", "left"
        )
    return [*boxes, box]


def written(boxes: list[Box]) -> str:
    """Boxes as an address carries them: "1,100,200,500,250;2,0,0,1000,80"."""
    return ";".join(",".join(map(str, box)) for box in boxes)


def read(carried: str) -> list[Box]:
    """The boxes in it; what is none is left out."""
    found = [Box(*map(int, part.split(","))) for part in carried.split(";") if SHAPE.fullmatch(part)]
    return [box for box in found if box.left < box.right <= WHOLE and box.top < box.bottom <= WHOLE][:MOST_BOXES]
