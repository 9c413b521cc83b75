"""Is an uploaded file what it says it is? Decided by content, by really opening it (security: uploads)."""

import io
import unicodedata
import zipfile
from collections.abc import Container
from pathlib import PurePath
from threading import Lock
from typing import TYPE_CHECKING

from pst.questionnaires.text import without_controls
from pst.rules.refusals import Refusal

if TYPE_CHECKING:
    from pypdf import PdfReader

LIMIT = 10 * 1024 * 1024
"""Largest upload, in bytes."""
UNPACKED_LIMIT = 200 * 1024 * 1024
"""Largest sum of what an Office file unpacks to; more is a bomb."""

DOTS_LIMIT = 16_000_000
"""Most dots of a picture: decoded they take four octets each, however small the file is."""
PAGES_LIMIT = 1_000
"""Most pages of a PDF, and branches of the tree they hang on."""
ONE_PICTURE = Lock()
"""Pictures are decoded and papers cleaned one at a time, so that many at once take neither all memory nor all time."""

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUFFIXES = {PDF: ".pdf", DOCX: ".docx", XLSX: ".xlsx", "image/jpeg": ".jpg", "image/png": ".png"}
PICTURES = frozenset({"image/jpeg", "image/png"})
SHOWN = PICTURES | {PDF}
"""What browsers show in a page; pictures were drawn anew when they came."""
STEERING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Unicode's names for the signs that turn the direction of writing."""
OTHER_KIND = "Isi berkas itu bukan PDF, DOCX, XLSX, JPG, atau PNG. Simpan ulang dalam salah satu bentuk itu."


class UploadRefused(Refusal):
    """The file is not taken; the message says why and what to do, in Indonesian."""


def check_upload(
    name: str, content: bytes, kinds: Container[str] = SUFFIXES, other_kind: str = OTHER_KIND
) -> tuple[str, str, bytes]:
    """(safe name, MIME type, bytes to keep) of an upload; images come back re-encoded, without their metadata.

    Whoever takes fewer `kinds` says which, in `other_kind`. Raises `UploadRefused`.
    """
    if not content:
        raise UploadRefused("Berkas itu kosong. Pilih berkas lain.")
    if len(content) > LIMIT:
        raise UploadRefused("Berkas itu lebih besar dari 10 MB. Perkecil atau pecah berkasnya.")
    mime, content = _opened(content, kinds, other_kind)
    return _safe_name(name, mime), mime, content


def _opened(content: bytes, kinds: Container[str], other_kind: str) -> tuple[str, bytes]:
    """Its MIME type and the bytes to keep.

    What breaks while being opened is the sender's matter, whatever it raises.
    """
    try:
        mime = _kind(content)
        if mime not in kinds:
            raise UploadRefused(other_kind)
        if mime in PICTURES:
            return mime, _redraw(mime, content)
        {PDF: open_pdf, DOCX: _open_office, XLSX: _open_office}[mime](content)
        return mime, content
    except UploadRefused:
        raise
    except Exception:
        raise UploadRefused("Berkas itu rusak atau tidak dapat dibuka. Simpan ulang lalu unggah lagi.") from None


def _kind(content: bytes) -> str:
    """Its MIME type, by its content; "" where nobody knows."""
    import filetype

    found: str = filetype.guess_mime(content) or ""
    return _office_kind(content) if found == "application/zip" else found


def _office_kind(content: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except zipfile.BadZipFile:
        return ""
    return DOCX if "word/document.xml" in names else XLSX if "xl/workbook.xml" in names else ""


def open_pdf(content: bytes) -> "PdfReader":
    """A PDF that opens for everybody, if need be with the empty password. Raises `UploadRefused`."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UploadRefused("PDF itu dikunci kata sandi. Buka kuncinya lalu unggah lagi.")
    if not _page_count(reader):
        raise UploadRefused("PDF itu tidak berisi halaman.")
    return reader


def _page_count(reader: "PdfReader") -> int:
    """How many pages hang on the tree, looked at branch by branch: the number it tells of itself may be a lie."""
    branches, pages = [reader.root_object["/Pages"]], 0
    for _ in range(PAGES_LIMIT):
        if not branches:
            return pages
        branch = branches.pop().get_object()
        kids = branch.get("/Kids") if isinstance(branch, dict) else None
        pages += kids is None
        branches += kids or ()
    raise UploadRefused(f"PDF itu lebih dari {PAGES_LIMIT} halaman. Pecah berkasnya.")


def _open_office(content: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(content))
    if sum(item.file_size for item in archive.infolist()) > UNPACKED_LIMIT:
        raise UploadRefused("Isi berkas itu terlalu besar setelah dibuka. Perkecil berkasnya.")
    if any(item.filename.endswith("vbaProject.bin") for item in archive.infolist()):
        raise UploadRefused("Berkas itu berisi makro. Simpan sebagai DOCX atau XLSX tanpa makro.")
    if archive.testzip() is not None:
        raise UploadRefused("Berkas itu rusak. Simpan ulang lalu unggah lagi.")


def _redraw(mime: str, content: bytes) -> bytes:
    """The dots alone: place, camera, comment and whatever hides behind the picture are gone.

    How many there are is read from the head of the file before any is decoded.
    """
    from PIL import Image, ImageOps

    out = io.BytesIO()
    with ONE_PICTURE, Image.open(io.BytesIO(content)) as image:
        if image.width * image.height > DOTS_LIMIT:
            raise UploadRefused("Gambar itu lebih dari 16 megapiksel. Perkecil ukurannya, lalu unggah lagi.")
        transparent = mime == "image/png" and image.has_transparency_data
        drawn = ImageOps.exif_transpose(image).convert("RGBA" if transparent else "RGB")
        drawn.info.clear()
        drawn.save(out, "JPEG" if mime == "image/jpeg" else "PNG", quality=88)
    return out.getvalue()


def small_picture(name: str, content: bytes, most: int) -> bytes:
    """A picture drawn anew as PNG on white ground, no longer than so many dots. Raises `UploadRefused`."""
    from PIL import Image

    _, _, checked = check_upload(name, content, PICTURES, "Berkas itu bukan gambar PNG atau JPG. Pilih gambar lain.")
    out = io.BytesIO()
    with ONE_PICTURE, Image.open(io.BytesIO(checked)) as image:
        drawn = image.convert("RGBA")
        drawn.thumbnail((most, most))
        ground = Image.new("RGB", drawn.size, "white")
        ground.paste(drawn, mask=drawn)
        ground.save(out, "PNG", optimize=True)
    return out.getvalue()


def _safe_name(name: str, mime: str) -> str:
    """The sender's own name without folders, on one line, ending as its content demands."""
    line = " ".join("".join(sign for sign in without_controls(name or "") if not _steers(sign)).split())
    stem = PurePath(line.replace("\\", "/")).stem.strip(" .") or "berkas"
    return stem[:150] + SUFFIXES[mime]


def _steers(sign: str) -> bool:
    """An unseen sign that turns the direction of writing, so that a name reads as if it ended otherwise."""
    return unicodedata.bidirectional(sign) in STEERING
