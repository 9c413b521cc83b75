"""What the public reads of complaints."""

from datetime import date

import pytest

from pst.models.base import write
from pst.models.complaints.publications import Publication
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import a_complaint

pytestmark = pytest.mark.usefixtures("db")


def test_only_what_a_second_person_agreed_to_is_shown():
    first, second = a_complaint(), a_complaint()
    with write():
        for complaint, day in ((first, None), (second, date(2026, 12, 1))):
            Publication.create(
                complaint=complaint,
                title="Antrean",
                text="Lama",
                answer="Dua loket",
                prepared_by=an_officer(),
                prepared_at=WHEN,
                approved_by=user("petugas2") if day else None,
                approved_on=day,
            )

    assert [item.complaint_id for item in Publication.published()] == [second.id]
    assert Publication.of(first).approved_on is None
