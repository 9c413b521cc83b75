"""What is attached now, and what once was."""

import pytest

from pst.models.base import write
from pst.models.files import Attachment
from tests.factories import WHEN, a_draft

pytestmark = pytest.mark.usefixtures("db")


def test_a_released_file_is_off_the_form_and_still_there():
    draft = a_draft()
    (attachment,) = Attachment.of(draft)
    with write():
        Attachment.update(removed_at=WHEN).where(Attachment.id == attachment.id).execute()

    assert list(Attachment.of(draft)) == []
    assert Attachment.anywhere(draft, attachment.id).file.size == 1234


def test_a_file_of_another_submission_is_not_found():
    (attachment,) = Attachment.of(a_draft())

    assert Attachment.anywhere(a_draft(), attachment.id) is None
