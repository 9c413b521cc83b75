"""What is read before initials and signature is the same: the letter, its examination, and who initialled it."""

import pytest

from pst.rules.review.workflow import Status
from tests.factories import a_submission, user


@pytest.mark.parametrize(("status", "room"), [(Status.INITIALLING, "paraf"), (Status.AWAITING_SIGNATURE, "pengesahan")])
def test_letter_and_examination_stand_on_one_page(browse, status, room):
    submission = a_submission(status)

    page = browse(user("kepala")).get(f"/petugas/permohonan/{submission.number}/{room}")

    assert page.html.h1.text == submission.title
    assert "Sampaikan pedoman" in page and "Catatan: 0 dikirim" in page
    assert "Naskah surat mulai disusun" in page.html.select_one("#history").text
