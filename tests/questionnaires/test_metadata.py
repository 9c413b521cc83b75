"""MS-Var and MS-Ind as they are declared: every column of the regulation, in its order."""

import pytest

from pst.questionnaires.metadata import INDICATORS, VARIABLES, begun, cell_text
from pst.questionnaires.shelf import CURRENT

INDICATOR = {column.code: "isi" for column in INDICATORS.columns if column.required} | {"dapat_diakses": "ya"}


def test_the_columns_are_those_of_the_regulation():
    assert (len(VARIABLES.columns), len(INDICATORS.columns)) == (13, 16)  # beside the number of the row


def test_the_first_rows_are_the_variables_of_the_form():
    rows = [{"nama": "Luas", "konsep": "", "definisi": "Luas sawah.", "referensi_waktu": "2026"}, {"nama": ""}]

    (row,) = begun(CURRENT.question("variabel"), {"variabel": rows})["ms_var"]

    assert (row["nama"], row["definisi"], row["alias"], row["tipe_data"]) == ("Luas", "Luas sawah.", "", "")


@pytest.mark.parametrize(
    ("more", "lacks", "problem"),
    [
        ({"komposit": "ya"}, ["Indikator Pembangun: Publikasi Ketersediaan", "Indikator Pembangun: Nama"], False),
        ({"komposit": "ya", "indikator_publikasi": "Profil", "indikator_nama": "Angka"}, [], False),
        ({"komposit": "tidak", "variabel_kegiatan": "Survei", "variabel_nama": "Umur"}, [], False),
        ({"komposit": "tidak", "variabel_kegiatan": "S", "variabel_nama": "U", "indikator_nama": "A"}, [], True),
    ],
)
def test_what_an_indicator_is_built_of_follows_its_kind(more, lacks, problem):
    row = {**INDICATOR, **more}

    assert INDICATORS.row_lacks(row) == lacks
    assert bool(INDICATORS.problem([row])) is problem


def test_what_was_left_blank_is_said_by_its_default():
    said = {column.code: cell_text(column, "") for column in VARIABLES.columns}

    assert (said["alias"], said["aturan_validasi"], said["nama"]) == ("-", "HARUS TERISI", "")
