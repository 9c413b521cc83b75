"""A questionnaire finds its questions and blocks."""

from typing import NamedTuple

import pytest

from pst.questionnaires.kinds import Block, Is, Questionnaire, Text, YesNo

TRIAL = YesNo("uji_coba", "6.1", "Uji coba", "Bantuan")
RESULT = Text("hasil", "6.2", "Hasil", "Bantuan", ask_if=Is("uji_coba", "ya"))
NOTE = Text("catatan", "", "Catatan", "Bantuan")
FIRST, SECOND = Block(1, "satu", "Satu", "", (TRIAL, RESULT)), Block(2, "dua", "Dua", "", (NOTE,))
FORM = Questionnaire("contoh", "Contoh", (FIRST, SECOND))


def test_questions_come_in_the_order_of_the_blocks():
    assert FORM.questions == (TRIAL, RESULT, NOTE)


def test_question_and_block_are_found_by_code_and_number():
    assert (FORM.question("hasil"), FORM.block_of("catatan"), FORM.block(1)) == (RESULT, SECOND, FIRST)
    assert ("hasil" in FORM, "lain" in FORM, FIRST.asks("hasil"), SECOND.asks("hasil")) == (True, False, True, False)


@pytest.mark.parametrize("find", [lambda: FORM.question("lain"), lambda: FORM.block_of("lain"), lambda: FORM.block(3)])
def test_what_is_not_there_is_a_key_error(find):
    with pytest.raises(KeyError):
        find()


def test_a_title_joins_number_and_label():
    assert (RESULT.title, NOTE.title) == ("6.2 Hasil", "Catatan")


def test_rows_stand_in_the_order_of_their_questions_and_what_is_about_the_whole_before_them():
    rows = [
        NamedRow("catatan", 1),
        NamedRow("hasil", 2),
        NamedRow("", 3),
        NamedRow("uji_coba", 4),
        NamedRow("hasil", 5),
    ]

    assert [row.number for row in FORM.in_order(rows)] == [3, 4, 2, 5, 1]


class NamedRow(NamedTuple):
    code: str
    number: int
