"""The workbook for INDAH: every item with its code and constant, and nobody's number where it is open to all."""

import io

from openpyxl import load_workbook

from pst.exchange.indah import indah_sheets
from pst.exchange.xlsx_table import write_book
from pst.questionnaires.metadata import VARIABLES, begun
from pst.questionnaires.shelf import CURRENT
from tests.factories_answers import complete_answers

ANSWERS = complete_answers("survei")


def book(contacts: bool):
    file = io.BytesIO()
    metadata = {**begun(CURRENT.question("variabel"), ANSWERS), "ms_ind": [{"nama": "Indeks", "komposit": "tidak"}]}
    write_book(file, indah_sheets(CURRENT, ANSWERS, metadata, contacts=contacts))
    return {sheet.title: list(sheet.values) for sheet in load_workbook(file)}


def test_what_was_chosen_stands_with_its_code_and_the_constant_of_indah():
    items = {row[1]: row[2:] for row in book(contacts=True)["MS-Keg"]}

    assert items["Cara Pengumpulan Data"] == ("Survei", "2", "SURVEI")
    assert items["Metode Pengumpulan Data"][1:] == ("3", "WAWANCARA; MENGISI_KUESIONER_SENDIRI")


def test_variables_and_indicators_have_all_their_columns_and_say_what_is_blank():
    sheets = book(contacts=False)

    head, first = sheets["MS-Var"][:2]
    assert head == ("No", *(column.label for column in VARIABLES.columns))
    assert dict(zip(head, first, strict=True))["Aturan Validasi"] == "HARUS TERISI"
    assert sheets["MS-Ind"][1][:2] == (1, "Indeks")


def test_nobody_can_be_reached_by_what_everybody_may_read():
    told, open_to_all = (repr(book(contacts)) for contacts in (True, False))

    for private in (ANSWERS["pj_nama"], ANSWERS["pj_telepon"], ANSWERS["email"], ANSWERS["alamat_instansi"]):
        assert private in told and private not in open_to_all
    assert ANSWERS["instansi_penyelenggara"] in open_to_all
