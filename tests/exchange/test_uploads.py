"""An upload is what its content says, not what its name says."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from PIL import Image, ImageFile
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject

from pst.exchange.uploads import LIMIT, UploadRefused, check_upload


def a_pdf(password: str | None = None, owner: str | None = None) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    if password is not None:
        writer.encrypt(password, owner, algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def an_xlsx() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


def a_jpeg_that_knows_where_it_was_taken() -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "Kamera Rahasia"
    Image.new("RGB", (8, 8), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


def a_photo_whose_end_is_missing() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((64, 64), 60).convert("RGB").save(out, "JPEG")
    return out.getvalue()[:-200]


def a_picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


def a_pdf_of(pages: int) -> bytes:
    """The same page over and over; of its number it tells a lie."""
    writer, out = PdfWriter(clone_from=io.BytesIO(a_pdf())), io.BytesIO()
    writer.root_object["/Pages"][NameObject("/Kids")] = ArrayObject([*writer.root_object["/Pages"]["/Kids"]] * pages)
    writer.write(out)
    return out.getvalue()


def a_zip(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("instrumen.pdf", a_pdf(), ("instrumen.pdf", "application/pdf")),
        ("tabel.doc", an_xlsx(), ("tabel.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
        ("../../etc/passwd", a_pdf(), ("passwd.pdf", "application/pdf")),
        ("C:\\folder\\peta.JPG", a_jpeg_that_knows_where_it_was_taken(), ("peta.jpg", "image/jpeg")),
        ("terkunci-sunting.pdf", a_pdf("", "pemilik"), ("terkunci-sunting.pdf", "application/pdf")),
        ("", a_pdf(), ("berkas.pdf", "application/pdf")),
        ("surat\r\nX-Jahat: ya.pdf", a_pdf(), ("surat X-Jahat: ya.pdf", "application/pdf")),
        ("faktur\u202efdp.exe", a_pdf(), ("fakturfdp.pdf", "application/pdf")),
    ],
)
def test_a_sound_file_keeps_its_name_and_gets_the_suffix_of_its_content(name, content, kept):
    assert check_upload(name, content)[:2] == kept


def test_pictures_lose_what_hides_behind_them():
    content = a_jpeg_that_knows_where_it_was_taken()
    assert b"Kamera Rahasia" in content

    assert b"Kamera Rahasia" not in check_upload("foto.jpg", content)[2]


def test_a_large_picture_of_a_few_octets_is_refused_before_it_is_decoded(monkeypatch):
    def never(*given):
        raise AssertionError("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", never)

    with pytest.raises(UploadRefused, match="16 megapiksel"):
        check_upload("foto.png", a_picture(8000, 8000))


def test_the_largest_picture_and_the_longest_pdf_are_taken():
    assert check_upload("foto.png", a_picture(4000, 4000))[1] == "image/png"
    assert check_upload("tebal.pdf", a_pdf_of(998))[1] == "application/pdf"


def test_what_can_be_seen_through_stays_so():
    out = io.BytesIO()
    Image.new("RGBA", (2, 2), (255, 0, 0, 0)).save(out, "PNG")

    with Image.open(io.BytesIO(check_upload("logo.png", out.getvalue())[2])) as kept:
        assert kept.getpixel((0, 0)) == (255, 0, 0, 0)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "kosong"),
        (b"x" * (LIMIT + 1), "10 MB"),
        (b"MZ\x90\x00 program", "bukan PDF"),
        (b"%PDF-1.7 patah", "rusak"),
        (b"\x89PNG\r\n\x1a\n patah", "rusak"),
        (a_photo_whose_end_is_missing(), "rusak"),
        (a_pdf("rahasia"), "kata sandi"),
        (a_picture(4000, 4001), "16 megapiksel"),
        (a_pdf_of(1001), "1000 halaman"),
        (a_zip(readme_txt=b"halo"), "bukan PDF"),
        (a_zip(word__document_xml=b"<a/>", word__vbaProject_bin=b"x"), "makro"),
        (a_zip(word__document_xml=b"\0" * 210_000_000), "terlalu besar"),
    ],
)
def test_what_is_not_welcome_is_refused_with_its_reason(content, why):
    with pytest.raises(UploadRefused, match=why):
        check_upload("berkas.pdf", content)
