"""The attachment's five parts, full and empty."""

from dataclasses import replace

from pst.paper.letters.attachment import NO_VARIABLES, NOTHING_NOTED, NOTHING_TO_DO, attachment_sections
from pst.paper.letters.parts import Paragraphs
from tests.paper.sample_facts import LETTER, REFUSAL


def test_attachment_has_five_parts_in_their_order():
    assert [part.heading for part in attachment_sections(LETTER)] == [
        "A. Identitas kegiatan",
        "B. Ringkasan hasil pemeriksaan",
        "C. Catatan yang wajib ditindaklanjuti",
        "D. Daftar variabel",
        "E. Formulir isian akhir",
    ]


def test_refusal_turns_the_notes_into_what_a_new_request_must_mend():
    third = attachment_sections(REFUSAL)[2]

    assert third.heading == "C. Hal yang perlu diperbaiki dalam permohonan baru"
    assert third.content[0].items == ("Rincikan jadwal setiap tahap.", "Tambahkan definisi untuk setiap variabel.")


def test_empty_parts_say_that_there_is_nothing():
    bare = replace(LETTER, block_results=(), conditions=(), variables=())

    said = [part.content[0] for part in attachment_sections(bare)][1:4]

    assert said == [Paragraphs((NOTHING_NOTED,)), Paragraphs((NOTHING_TO_DO,)), Paragraphs((NO_VARIABLES,))]


def test_results_and_variables_are_rows_with_a_dash_for_no_note():
    _, results, _, variables, _ = attachment_sections(LETTER)

    assert results.content[0].rows[0] == ("Identitas", "Judul Kegiatan", "Sesuai", "–")
    assert variables.content[0].rows[2] == (
        "3",
        "Jumlah bayi dengan berat lahir rendah",
        "Banyaknya bayi lahir hidup < 2.500 gram.",
        "Setiap bulan",
    )


def test_identity_leaves_out_what_is_not_known():
    rows = dict(attachment_sections(replace(REFUSAL, identity_number=""))[0].content[0].rows)

    assert "Identitas rekomendasi" not in rows and rows["Tahun kegiatan"] == "2026"


def test_last_part_points_at_the_revision_that_was_examined():
    [said] = attachment_sections(LETTER)[4].content[0].texts

    assert "permohonan Nomor REK-6104-2026-0007 kiriman ke-2" in said
