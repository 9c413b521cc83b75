"""Forms of the counter offer what the rules know and nothing else."""

import pytest

from pst.forms.frontdesk.tickets import FinishForm, SeatForm, TransferForm
from pst.rules.frontdesk.tickets import LETTERS, RESULT_LABELS


@pytest.fixture
def is_sound(sent):
    return lambda form, **given: sent(form, given)[0] == {}


def test_every_queue_can_be_called_and_is_a_target(is_sound):
    for letter in LETTERS:
        assert is_sound(SeatForm, counter="2", services=letter)
        assert is_sound(TransferForm, service=letter)


def test_every_result_of_the_rules_ends_a_visit(is_sound):
    assert [result for result in RESULT_LABELS if not is_sound(FinishForm, result=result)] == []


def test_seats_queues_and_results_that_do_not_exist_are_refused(is_sound):
    assert not is_sound(SeatForm, counter="0")
    assert not is_sound(SeatForm, counter="1", services="Z")
    assert not is_sound(TransferForm, service="Z")
    assert not is_sound(FinishForm, result="kabur")
    assert not is_sound(FinishForm)
