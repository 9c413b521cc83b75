"""Forms of the counter offer what the rules know and nothing else."""

from werkzeug.datastructures import MultiDict

from pst.forms.frontdesk.tickets import FinishForm, SeatForm, TransferForm
from pst.rules.frontdesk.tickets import LETTERS, RESULT_LABELS


def is_sound(app, form, **given) -> bool:
    with app.test_request_context(method="POST", data=given):
        return form(formdata=MultiDict(given), meta={"csrf": False}).validate()


def test_every_queue_can_be_called_and_is_a_target(app):
    for letter in LETTERS:
        assert is_sound(app, SeatForm, counter="2", services=letter)
        assert is_sound(app, TransferForm, service=letter)


def test_every_result_of_the_rules_ends_a_visit(app):
    assert [result for result in RESULT_LABELS if not is_sound(app, FinishForm, result=result)] == []


def test_seats_queues_and_results_that_do_not_exist_are_refused(app):
    assert not is_sound(app, SeatForm, counter="0")
    assert not is_sound(app, SeatForm, counter="1", services="Z")
    assert not is_sound(app, TransferForm, service="Z")
    assert not is_sound(app, FinishForm, result="kabur")
    assert not is_sound(app, FinishForm)
