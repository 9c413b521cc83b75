"""Texts: what is stored, what is refused, what is said about their shape."""

import pytest

from pst.questionnaires.kinds import Files, LongText, Refused, Text

TITLE = Text("judul", "", "Judul", "Bantuan", min_length=10)


def test_one_line_stays_one_line_and_paragraphs_stay_paragraphs():
    assert TITLE.parse(["Kompilasi\r\nData Ikan"]) == "Kompilasi Data Ikan"
    assert LongText("latar", "", "Latar", "Bantuan").parse([" satu\r\n\r\ndua "]) == "satu\n\ndua"


def test_a_short_text_is_stored_and_spoken_of():
    assert TITLE.parse(["Ikan"]) == "Ikan"
    assert TITLE.problem("Ikan") == "Tulis lebih lengkap: paling sedikit 10 karakter, sekarang 4."
    assert TITLE.problem("Kompilasi Ikan") is None
    assert TITLE.problem("  ") is None


def test_a_text_too_long_is_refused_with_its_length():
    with pytest.raises(Refused, match=r"paling banyak 300 karakter, sekarang 1\.201"):
        TITLE.parse(["a" * 1201])
    assert TITLE.parse(["a" * 300]) == "a" * 300


def test_the_limit_counts_letters_as_people_see_them():
    assert len(TITLE.parse(["e\u0301" * 300])) == 300


def test_files_are_never_taken_as_text():
    with pytest.raises(Refused, match="tombol Unggah"):
        Files("berkas", "9.1", "Berkas", "Bantuan").parse(["surat.pdf"])
