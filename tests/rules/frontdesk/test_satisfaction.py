"""One question after the service, and what its answers come to."""

import pytest

from pst.rules.frontdesk.satisfaction import (
    QUESTIONS,
    RatingRefused,
    RatingSummary,
    check_answers,
    overall_of,
    summary_of,
)


def test_each_question_wants_one_of_four_steps():
    assert check_answers({"keseluruhan": 4, "lain": 9}) == {"keseluruhan": 4}
    for answers in ({}, {"keseluruhan": 0}, {"keseluruhan": 5}):
        with pytest.raises(RatingRefused):
            check_answers(answers)


def test_today_one_question_is_asked():
    assert [question.code for question in QUESTIONS] == ["keseluruhan"]


def test_several_answers_count_as_their_mean_to_the_nearest_step():
    assert overall_of({"keseluruhan": 2}) == 2
    assert overall_of({"u1": 3, "u2": 4}) == 4
    assert overall_of({"u1": 3, "u2": 3, "u3": 4}) == 3


def test_a_summary_counts_each_step_and_writes_the_index_as_ikm():
    assert summary_of([4, 4, 3, 1]) == RatingSummary(
        (("Sangat baik", 2), ("Baik", 1), ("Kurang baik", 0), ("Tidak baik", 1)), 4, 3.0, 75.0
    )


def test_without_answers_nothing_is_claimed():
    assert (summary_of([]).total, summary_of([]).mean, summary_of([]).index) == (0, None, None)
