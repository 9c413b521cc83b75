"""What was found, by the question it is shown at."""

import pytest

from pst.rules.catalogue.design_checks import Design
from pst.rules.review.workflow import Status
from pst.views.review.checklist import checklist
from tests.factories import a_submission


@pytest.mark.usefixtures("db")
def test_a_finding_stands_at_the_first_question_that_is_asked_and_knows_the_remark_that_says_it():
    design = Design({"judul_kegiatan": "Survei Harga Kota 2026", "produk_digital": "ya"})
    submission = a_submission(Status.IN_REVIEW)

    found = checklist(submission, design, {"judul_kegiatan", "telepon"}, ["Judul memuat tahun. Hapus."])

    assert [(item.id, item.weight, item.noted) for item in found["judul_kegiatan"]] == [
        ("R-ID-04A", "Perlu dipertimbangkan", True)
    ]
    assert [item.id for item in found["telepon"]] == ["R-I-04"]
    assert {"R-I-01", "R-II-01"} <= {item.id for item in found[""]}
