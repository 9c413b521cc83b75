"""What the form says of the activity, wherever it is asked."""

import pytest

from pst.actions.submissions.activity import agency_name, differing_agency, table_of
from tests.factories import a_draft

pytestmark = pytest.mark.usefixtures("db")


def test_the_organiser_is_the_one_the_form_names_else_the_agency_of_the_applicant():
    draft = a_draft()
    named = {**draft.answers, "instansi_penyelenggara": "Dinas Contoh"}
    unnamed = {**draft.answers, "instansi_penyelenggara": ""}

    draft.answers = named
    assert agency_name(draft) == "Dinas Contoh"
    draft.answers = unnamed
    assert agency_name(draft) == draft.agency.name


def test_another_agency_than_that_of_the_account_is_told_with_both_names():
    draft = a_draft(instansi_penyelenggara="Dinas  kesehatan Kabupaten Mempawah")
    assert differing_agency(draft) is None

    draft.answers = {**draft.answers, "instansi_penyelenggara": "Dinas Contoh"}
    assert differing_agency(draft) == ("Dinas Contoh", "Dinas Kesehatan Kabupaten Mempawah")


def test_rows_are_asked_for_by_the_code_of_their_question():
    assert table_of(a_draft(), "jadwal").code == "jadwal"
    with pytest.raises(AssertionError):
        table_of(a_draft(), "judul_kegiatan")
