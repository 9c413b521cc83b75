"""How cases and their codes are numbered."""

import math

import pytest

from pst.rules import numbering


def test_submissions_and_complaints_are_numbered_by_year():
    assert numbering.submission_number("6104", 2026, 1) == "REK-6104-2026-0001"
    assert numbering.submission_number("6104", 2026, 12345) == "REK-6104-2026-12345"
    assert numbering.complaint_number(2026, 1) == "ADU-2026-0001"


def test_codes_have_no_signs_that_look_alike():
    assert not set(numbering.CODE_ALPHABET) & set("0O1IL")
    assert len(set(numbering.CODE_ALPHABET)) == len(numbering.CODE_ALPHABET) == 31


def test_codes_cannot_be_guessed():
    codes = {numbering.new_code() for _ in range(1000)}
    signs = len(numbering.new_code().replace("-", ""))

    assert signs * math.log2(len(numbering.CODE_ALPHABET)) >= 60
    assert len(codes) == 1000
    assert {sign for code in codes for sign in code} == {*numbering.CODE_ALPHABET, "-"}


def test_shorter_codes_can_be_asked_for():
    code = numbering.new_code(groups=2, size=3)

    assert numbering.clean_code(code, groups=2, size=3) == code
    assert numbering.clean_code(code) is None


@pytest.mark.parametrize(
    "typed",
    [
        "7KMP-2QXA-W9DT-3HFB",
        " 7kmp2qxaw9dt3hfb ",
        "7kmp 2qxa–w9dt—3hfb\n",
        "7K-MP2Q_XA.W9DT3HFB",
        "\u200b7KMP-2QXA-\u00adW9DT\u2060-3HFB\ufeff",
    ],
)
def test_a_code_is_the_same_however_it_is_typed(typed):
    assert numbering.clean_code(typed) == "7KMP-2QXA-W9DT-3HFB"
    assert numbering.hash_code(typed) == numbering.hash_code("7KMP-2QXA-W9DT-3HFB")


@pytest.mark.parametrize(
    "typed", ["", "-", "7KMP-2QXA-W9DT-3HF", "7KMP-2QXA-W9DT-3HFBB", "7KMP-2QXA-W9DT-3HF0", "7KMP-2QXA-W9DT-3HFÉ"]
)
def test_what_cannot_be_a_code_is_none(typed):
    assert numbering.clean_code(typed) is None


def test_a_code_s_hash_is_long_and_its_own():
    first, second = numbering.hash_code("7KMP-2QXA-W9DT-3HFB"), numbering.hash_code("7KMP-2QXA-W9DT-3HFC")

    assert first != second
    assert (len(first), set(first) <= set("0123456789abcdef")) == (64, True)


@pytest.mark.parametrize(
    ("typed", "recognised"),
    [
        (" 7kmp 2qxa w9dt 3hfb", ("code", "7KMP-2QXA-W9DT-3HFB")),
        ("rek-6104-2026-0001 ", ("submission", "REK-6104-2026-0001")),
        ("ADU–2026–0001", ("complaint", "ADU-2026-0001")),
        ("KS-2026-00001", ("box_form", "KS-2026-00001")),
        ("v-26.6104.001", ("identity", "V-26.6104.001")),
        ("B-1 /61040/KS.200/11/2026", ("letter", "B-1/61040/KS.200/11/2026")),
        ("B-108.1/61040//2026", ("letter", "B-108.1/61040//2026")),
        ("a/b", ("", "")),
        ("K-001", ("visit", "K-001")),
        ("", ("", "")),
    ],
)
def test_numbers_and_codes_are_recognised_by_their_shape(typed, recognised):
    assert numbering.recognise(typed) == recognised
