"""The sentences a new office begins with."""

from pst.questionnaires.shelf import CURRENT
from pst.rules.office.sentences import SENTENCES


def test_each_belongs_to_a_block_of_the_form_or_to_all():
    blocks = {block.number for block in CURRENT.blocks} | {None}

    assert [block for block, _, _ in SENTENCES if block not in blocks] == []
    assert {block for block, _, _ in SENTENCES} == blocks


def test_each_is_a_whole_sentence_that_fits_the_form_it_is_edited_in():
    for _, heading, text in SENTENCES:
        assert 3 <= len(heading) <= 80 and 20 <= len(text) <= 1000
        assert text.endswith(".") and text[0].isupper() and text == " ".join(text.split())


def test_none_stands_twice():
    texts = [text for _, _, text in SENTENCES]

    assert len(set(texts)) == len(texts)
