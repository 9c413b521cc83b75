"""Holidays from a table people keep."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.exchange.holidays_csv import CsvRefused, read_holidays
from pst.rules.calendar import Holiday

WANTED = [
    Holiday(date(2027, 3, 8), "Hari Suci Nyepi", "national", True, "SKB 1205/2026"),  # Senin
    Holiday(date(2027, 3, 9), "Cuti bersama", "collective"),  # Selasa
    Holiday(date(2027, 3, 13), "Layanan Sabtu", "override", closed=False),  # Sabtu
]
COMMAS = """date,name,kind,decree
2027-03-13,Layanan Sabtu,override,
2027-03-08,Hari Suci Nyepi,national,SKB 1205/2026
2027-03-09,Cuti bersama,collective,
"""
SEMICOLONS = """\ufeffDate; Name; Kind; Decree\r
08/03/2027; Hari Suci Nyepi; Libur nasional; SKB 1205/2026\r
\r
9/3/2027;Cuti bersama;CUTI BERSAMA\r
13/3/2027;"Layanan Sabtu";hari kerja khusus;\r
"""


@pytest.mark.parametrize("text", [COMMAS, SEMICOLONS])
def test_both_kinds_of_csv_say_the_same(text):
    assert read_holidays(text) == WANTED


def test_a_comma_inside_quotes_belongs_to_the_name():
    text = 'kind,date,name\nlocal,2027-07-15,"Pilkada, putaran kedua"\n'

    assert read_holidays(text) == [Holiday(date(2027, 7, 15), "Pilkada, putaran kedua", "local")]  # Kamis


def test_every_wrong_line_is_named_and_nothing_is_read():
    text = "\n".join(
        [
            "date,name,kind,decree",
            "2027-03-08,Nyepi,national,",
            "2027-02-30,Tidak ada,national,",
            "2027-03-09,,collective,",
            "2027-03-10,Idulfitri,libur,",
            "2027-03-08,Nyepi lagi,national,",
            "1900-01-01,Dahulu,national,",
            "1/2/3/4,Apa ini,national,",
            f"2027-03-11,{'x' * 161},national,",
            "2027-03-12",
        ]
    )

    with pytest.raises(CsvRefused) as refusal:
        read_holidays(text)

    assert refusal.value.errors == [
        (3, "tanggal “2027-02-30” bukan tanggal; tulis seperti 2026-12-25."),
        (4, "nama hari kosong."),
        (5, "jenis “libur” tidak dikenal; yang dikenal: Libur nasional, Cuti bersama, Libur lokal, Hari kerja khusus."),
        (6, "tanggal 2027-03-08 sudah ada di baris lain."),
        (7, "tahun 1900 di luar 2000–2100."),
        (8, "tanggal “1/2/3/4” bukan tanggal; tulis seperti 2026-12-25."),
        (9, "nama dan keputusan paling panjang 160 tanda."),
        (10, "jenis “” tidak dikenal; yang dikenal: Libur nasional, Cuti bersama, Libur lokal, Hari kerja khusus."),
    ]
    assert str(refusal.value).startswith("Baris 3: tanggal “2027-02-30” bukan tanggal")


@pytest.mark.parametrize("text", ["", "\n\n", "hari,nama\n2027-03-08,Nyepi\n", "PK\x03\x04\x00\n"])
def test_a_table_without_its_columns_is_refused(text):
    with pytest.raises(CsvRefused) as refusal:
        read_holidays(text)

    assert refusal.value.errors[0][1].startswith("judul kolom harus tanggal, nama, jenis, dasar; tidak ada: tanggal")


def test_a_table_without_days_is_empty():
    assert read_holidays("date,name,kind,decree\n") == []


def test_too_many_lines_are_refused():
    line = "2027-03-08,Nyepi,national,\n"

    with pytest.raises(CsvRefused, match="paling banyak 2000 hari"):
        read_holidays("date,name,kind,decree\n" + line * 2001)


def test_a_quote_that_never_ends_is_refused_by_its_line():
    with pytest.raises(CsvRefused):
        read_holidays('date,name,kind,decree\n2027-03-08,"Nyepi,national,' + "x" * 200_000)


@given(st.text(alphabet='date,;"\n\r\ufeff2027-03/kindnamelocal\x00', max_size=80))
def test_any_text_is_read_or_refused(text):
    for given_text in (text, "date,name,kind\n" + text):
        try:
            assert all(isinstance(holiday, Holiday) for holiday in read_holidays(given_text))
        except CsvRefused as refusal:
            assert refusal.errors


def test_a_table_with_indonesian_heads_and_words_is_the_same():
    said = "Tanggal;Nama;Jenis;Dasar\n08/03/2027;Nyepi;Libur nasional;SKB\n"

    assert read_holidays(said) == read_holidays("date,name,kind,decree\n2027-03-08,Nyepi,national,SKB\n")


def test_a_line_that_breaks_off_is_named():
    with pytest.raises(CsvRefused) as refusal:
        read_holidays('date,name,kind,decree\n2027-03-08,"Nyepi,national,' + "x" * 200_000)

    assert refusal.value.errors == [(2, "tidak dapat dibaca sebagai CSV.")]
