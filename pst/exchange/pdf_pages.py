"""The pages of a PDF: how many, whether two files show the same, and as pictures."""

import hashlib
import io
from collections.abc import Iterable
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdf import PdfReader

WIDEST, TALLEST = 1000, 1600
"""Dots of a page's picture."""
_drawing = Lock()
"""PDFium draws one page at a time."""

SAME, SAME_TEXT, OTHER = "same", "text", "other"
"""A file beside its original: every page drawn from the same; other drawing with the same words; something else."""
OF_THE_FILE = frozenset(
    ("/Parent", "/Annots", "/Length", "/Filter", "/DecodeParms", "/Type", "/Tabs", "/StructParents")
)
"""What belongs to the file and not to what is seen on the page."""


def likeness(original: bytes, other: bytes) -> str:
    """How the other file stands to the original: `SAME`, `SAME_TEXT` or `OTHER`.

    A signature added at the end, as signing programs do, leaves every page as it was; a note that is no signature
    could cover its words.
    """
    try:
        before, after = _read(original), _read(other)
        if len(before.pages) != len(after.pages):
            return OTHER
        if all(_drawn(old) == _drawn(new) for old, new in zip(before.pages, after.pages, strict=True)):
            return SAME
        return SAME_TEXT if _words(before) == _words(after) else OTHER
    except Exception:  # whatever breaks while it is read is the file's matter
        return OTHER


def page_count(content: bytes) -> int:
    """How many pages the PDF has."""
    return len(_read(content).pages)


def can_draw() -> bool:
    """The optional package (requirements-signatures.txt) is there."""
    return find_spec("pypdfium2") is not None


def page_picture(content: bytes, number: int) -> bytes:
    """One page, counted from 1, as a PNG that fits a screen; nothing of the file is run."""
    out = io.BytesIO()
    page_image(content, number).convert("L").save(out, "PNG")
    return out.getvalue()


def page_image(content: bytes, number: int, width: int = WIDEST, height: int = TALLEST) -> "Image":
    """One page, counted from 1, drawn as large as so many dots allow."""
    import pypdfium2

    with _drawing, pypdfium2.PdfDocument(content) as document:
        page = document[number - 1]
        scale = min(width / max(page.get_width(), 1), height / max(page.get_height(), 1))
        image: Image = page.render(scale=scale).to_pil().convert("RGB")
        page.close()
    return image


def _read(content: bytes) -> "PdfReader":
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(content), strict=False)


def _words(reader: "PdfReader") -> list[list[str]]:
    return [page.extract_text().split() for page in reader.pages]


def _drawn(page: Any) -> tuple[str, list[str]]:
    """Marks of all that is drawn on a page, and of the notes on it that are no fields to sign in."""
    notes: Iterable[Any] = page.get("/Annots") or ()
    loose = [note.get_object() for note in notes]
    seen: dict[int, str] = {}
    return _mark(page, seen), [_mark(note, seen) for note in loose if note.get("/Subtype") != "/Widget"]


def _mark(value: Any, seen: dict[int, str]) -> str:
    """A mark of a PDF value and all it refers to; `seen` holds the objects that were met before, by number."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

    if isinstance(value, IndirectObject):
        if value.idnum not in seen:
            seen[value.idnum] = "again"  # an object that leads back to itself
            seen[value.idnum] = _mark(value.get_object(), seen)
        return seen[value.idnum]
    if isinstance(value, ArrayObject):
        return _digest(_mark(item, seen) for item in value)
    if isinstance(value, DictionaryObject):
        kept = sorted(key for key in value if key not in OF_THE_FILE)
        data = value.get_data() if isinstance(value, StreamObject) else b""
        marks = [f"{key} {_mark(value.raw_get(key), seen)}" for key in kept]
        return _digest([*marks, hashlib.sha256(data).hexdigest()])
    return repr(value)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
