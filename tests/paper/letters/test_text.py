"""The letter's sentences, before they are set on paper or on a page."""

from dataclasses import replace
from datetime import date

from pst.paper.letters.text import (
    DRAFT_NOTE,
    dateline,
    letter_head,
    letter_sections,
    named_with_year,
    subject_of,
    verification_note,
)
from tests.paper.sample_facts import DRAFT, LETTER, REFUSAL


def body(facts):
    return {part.key: part.content[0] for part in letter_sections(facts) if not part.attached}


def test_opening_names_what_is_answered_and_since_when():
    assert body(LETTER)["opening"].texts == (
        "Dengan hormat,",
        "Menunjuk surat Saudara Nomor 050/118/Dinkes-PPKB/2026 dan permohonan Nomor "
        "REK-6104-2026-0007 yang kami terima pada tanggal 6 Maret 2026 dan kami nyatakan lengkap pada tanggal 9 Maret "
        "2026, mengenai rencana kegiatan statistik “Kompilasi Data Kasus Stunting Kabupaten Mempawah” "
        "Tahun 2026, bersama ini kami sampaikan hasil pemeriksaannya.",
    )


def test_a_title_that_says_its_year_is_not_told_it_twice():
    dated = replace(LETTER.activity, title="Survei Kepuasan Masyarakat Tahun 2026")

    assert named_with_year(dated) == "“Survei Kepuasan Masyarakat Tahun 2026”"
    assert named_with_year(replace(dated, year=2027)).endswith("Tahun 2026” Tahun 2027")


def test_opening_without_a_covering_letter_names_the_submission_alone():
    online = replace(LETTER, request=replace(LETTER.request, letter_number="", complete=None))

    [_, opening] = body(online)["opening"].texts

    assert opening.startswith(
        "Sehubungan dengan permohonan Nomor REK-6104-2026-0007 yang kami terima pada tanggal 6 Maret 2026, mengenai"
    )


def test_replacement_says_which_letter_is_void():
    said = body(replace(LETTER, replaces="B-150/61040/KS.200/03/2026"))["opening"].texts

    assert said[2] == (
        "Surat ini menggantikan surat Nomor B-150/61040/KS.200/03/2026, yang dengan ini dinyatakan tidak berlaku."
    )


def test_approval_gives_verdict_identity_conditions_and_duties():
    parts = body(LETTER)

    assert list(parts) == ["opening", "basis", "finding", "verdict", "conditions", "duties", "closing"]
    assert parts["verdict"].texts == ("LAYAK DILAKSANAKAN", "Identitas Rekomendasi: K-26.6104.003")


def test_until_when_it_counts_and_by_when_results_are_due_are_said_as_days():
    dated = replace(LETTER, valid_until=date(2027, 3, 30), results_due=date(2027, 6, 30))

    [verdict] = [part for part in letter_sections(dated) if part.key == "verdict"]
    [duties] = [part for part in letter_sections(dated) if part.key == "duties"]

    assert verdict.content[0].texts[1] == ("Identitas Rekomendasi: K-26.6104.003, berlaku sampai dengan 30 Maret 2027")
    assert duties.content[0].lead == (
        "Selanjutnya, penyelenggara kegiatan wajib (hasil dan metadata paling lambat tanggal 30 Juni 2027):"
    )


def test_approval_without_conditions_mentions_none():
    assert "conditions" not in body(replace(LETTER, conditions=()))


def test_what_was_said_of_activities_that_are_alike_stands_in_the_letter():
    assert body(replace(LETTER, alike=("Pemohon berkoordinasi.",)))["alike"].texts == ("Pemohon berkoordinasi.",)
    assert "alike" not in body(LETTER)


def test_refusal_gives_reasons_and_the_way_back_and_no_duties():
    parts = body(REFUSAL)

    assert list(parts) == ["opening", "basis", "finding", "verdict", "reasons", "again", "closing"]
    assert parts["verdict"].texts == ("TIDAK LAYAK (DITOLAK)",)
    assert parts["reasons"].items == (
        "Catatan pemeriksaan tanggal 11 Desember 2025 tidak ditanggapi dalam waktu tiga bulan.",
        "Pengumpulan data sudah berlangsung sebelum pemeriksaan selesai.",
    )


def test_only_a_concluded_evaluation_is_claimed():
    [with_team], [without] = (body(replace(REFUSAL, evaluated=done))["finding"].texts for done in (True, False))

    assert with_team.startswith(
        "Setelah rancangan kegiatan, isian formulir, dan berkas pendukungnya kami periksa dan kami evaluasi bersama "
        "tim, "
    )
    assert without.startswith(
        "Setelah rancangan kegiatan, isian formulir, dan berkas pendukungnya kami periksa, Badan Pusat Statistik"
    )


def test_subject_follows_the_outcome_unless_given():
    assert subject_of(LETTER) == (
        "Surat Rekomendasi Kegiatan Statistik Kompilasi Data Kasus Stunting Kabupaten Mempawah"
    )
    assert subject_of(REFUSAL) == (
        "Penolakan Rekomendasi Kegiatan Statistik Kompilasi Data Kasus Stunting Kabupaten Mempawah"
    )
    assert subject_of(replace(LETTER, subject="Ralat Surat Rekomendasi")) == "Ralat Surat Rekomendasi"


def test_draft_has_neither_number_nor_date_nor_a_code_to_check():
    assert letter_head(DRAFT)[0] == ("Nomor", "(diberikan saat surat diterbitkan)")
    assert dateline(DRAFT) == "Mempawah, (tanggal terbit)"
    assert verification_note(DRAFT) == DRAFT_NOTE


def test_issued_letter_is_dated_and_tells_where_to_check_it():
    assert dateline(replace(LETTER, date=date(2026, 4, 1))) == "Mempawah, 1 April 2026"  # Rabu
    assert verification_note(LETTER).startswith(
        "Periksa keaslian surat ini di https://pst.example.go.id/verifikasi dengan kode 8F3K-7QXM-2HTD."
    )


def test_no_letter_claims_an_electronic_signature_it_has_not_seen():
    for facts in (LETTER, REFUSAL, DRAFT):
        said = f"{letter_sections(facts)} {verification_note(facts)}"

        assert "BSrE" not in said and "telah ditandatangani" not in said
