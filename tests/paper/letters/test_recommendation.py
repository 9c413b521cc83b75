"""The letter as it leaves the office: complete, checkable, and the same each time it is drawn."""

import io
import logging
from dataclasses import replace

import pypdf
import pytest
import zxingcpp

from pst.paper.letters.parts import Listing, Paragraphs, Table
from pst.paper.letters.recommendation import recommendation_pdf
from pst.paper.letters.text import letter_head, letter_sections, verification_note
from tests.paper.reading import flat, pages_of, pictures_of, words_of
from tests.paper.sample_facts import DRAFT, LETTER, REFUSAL

DOTS_PER_MM = 150 / 25.4


@pytest.mark.parametrize("facts", [LETTER, REFUSAL, DRAFT], ids=["layak", "ditolak", "konsep"])
def test_paper_says_every_word_of_the_sections(facts):
    printed = words_of(recommendation_pdf(facts))

    said = [text for section in letter_sections(facts) for text in (section.heading, *_texts(section))]
    said += [value for _, value in letter_head(facts)] + [verification_note(facts), facts.signatory.name]

    assert [text for text in said if not _is_in(flat(text), printed)] == []


def test_code_on_the_page_is_read_back_as_the_verification_address():
    picture = pictures_of(recommendation_pdf(LETTER))[0]

    found = zxingcpp.read_barcodes(picture)

    assert [code.text for code in found] == [LETTER.verify_url]


def test_code_is_at_least_two_and_a_half_centimetres_wide():
    picture = pictures_of(recommendation_pdf(LETTER))[0]

    place = zxingcpp.read_barcodes(picture)[0].position

    assert (place.top_right.x - place.top_left.x) / DOTS_PER_MM == pytest.approx(25, abs=0.8)


def test_same_facts_give_the_same_bytes_later_too(monkeypatch):
    first = recommendation_pdf(LETTER)

    import fpdf.output

    class Later(fpdf.output.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2031, 5, 5, tzinfo=tz)

    monkeypatch.setattr(fpdf.output, "datetime", Later)

    assert recommendation_pdf(LETTER) == first
    assert recommendation_pdf(replace(LETTER, revision=3)) != first


def test_draft_is_marked_on_every_page_and_promises_no_code():
    pages = pages_of(recommendation_pdf(DRAFT))

    assert all("KONSEP" in page for page in pages) and len(pages) > 1
    assert [zxingcpp.read_barcodes(picture) for picture in pictures_of(recommendation_pdf(DRAFT))] == [[]] * len(pages)
    assert not any("KONSEP" in page for page in pages_of(recommendation_pdf(LETTER)))


def test_every_page_carries_its_place_the_number_and_the_code():
    pages = pages_of(recommendation_pdf(LETTER))

    for place, page in enumerate(pages, 1):
        assert f"Nomor {LETTER.number} · Halaman {place} dari {len(pages)}" in page
        assert f"Kode verifikasi {LETTER.verify_code}" in page


@pytest.mark.parametrize("facts", [LETTER, REFUSAL], ids=["layak", "ditolak"])
def test_the_usual_letter_has_verdict_signature_and_copies_on_its_first_page(facts):
    page = pages_of(recommendation_pdf(facts))[0]

    assert "LAYAK" in page and facts.signatory.nip in page and facts.copies[-1] in page


def test_signature_is_never_alone_on_a_page():
    for facts in (LETTER, REFUSAL, replace(LETTER, duties=LETTER.duties * 4), replace(LETTER, duties=())):
        page = next(page for page in pages_of(recommendation_pdf(facts)) if facts.signatory.nip in page)

        assert "kami ucapkan terima kasih" in page


def test_attachment_begins_on_a_page_of_its_own():
    pages = pages_of(recommendation_pdf(LETTER))

    assert [page.startswith("LAMPIRAN") for page in pages] == [False, True]
    assert "A. Identitas kegiatan" in pages[1]


def test_letter_is_an_archivable_document_in_indonesian():
    reader = pypdf.PdfReader(io.BytesIO(recommendation_pdf(LETTER)))
    catalogue = reader.trailer["/Root"]

    packet = catalogue["/Metadata"].get_data().decode()

    assert "<pdfaid:part>3</pdfaid:part>" in packet and "<pdfaid:conformance>U</pdfaid:conformance>" in packet
    assert catalogue["/OutputIntents"] and catalogue["/Lang"] == "id-ID"
    assert all(_is_plain_truetype(font) for page in reader.pages for font in page["/Resources"]["/Font"].values())


def test_no_letter_is_missing_whatever_was_typed(caplog):
    odd = "x̄ ≤ 5 → naik √2, 10⁶, بيانات, 数据, 🙂, naı̈ve, “kutip” – selesai…"

    with caplog.at_level(logging.WARNING, logger="fpdf"):
        printed = words_of(recommendation_pdf(replace(LETTER, conditions=(odd,))))

    assert [record.getMessage() for record in caplog.records if "missing" in record.getMessage()] == []
    assert "≤ 5 → naik √2, 10^6, [U+0628]" in printed and "“kutip” – selesai…" in printed


def test_long_attachment_keeps_every_row_over_many_pages():
    many = tuple(replace(LETTER.variables[0], name=f"Variabel ke-{number}") for number in range(1, 201))
    endless = replace(LETTER.block_results[0], note=" ".join(f"kata{number}" for number in range(2000)))

    pages = pages_of(recommendation_pdf(replace(LETTER, variables=many, block_results=(endless,))))

    printed = " ".join(pages)
    assert all(f" Variabel ke-{number} " in printed for number in range(1, 201))
    assert all(f"kata{number}" in printed for number in range(2000))
    assert sum("Nama variabel Definisi Referensi waktu" in page for page in pages) > 5


def test_letter_stays_small():
    assert len(recommendation_pdf(LETTER)) < 60_000


def _texts(section):
    for part in section.content:
        match part:
            case Paragraphs(texts):
                yield from texts
            case Listing(lead, items):
                yield from (lead, *items)
            case Table(heads, rows):
                yield from heads
                yield from (cell for row in rows for cell in row)


def _is_in(text: str, printed: str) -> bool:
    """Cells stand beside cells and lines may break at a page's end: every word in its order is enough."""
    rest = iter(printed.split())
    return text in printed or all(word in rest for word in text.split())


def _is_plain_truetype(font) -> bool:
    descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
    return descriptor["/FontFile2"].get_data()[:4] == b"\x00\x01\x00\x00"
