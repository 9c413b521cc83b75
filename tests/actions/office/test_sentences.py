"""The sentences officers use again: each belongs to a block of the form, or to all."""

from pst.actions.office.sentences import BLOCKS, SENTENCES


def test_a_sentence_belongs_to_a_block_or_to_all():
    assert [number for number, _ in BLOCKS] == ["", *map(str, range(10))]
    assert SENTENCES.items[0].options == BLOCKS
