"""Forms of the visit's page: why a contact is opened, and for whom a submission is begun."""

import pytest

from pst.forms.frontdesk.guests import CONTACT_REASONS, AssistForm, ContactForm

AGENCIES = [(1, "Dinas Kesehatan Kabupaten Mempawah"), (2, "Dinas Sosial Kabupaten Mempawah")]


@pytest.mark.parametrize("reason", CONTACT_REASONS)
def test_a_contact_is_opened_for_one_of_the_reasons(sent, reason):
    errors, form = sent(ContactForm, {"reason": reason})

    assert (errors, form.why) == ({}, CONTACT_REASONS[reason])


@pytest.mark.parametrize("reason", ["", "ingin tahu"])
def test_without_a_known_reason_it_stays_shut(sent, reason):
    errors, _ = sent(ContactForm, {"reason": reason})

    assert {field: len(said) for field, said in errors.items()} == {"reason": 1}


def test_the_applicant_is_a_person_of_a_listed_agency_or_of_one_named_anew(sent):
    given = {"name": "Rahmat Tamu", "email": "rahmat@contoh.test", "position": "", "new_agency": ""}
    listed = sent(an_assist_form, {**given, "agency": "2"})
    named = sent(an_assist_form, {**given, "new_agency": "Kantor Desa Contoh", "agency": ""})

    assert (listed[0], listed[1].person) == ({}, {**given, "agency_id": 2})
    assert (named[0], named[1].person) == ({}, {**given, "agency_id": None, "new_agency": "Kantor Desa Contoh"})


def test_an_agency_that_is_not_offered_is_refused(sent):
    errors, _ = sent(an_assist_form, {"name": "Rahmat", "email": "rahmat@contoh.test", "agency": "99"})

    assert list(errors) == ["agency"]


def an_assist_form() -> AssistForm:
    return AssistForm(AGENCIES)
