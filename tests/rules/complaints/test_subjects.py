"""Who is complained about is found in what people really write."""

import pytest

from pst.rules.complaints.subjects import mentioned, speaks_of_head

PEOPLE = [(1, "Sinta Petugas"), (2, "Bayu Pratama, S.ST"), (3, "Ani Sri Lestari, M.Si"), (4, "Dewi Kepala")]


@pytest.mark.parametrize(
    ("who", "text", "ids"),
    [
        ("Sinta", "", {1}),
        ("bu SINTA, loket dua", "", {1}),
        ("ani", "", {3}),  # two letters are enough where one is asked who
        ("", "Saya dilayani Bayu dengan kasar", {2}),
        ("", "pak bayu dan bu sinta", {1, 2}),
        ("", "Tadi Ani meminta uang", {3}),  # short, but written as a name
        ("", "tadi bu ani meminta uang", {3}),  # short, but spoken of as a name
        ("", "tadi ANI MEMINTA UANG", {3}),
        ("", "sri rejeki untuk semua", set()),  # short, small, and nobody's title before it
        ("petugas loket", "Kepala bagian dan petugas statistik melayani dengan baik", set()),
        ("", "Gelar S.ST dan M.Si tidak menyebut siapa pun", set()),
        ("", "pratamanya baik", set()),  # a part of a word is no name
        ("", "", set()),
    ],
)
def test_a_part_of_a_name_is_enough(who, text, ids):
    assert mentioned(who, text, PEOPLE) == ids


FAMILY = [(1, "Lestari Siregar, S.Si."), (2, "Hendra Siregar"), (3, "Yusuf Siregar"), (4, "Lestari Ayu Siregar")]


@pytest.mark.parametrize(
    ("who", "text", "ids"),
    [
        ("Hendra Siregar", "", {2}),
        ("hendra  SIREGAR, loket dua", "", {2}),
        ("Lestari Siregar", "", {1, 4}),  # whoever bears all of it
        ("Siregar", "", {1, 2, 3, 4}),
        ("Hendra", "", {2}),
        ("Hendra Siregar dan Yusuf", "", {2, 3}),
        ("Hendra Siregar", "Pak Siregar yang lain juga kasar", {1, 2, 3, 4}),  # said once more, of nobody knows whom
        ("", "Tadi Yusuf Siregar meminta uang", {3}),
        ("", "Hendra Siregarnya", {2}),
    ],
)
def test_a_full_name_does_not_speak_of_the_whole_family(who, text, ids):
    assert mentioned(who, text, FAMILY) == ids


@pytest.mark.parametrize(
    ("who", "text", "head"),
    [
        ("Kepala kantor", "", True),
        ("pimpinan", "", True),
        ("Kepala Dinas Kesehatan", "", False),
        ("kepala seksi", "", False),
        ("", "Kepala BPS meminta bagian", True),
        ("", "kepala  kantor\nitu berbohong", True),
        ("", "Pak Kepala tidak pernah ada", True),
        ("", "pimpinan di sini kasar", True),
        ("", "Surat dari kepala desa ditolak", False),
        ("", "Pak Kepala Desa ikut antre", False),
        ("", "Kepala saya pusing menunggu", False),
    ],
)
def test_the_head_is_recognised_by_the_post(who, text, head):
    assert speaks_of_head(who, text) is head
