"""Forms of the visit's page: why a contact is opened, and for whom a submission is begun."""

import pytest
from werkzeug.datastructures import MultiDict

from pst.forms.frontdesk.guests import CONTACT_REASONS, AssistForm, ContactForm

AGENCIES = [(1, "Dinas Kesehatan Kabupaten Mempawah"), (2, "Dinas Sosial Kabupaten Mempawah")]


@pytest.fixture(autouse=True)
def _in_a_request(app):
    with app.test_request_context(method="POST"):
        yield


def typed(**fields: str) -> MultiDict:
    return MultiDict(fields)


@pytest.mark.parametrize("reason", CONTACT_REASONS)
def test_a_contact_is_opened_for_one_of_the_reasons(reason):
    form = ContactForm(typed(reason=reason), meta={"csrf": False})

    assert form.validate()
    assert form.why == CONTACT_REASONS[reason]


@pytest.mark.parametrize("reason", ["", "ingin tahu"])
def test_without_a_known_reason_it_stays_shut(reason):
    form = ContactForm(typed(reason=reason), meta={"csrf": False})

    assert not form.validate()
    assert len(form.reason.errors) == 1


def test_the_applicant_is_a_person_of_a_listed_agency_or_of_one_named_anew():
    given = {"name": "Rahmat Tamu", "email": "rahmat@contoh.test", "position": "", "new_agency": ""}
    listed = AssistForm(AGENCIES, formdata=typed(**given, agency="2"), meta={"csrf": False})
    named = AssistForm(
        AGENCIES, formdata=typed(**{**given, "new_agency": "Kantor Desa Contoh"}, agency=""), meta={"csrf": False}
    )

    assert listed.validate() and named.validate()
    assert listed.person == {**given, "agency_id": 2}
    assert named.person == {**given, "agency_id": None, "new_agency": "Kantor Desa Contoh"}


def test_an_agency_that_is_not_offered_is_refused():
    form = AssistForm(
        AGENCIES, formdata=typed(name="Rahmat", email="rahmat@contoh.test", agency="99"), meta={"csrf": False}
    )

    assert not form.validate()
    assert list(form.errors) == ["agency"]
