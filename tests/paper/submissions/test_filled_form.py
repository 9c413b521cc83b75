"""The applicant's copy."""

from dataclasses import replace

from pst.paper.submissions.filled_form import filled_form_pdf
from pst.paper.submissions.form_facts import FormBlock, FormRow, FormTable
from tests.paper.reading import pages_of, words_of
from tests.paper.sample_facts import FORM


def test_copy_shows_who_sent_what_and_when():
    printed = words_of(filled_form_pdf(FORM))

    assert "Nomor permohonan REK-6104-2026-0007 Kode pelacakan 7QXM-2HTD-8F3K" in printed
    assert "Dikirim Jumat, 13 Maret 2026, pukul 10.42 WIB (kiriman ke-2)" in printed


def test_every_question_stands_with_its_answer_and_blanks_are_named():
    printed = words_of(filled_form_pdf(FORM))

    assert "Tahun Kegiatan 2026" in printed
    assert "3.3 Rencana Jadwal Kegiatan Tahap Mulai Selesai Perencanaan 1 Maret 2026 30 April 2026" in printed
    assert "3.4 Catatan (tidak diisi)" in printed


def test_table_without_rows_is_named_blank():
    empty = FormBlock("Blok", (FormRow("4.5", "Wilayah Kegiatan", FormTable(("Provinsi",), ())),))

    assert "4.5 Wilayah Kegiatan (tidak diisi)" in words_of(filled_form_pdf(replace(FORM, blocks=(empty,))))


def test_longest_answers_go_on_over_pages():
    long = FormRow("3.1", "Latar Belakang Kegiatan", "\n".join(f"alinea{number}." for number in range(300)))

    pages = pages_of(filled_form_pdf(replace(FORM, blocks=(FormBlock("Blok III", (long,)),))))

    assert len(pages) > 4 and all(f"alinea{number}." in " ".join(pages) for number in range(300))


def test_copy_drawn_again_is_the_same():
    assert filled_form_pdf(FORM) == filled_form_pdf(FORM) != filled_form_pdf(replace(FORM, revision=3))
