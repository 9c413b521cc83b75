"""What is like a submission, and what its applicant says of it."""

import pytest

from pst.actions.catalogue.likeness import alike_to, answer_alike, design_of, said_when_sent
from pst.actions.submissions.submissions import submit
from pst.rules.catalogue.everyday import EVERYDAY
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, an_applicant

OTHERS = "Dinas Sosial Kabupaten Mempawah"


def test_what_was_recommended_before_is_like_the_next_and_no_submission_like_itself(db):
    before, now = a_submission(Status.ISSUED), a_submission(Status.IN_REVIEW)

    assert design_of(now).variables == ("Jumlah balita ditimbang", "Jumlah balita pendek")
    found = {near.alike.number: near for near in alike_to(now, EVERYDAY)}
    assert now.number not in found
    assert found[before.number].alike.reason == "pokok hampir sama, 2 dari 2 variabel sama, wilayah sama, tahun sama"
    assert not found[before.number].asked  # the same agency's


def test_what_is_said_of_it_goes_along_when_the_form_is_sent(db):
    a_submission(Status.ISSUED, instansi_penyelenggara=OTHERS)
    draft = a_draft()
    [near] = alike_to(draft, EVERYDAY)

    with pytest.raises(Refusal) as refused:
        answer_alike(draft, an_applicant(), [near], {near.key: ("needed", " ")}, WHEN)
    assert refused.value.field == f"alasan-{near.key}"
    answer_alike(draft, an_applicant(), [near], {near.key: ("needed", "Puskesmas belum terdata.")}, WHEN)
    assert said_when_sent(draft) == {}
    submit(draft, an_applicant(), WHEN)

    said = {"title": near.alike.title, "agency": OTHERS, "choice": "needed", "why": "Puskesmas belum terdata."}
    assert said_when_sent(draft) == {near.key: said}
    [now] = alike_to(draft, EVERYDAY)
    assert now.words == "Kegiatan kami tetap diperlukan: Puskesmas belum terdata"
