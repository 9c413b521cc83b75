"""Where an officer sits is kept with the browser."""

import pytest

from pst.views.frontdesk.seat import Seat, leave_seat, my_seat, take_seat


@pytest.fixture(autouse=True)
def _in_a_request(app):
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("chosen", "kept"), [([], ()), (["P", "R"], ("R", "P")), (["A", "J", "P", "K", "R"], ()), (["X", "K"], ("K",))]
)
def test_a_seat_calls_its_queues_in_the_order_of_the_services_and_all_is_none(chosen, kept):
    take_seat(2, chosen)

    assert my_seat() == Seat(2, kept)


def test_whoever_leaves_sits_nowhere():
    take_seat(1, [])
    leave_seat()

    assert my_seat() is None
    leave_seat()
