"""Taking out of a file what tells on its sender: author, camera, place, program, dates."""

import io

from pst.exchange.uploads import PDF, UploadRefused, check_upload

ENDINGS = {PDF: ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
"""What a complaint takes; office formats carry their author in too many places."""


def without_traces(name: str, content: bytes) -> tuple[str, str, bytes]:
    """(ending, MIME type, bytes to keep) of a file whose content alone is left. Raises `UploadRefused`."""
    _, mime, content = check_upload(name, content)
    if mime not in ENDINGS:
        raise UploadRefused(
            "Untuk pengaduan, kirim PDF, JPG, atau PNG: dokumen Office memuat nama pembuatnya."
        )
    bare = _bare_pdf(content) if mime == PDF else _bare_picture(mime, content)
    return ENDINGS[mime], mime, bare


def _bare_picture(mime: str, content: bytes) -> bytes:
    """The dots alone, copied onto an empty picture: comments and profiles stay behind."""
    from PIL import Image

    with Image.open(io.BytesIO(content)) as given:
        drawn = given.convert("RGB")
    empty = Image.new("RGB", drawn.size)
    empty.paste(drawn)
    out = io.BytesIO()
    empty.save(out, "JPEG", quality=88) if mime == "image/jpeg" else empty.save(out, "PNG")
    return out.getvalue()


def _bare_pdf(content: bytes) -> bytes:
    """The pages alone, written anew: without document information, XMP, attachments and scripts."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject

    try:
        writer = PdfWriter()
        for page in PdfReader(io.BytesIO(content), strict=False).pages:
            kept = writer.add_page(page)
            for key in ("/Metadata", "/PieceInfo", "/LastModified", "/Annots", "/AA"):
                kept.pop(NameObject(key), None)
        writer.compress_identical_objects(remove_orphans=True)
        writer.metadata = None
        out = io.BytesIO()
        writer.write(out)
    except Exception:
        raise UploadRefused(
            "PDF itu tidak dapat dibersihkan dari data pembuatnya. Kirim sebagai foto."
        ) from None
    return out.getvalue()
