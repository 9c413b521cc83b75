"""A file that says it is a workbook, looked at before anything is unpacked that could do harm.

An XLSX file is a ZIP archive of XML parts. Refused here: other kinds of file, locked ones, macros, archives
that swell, and XML that defines entities or hides behind another encoding.
"""

import io
import re
import zipfile

from pst.exchange.form_xlsx import refusals

LIMIT = 5 * 1024 * 1024
"""Largest file, in bytes; a form filled to the brim has about a tenth of that."""
UNPACKED_LIMIT = 16 * 1024 * 1024
"""Largest sum of all parts once unpacked, in bytes."""
PARTS_LIMIT = 300
CELLS_LIMIT = 60_000
"""Most cells in the whole workbook, written or only coloured."""
TAGS_LIMIT = 500_000
"""Most signs of XML in all parts: what reading costs grows with these, not with the octets."""

CONTENT_TYPES = "[Content_Types].xml"
NEEDED = frozenset({CONTENT_TYPES, "xl/workbook.xml"})
"""Parts without which an archive is no workbook."""

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How old Office files begin, and new ones under a password."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
RUNNABLE = re.compile(r"vbaProject|/macrosheets/|/dialogsheets/|/activeX/|/embeddings/", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)")


def check_packet(content: bytes) -> None:
    """Raise `FormFileRefused` unless the bytes are a workbook that may be opened."""
    if not content:
        raise refusals.empty()
    if len(content) > LIMIT:
        raise refusals.too_large(LIMIT)
    if content.startswith(OLE):
        raise refusals.locked_by_password() if ENCRYPTED in content else refusals.old_format()
    if not content.startswith(b"PK"):
        raise refusals.not_a_workbook()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_archive(archive)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, RuntimeError):
        raise refusals.broken() from None
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma"):
            raise refusals.broken() from None
        raise


def _check_archive(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise refusals.locked_by_password()
    if not NEEDED.issubset(names):
        raise refusals.open_document() if _is_open_document(archive, names) else refusals.not_a_workbook()
    if any(RUNNABLE.search(name) for name in names):
        raise refusals.has_macros()
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise refusals.unpacks_too_large()
    cells = tags = 0
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            content = archive.read(part)
            cells, tags = cells + _cells_in(content), tags + content.count(b"<")
    if cells > CELLS_LIMIT or tags > TAGS_LIMIT:
        raise refusals.unpacks_too_large()
    if b"macroEnabled" in archive.read(CONTENT_TYPES):
        raise refusals.has_macros()


def _is_open_document(archive: zipfile.ZipFile, names: list[str]) -> bool:
    return "mimetype" in names and b"opendocument" in archive.read("mimetype")[:200]


def _cells_in(part: bytes) -> int:
    """How many cells the XML part holds; refuses XML that could be read otherwise than it looks."""
    encoding = _ENCODING.match(part.removeprefix(b"\xef\xbb\xbf"))
    if b"\x00" in part or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        raise refusals.broken()
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise refusals.broken()
    return len(_CELL.findall(part))
