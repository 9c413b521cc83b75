"""What is like a submission."""

from pst.actions.catalogue.likeness import alike_to, design_of
from pst.rules.catalogue.everyday import EVERYDAY
from pst.rules.review.workflow import Status
from tests.factories import a_submission


def test_what_was_recommended_before_is_like_the_next_and_no_submission_like_itself(db):
    before, now = a_submission(Status.ISSUED), a_submission(Status.IN_REVIEW)

    assert design_of(now).variables == ("Jumlah balita ditimbang", "Jumlah balita pendek")
    found = {each.number: each for each in alike_to(now, EVERYDAY)}
    assert now.number not in found
    assert found[before.number].reason == "pokok hampir sama, 2 dari 2 variabel sama, wilayah sama, tahun sama"
