"""Facts of papers are frozen, and none of them has a place for who complained."""

from dataclasses import FrozenInstanceError, fields

import pytest

from pst.actions.complaints.identities import FIELDS
from pst.paper.complaints import complaint_facts
from tests.paper.sample_complaints import FORMS, MINUTES, REPLY


@pytest.mark.parametrize("facts", [FORMS, FORMS.forms[0], MINUTES, REPLY], ids=lambda it: type(it).__name__)
def test_facts_do_not_change_once_they_are_gathered(facts):
    with pytest.raises(FrozenInstanceError):
        facts.number = "lain"


def test_no_paper_has_a_place_for_an_identity():
    kinds = (
        complaint_facts.BlankForm,
        complaint_facts.FormFacts,
        complaint_facts.MinutesFacts,
        complaint_facts.ReplyFacts,
    )
    places = {field.name for kind in kinds for field in fields(kind)}

    assert places & (set(FIELDS) | {"complainant", "identity"}) == set()
    assert {"number", "code", "witnesses", "recipient"} <= places
