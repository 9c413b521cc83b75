"""Taking out of a file what tells on its sender: author, camera, place, program, dates."""

import io
from collections.abc import Iterator
from itertools import count
from typing import Any

from pst.exchange.uploads import ONE_PICTURE, PDF, UploadRefused, check_upload, open_pdf

ENDINGS = {PDF: ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
"""What a complaint takes; office formats carry their author in too many places."""
OTHER_KIND = "Berkas itu bukan PDF, JPG, atau PNG. Dokumen Office tidak diterima karena memuat nama pembuatnya."
TOLD_IN_PDF = ("/Metadata", "/PieceInfo", "/LastModified", "/Annots", "/AA", "/Thumb")
OBJECTS_LIMIT = 20_000
"""Most objects of a PDF that is written anew; a thousand scanned pages have ten thousand, and each costs time."""
SIGN, START_OF_SCAN = 0xFF, 0xDA
TELLING = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
"""Markers of the segments of a JPEG that tell about it."""


def without_traces(name: str, content: bytes) -> tuple[str, str, bytes]:
    """(ending, MIME type, bytes to keep) of a file whose content alone is left. Raises `UploadRefused`."""
    _, mime, content = check_upload(name, content, ENDINGS, OTHER_KIND)
    return ENDINGS[mime], mime, _bare_pdf(content) if mime == PDF else content


def _bare_pdf(content: bytes) -> bytes:
    """The pages alone, written anew: without document information, XMP, attachments, remarks and scripts."""
    from pypdf import PdfWriter

    try:
        writer, reader, out = PdfWriter(), open_pdf(content), io.BytesIO()
        if sum(map(len, reader.xref.values())) + len(reader.xref_objStm) > OBJECTS_LIMIT:
            raise ValueError("too many objects")
        with ONE_PICTURE:
            for page in reader.pages:
                writer.add_page(page)
            for item in _objects_of(writer):  # photographs lie deep inside, in forms and patterns too
                _strip(item)
            writer.compress_identical_objects(remove_unreferenced=True)
            writer.metadata = None
            writer.write(out)
    except Exception:
        raise UploadRefused("PDF itu tidak dapat dibersihkan dari data pembuatnya. Kirim sebagai foto.") from None
    return out.getvalue()


def _objects_of(writer: Any) -> Iterator[Any]:
    """Every object of a PDF by its number; some numbers are free."""
    from pypdf.errors import PdfReadError

    for number in count(1):
        try:
            yield writer.get_object(number)
        except PdfReadError:
            continue
        except IndexError:
            return


def _strip(item: Any) -> None:
    """Take out of one object of a PDF what is said about it; of a photograph also what the camera said."""
    from pypdf.generic import DictionaryObject, EncodedStreamObject, NameObject, StreamObject

    if isinstance(item, DictionaryObject):
        for key in TOLD_IN_PDF:
            item.pop(NameObject(key), None)
    if isinstance(item, EncodedStreamObject) and item.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        StreamObject.set_data(item, without_segments(item.get_data()))  # its own refuses what is no FlateDecode


def without_segments(photo: bytes) -> bytes:
    """A JPEG without what it says about itself: camera, place, program, thumbnail, comment.

    Segments APP1 to APP13, APP15 and COM go; APP0 and APP14 say how the colours are stored. What is no JPEG stays as
    it is.
    """
    kept, place = bytearray(photo[:2]), 2
    while place + 1 < len(photo) and photo[place] == SIGN and photo[place + 1] != START_OF_SCAN:
        end = place + 2 + int.from_bytes(photo[place + 2 : place + 4])
        if photo[place + 1] not in TELLING:
            kept += photo[place:end]
        place = end
    return bytes(kept + photo[place:])
