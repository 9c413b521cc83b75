"""The ready sentences a new office begins with, and how their gaps are filled."""

import pytest

from pst.questionnaires.shelf import CURRENT
from pst.rules.office.sentences import IN_REMARKS, KINDS, SENTENCES, USES, filled, placeholders, rule_ids, whole
from pst.rules.refusals import Refusal


def test_each_is_of_a_kind_and_belongs_to_a_block_of_the_form_or_to_all():
    blocks = {block.number for block in CURRENT.blocks} | {None}

    assert {each.block for each in SENTENCES} == blocks
    assert ({each.kind for each in SENTENCES}, {each.use for each in SENTENCES}) == (
        set(KINDS),
        {"offered", "standing"} & set(USES),
    )


def test_each_fits_the_form_it_is_edited_in_and_none_stands_twice():
    for each in SENTENCES:
        assert 3 <= len(each.heading) <= 80 and 20 <= len(each.text) <= 1000
        assert each.text == " ".join(each.text.split())
        assert whole(each.done) == each.done
        assert rule_ids(each.rules) == each.rules
        if each.kind not in ("basis", "duty"):
            assert each.text.endswith(".") and each.text[0].isupper()
    texts = [each.text for each in SENTENCES]
    assert len(set(texts)) == len(texts)


def test_what_was_asked_reads_as_done_afterwards_and_no_rule_has_two():
    assert [each.heading for each in SENTENCES if each.kind in IN_REMARKS[1:] and " telah " not in each.done] == []
    rules = [rule for each in SENTENCES for rule in each.rules.split()]
    assert len(set(rules)) == len(rules) > 30


def test_what_is_known_is_filled_in_and_the_rest_is_named():
    text = filled("Hasil {judul} diserahkan {tanggal}, paling lambat {tanggal}.", {"judul": "Survei", "tahun": ""})

    assert text == "Hasil Survei diserahkan {tanggal}, paling lambat {tanggal}."
    assert placeholders(["{a} lalu {b}", "{a}"]) == ["{a}", "{b}"]


@pytest.mark.parametrize(("check", "typed"), [(whole, "Telah {apa}."), (rule_ids, "R-III-09 X-99")])
def test_nonsense_is_refused(check, typed):
    with pytest.raises(Refusal):
        check(typed)
