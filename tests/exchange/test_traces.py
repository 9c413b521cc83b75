"""What tells on the sender of a file is gone from it; what it shows stays."""

import io

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from pst.exchange.traces import without_segments, without_traces
from pst.exchange.uploads import UploadRefused
from tests.exchange.test_uploads import a_pdf, an_xlsx
from tests.factories_complaints import a_photo
from tests.paper.reading import pictures_of, words_of

TELLS = (b"Wulandari", b"Kamera Rahasia", b"Ponsel", b"LibreOffice")


def a_telling_pdf() -> bytes:
    """A page with a photograph that knows its camera, an author, XMP, an attachment, a remark and a script."""
    paper = FPDF()
    paper.set_author("Wulandari")
    paper.set_xmp_metadata("<x>Wulandari</x>")
    paper.add_page()
    paper.set_font("helvetica")
    paper.cell(text="Bukti antrean")
    paper.text_annotation(20, 20, "Wulandari")
    paper.image(io.BytesIO(a_photo()), 20, 60, 40)
    writer, out = PdfWriter(clone_from=io.BytesIO(bytes(paper.output()))), io.BytesIO()
    writer.add_attachment("Wulandari.txt", b"Wulandari")
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("Wulandari")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    writer.add_metadata({"/Creator": "LibreOffice Wulandari"})
    for item in writer._objects:  # as a phone's scanner writes it: the camera's own JPEG
        if getattr(item, "get", dict().get)("/Filter") == "/DCTDecode":
            item._data = a_photo()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [("Wulandari.jpg", a_photo(), ".jpg"), ("bukti Wulandari.pdf", a_telling_pdf(), ".pdf")],
)
def test_no_word_about_the_sender_is_left(name, content, ending):
    assert any(word in content for word in TELLS)

    kept_ending, _, bare = without_traces(name, content)

    assert (kept_ending, [word for word in TELLS if word in bare]) == (ending, [])


def test_the_page_still_shows_what_it_showed():
    _, mime, bare = without_traces("bukti.pdf", a_telling_pdf())

    reader = PdfReader(io.BytesIO(bare))
    assert (mime, words_of(bare), len(reader.pages[0].images)) == ("application/pdf", "Bukti antrean", 1)
    (picture,) = pictures_of(bare, 50)
    assert any(red > 200 and green < 60 for _, (red, green, *_) in picture.convert("RGB").getcolors(99999))
    assert (reader.metadata or {}, reader.xmp_metadata, reader.attachments) == ({}, None, {})


def test_a_picture_keeps_its_dots_and_nothing_else():
    given_ = Image.new("RGBA", (5, 4), (10, 200, 30, 255))
    out = io.BytesIO()
    given_.save(out, "PNG", dpi=(300, 300))

    _, mime, bare = without_traces("x.png", out.getvalue())

    kept = Image.open(io.BytesIO(bare))
    assert (mime, kept.size, kept.getpixel((2, 2)), kept.info) == ("image/png", (5, 4), (10, 200, 30, 255), {})


def test_a_plain_pdf_passes():
    assert without_traces("a.pdf", a_pdf())[0] == ".pdf"


@pytest.mark.parametrize(
    ("content", "why"),
    [(an_xlsx(), "memuat nama pembuatnya"), (b"MZ", "bukan PDF"), (b"", "kosong"), (a_pdf("kunci"), "kata sandi")],
)
def test_what_cannot_be_cleaned_is_refused(content, why):
    with pytest.raises(UploadRefused, match=why):
        without_traces("berkas", content)


@given(st.lists(st.sampled_from([b"\xff", b"\xe1", b"\xda", b"\x00", b"\x02", b"a"]), max_size=12))
def test_broken_photographs_only_lose_and_never_fail(signs):
    content = b"\xff\xd8" + b"".join(signs)

    assert len(without_segments(content)) <= len(content) and without_segments(content)[:2] == content[:2]


def test_a_pdf_that_only_its_owner_may_change_is_cleaned_too():
    *_, bare = without_traces("bukti.pdf", a_pdf("", "pemilik"))

    assert not PdfReader(io.BytesIO(bare)).is_encrypted


def test_a_pdf_of_endlessly_many_parts_is_refused_before_it_is_written_anew(monkeypatch):
    monkeypatch.setattr("pst.exchange.traces.OBJECTS_LIMIT", 2)

    with pytest.raises(UploadRefused, match="Kirim sebagai foto"):
        without_traces("bom.pdf", a_pdf())
