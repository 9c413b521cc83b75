"""The office's ready sentences: each belongs to a block of the form, or to all, and has versions."""

import pytest

from pst.actions import lists
from pst.actions.office.sentences import BLOCKS, SENTENCES
from pst.models.office.sentences import Sentence
from pst.models.review.remarks import Remark
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_remark, a_submission, user


def a_sentence(**more) -> Sentence:
    return lists.add(
        SENTENCES, {"heading": "Jadwal", "text": "Mulai sesudah surat terbit.", **more}, user("admin"), WHEN
    )


def test_a_sentence_belongs_to_a_block_or_to_all():
    assert [number for number, _ in BLOCKS] == ["", *map(str, range(10))]
    assert dict((item.code, item.options) for item in SENTENCES.items)["block"] == BLOCKS


def test_another_wording_is_another_version_and_another_place_is_not(db):
    row = a_sentence()

    for values in ({"block": 3}, {"use": "retired"}, {"text": "Mulai sesudahnya."}, {"done": "Telah diundur."}):
        lists.change(SENTENCES, row, values, user("admin"), WHEN)

    assert Sentence.get().version == 3


def test_only_what_stands_in_every_letter_may_stand_in_it_by_itself(db):
    with pytest.raises(Refusal) as refusal:
        a_sentence(use="standing")

    assert refusal.value.field == "use"
    assert a_sentence(use="standing", kind="duty").use == "standing"


def test_what_remarks_were_written_with_stays(db):
    row = a_sentence()
    remark = a_remark(a_submission(Status.IN_REVIEW))
    Remark.update(sentence=row).where(Remark.id == remark.id).execute()

    with pytest.raises(Refusal, match="Tidak dipakai lagi"):
        lists.remove(SENTENCES, row, user("admin"), WHEN)
