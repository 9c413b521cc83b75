"""Answers in rows: which rows count, what one still lacks, what the schedule insists on."""

from copy import deepcopy

from pst.questionnaires.rekomendasi_2026.block_3_planning import SCHEDULE, VARIABLES
from pst.questionnaires.rekomendasi_2026.block_4_design import REGIONS
from tests.factories_answers import complete_answers

GOOD = complete_answers()


def test_a_complete_table_has_no_problem_and_lacks_nothing():
    for table in (SCHEDULE, VARIABLES, REGIONS):
        assert (table.problem(GOOD[table.code]), table.lacks(GOOD[table.code])) == (None, None)


def test_rows_that_say_nothing_do_not_count():
    stages_alone = [dict(row) for row in SCHEDULE.initial_rows]

    assert SCHEDULE.is_blank(stages_alone)
    assert VARIABLES.is_blank([VARIABLES.blank_row(), {"nama": "  "}])
    assert not VARIABLES.is_blank([{"nama": "Harga beras"}])


def test_a_row_with_a_hole_is_named():
    rows = [*deepcopy(GOOD["variabel"]), {"nama": "Jumlah kader", "konsep": "", "definisi": ""}]

    assert VARIABLES.problem(rows) is None
    assert VARIABLES.lacks(rows) == "Variabel 3: Konsep belum diisi."


def test_a_blank_row_between_does_not_hide_the_next():
    rows = [VARIABLES.blank_row(), {"nama": "Jumlah kader"}]

    assert VARIABLES.lacks(rows) == "Variabel 2: Konsep belum diisi."


def test_a_day_that_does_not_exist_is_found_in_its_cell():
    rows = [*GOOD["jadwal"], {"tahap": "evaluasi", "awal": "2027-02-30", "akhir": "2027-03-01"}]

    assert SCHEDULE.problem(rows).startswith("Baris 9 (Evaluasi), Tanggal mulai: Tulis tanggal")
    assert list(SCHEDULE.cell_problems(rows)) == ["jadwal-8-awal"]


def test_a_range_that_ends_before_it_starts_is_spoken_of_at_its_end():
    rows = [{"tahap": "desain", "awal": "2027-02-02", "akhir": "2027-02-01"}]
    message = "Baris 1 (Desain): tanggal selesai mendahului tanggal mulai. Betulkan salah satunya."

    assert SCHEDULE.problem(rows) == message
    assert SCHEDULE.cell_problems(rows) == {"jadwal-0-akhir": message}


def test_a_range_of_one_day_is_fine():
    assert SCHEDULE.problem([{"tahap": "desain", "awal": "2027-02-01", "akhir": "2027-02-01"}]) is None


def test_every_stage_needs_a_range_and_may_have_two():
    without = [row for row in GOOD["jadwal"] if row["tahap"] not in ("desain", "evaluasi")]

    assert SCHEDULE.lacks(without) == "Tahap ini belum bertanggal: Desain, Evaluasi."
    assert [row["tahap"] for row in GOOD["jadwal"]].count("pengumpulan_data") == 2


def test_a_stage_with_half_a_range_is_named():
    rows = [*GOOD["jadwal"], {"tahap": "evaluasi", "awal": "2027-11-01", "akhir": ""}]

    assert SCHEDULE.lacks(rows) == "Baris 9 (Evaluasi): Tanggal selesai belum diisi."


def test_more_than_three_hundred_rows_are_too_many():
    row = GOOD["variabel"][0]

    assert VARIABLES.problem([row] * 300) is None
    assert VARIABLES.problem([row] * 301) == "Paling banyak 300 baris; kurangi barisnya."


def test_two_tables_say_the_same_when_they_differ_in_nothing_filled():
    row = {"nama": "Harga", "definisi": "Harga eceran."}

    assert VARIABLES.same([row], [{**row, "konsep": ""}, VARIABLES.blank_row()])
    assert VARIABLES.same(None, [])
    assert not VARIABLES.same([row], [{**row, "konsep": "Harga konsumen"}])
    assert not VARIABLES.same([row], [])


def test_an_untouched_table_draws_its_initial_rows_and_an_emptied_one_a_blank_row():
    assert REGIONS.rows_to_show(None) == [{"provinsi": "kalimantan_barat", "kabupaten_kota": "Mempawah"}]
    assert REGIONS.rows_to_show([]) == [{"provinsi": "", "kabupaten_kota": ""}]
    assert [row["tahap"] for row in SCHEDULE.rows_to_show(None)] == [
        "perencanaan_kegiatan",
        "desain",
        "pengumpulan_data",
        "pengolahan_data",
        "analisis",
        "diseminasi_hasil",
        "evaluasi",
    ]


def test_rows_read_as_lines():
    assert REGIONS.show(GOOD["wilayah"]) == "Kalimantan Barat – Mempawah"
    assert SCHEDULE.show(GOOD["jadwal"][:2]) == (
        "Perencanaan Kegiatan: 1 Desember 2026 s.d. 15 Januari 2027\nDesain: 18 Januari 2027 s.d. 29 Januari 2027"
    )


def test_a_table_drawn_with_its_initial_or_blank_rows_counts_as_unchanged():
    mark = VARIABLES.mark

    assert SCHEDULE.mark(None) == SCHEDULE.mark([dict(row) for row in SCHEDULE.initial_rows])
    assert mark(None) == mark([]) == mark([VARIABLES.blank_row()])
    assert mark([{"nama": "Harga"}]) == mark([{**VARIABLES.blank_row(), "nama": "Harga"}])
    assert mark([{"nama": "Harga"}]) != mark([{"nama": "Berat"}])
