"""Where a box lies, and how an address carries it."""

import pytest

from pst.rules.complaints.redactions import MOST_BOXES, Box, read, with_box, written
from pst.rules.refusals import Refusal


def test_an_address_carries_boxes_and_whatever_else_stands_in_it_is_left_out():
    boxes = [Box(1, 100, 205, 500, 250), Box(2, 0, 0, 1000, 80)]

    assert read(written(boxes)) == boxes
    assert read("1,10,20,50;;1,60,0,50,9;2,0,0,1001,9;satu;9,1,1,2,2") == [Box(9, 1, 1, 2, 2)]


def test_a_box_covers_rather_one_dot_more_than_one_less():
    assert Box(1, 330, 330, 660, 660).on(101, 7) == (33, 2, 67, 5)


@pytest.mark.parametrize("sides", [(50, 0, 50, 10), (0, 10, 10, 5), (0, 0, 1001, 10)])
def test_what_covers_nothing_is_refused(sides):
    with pytest.raises(Refusal):
        with_box([], Box(1, *sides))


def test_there_are_so_many_boxes_and_no_more():
    box = Box(1, 0, 0, 1000, 10)

    assert with_box([], box) == [box]
    with pytest.raises(Refusal, match="Paling banyak"):
        with_box([box] * MOST_BOXES, box)
