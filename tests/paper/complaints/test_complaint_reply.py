"""The letter to somebody without a name, and the one that hands a complaint on."""

from dataclasses import replace

from pst.paper.complaints.complaint_reply import reply_pdf
from tests.paper.reading import pages_of, words_of
from tests.paper.sample_complaints import REPLY


def test_the_letter_says_to_whom_about_what_every_word_of_the_answer_and_who_signs():
    paper = words_of(reply_pdf(REPLY))

    signed = (REPLY.signatory.name, f"NIP {REPLY.signatory.nip}", "Kepala Badan Pusat Statistik Kabupaten Mempawah,")
    for words in ("Mempawah, 23 November 2026", REPLY.number, REPLY.complaint, REPLY.subject, REPLY.recipient, *signed):
        assert words in paper
    assert [text for text in REPLY.paragraphs if text not in paper] == []


def test_a_draft_says_that_it_is_one_on_every_page():
    draft = replace(REPLY, number="", day=None, paragraphs=("Kalimat jawaban. " * 40,) * 8)

    pages = pages_of(reply_pdf(draft))

    assert [("KONSEP" in page, "Konsep surat" in page) for page in pages] == [(True, True)] * len(pages)
    assert "(diberikan saat surat diterbitkan)" in pages[0]


def test_a_summary_is_printed_row_by_row():
    rows = (("Kelas", "Permintaan informasi"), ("Uraian", "Jadwal rilis."))

    paper = words_of(reply_pdf(replace(REPLY, summary=rows)))

    assert "Kelas Permintaan informasi" in paper and "Uraian Jadwal rilis." in paper


def test_an_answer_of_many_pages_keeps_the_number_on_each():
    pages = pages_of(reply_pdf(replace(REPLY, paragraphs=("Kalimat jawaban. " * 40,) * 8)))

    assert len(pages) > 1
    assert [f"Pengaduan {REPLY.complaint}" in page for page in pages] == [True] * len(pages)


def test_the_same_letter_gives_the_same_bytes_and_another_day_others():
    assert reply_pdf(REPLY) == reply_pdf(REPLY)
    assert reply_pdf(replace(REPLY, day=REPLY.day.replace(day=24))) != reply_pdf(REPLY)
