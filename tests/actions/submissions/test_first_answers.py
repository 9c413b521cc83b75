"""What a new submission begins with."""

import pytest

from pst.actions.submissions.first_answers import first_answers
from pst.models.accounts.users import User
from pst.questionnaires import shelf
from pst.questionnaires.answers import initial
from tests.factories import an_applicant

pytestmark = pytest.mark.usefixtures("db")


def added(applicant: User) -> dict[str, str]:
    """What the form holds beyond an empty one."""
    empty = initial(shelf.CURRENT)
    return {code: value for code, value in first_answers(shelf.CURRENT, applicant).items() if empty.get(code) != value}


def test_what_account_and_agency_say_is_filled_in_and_nothing_else():
    applicant = an_applicant()
    applicant.position, applicant.phone = "Statistisi", ""

    assert added(applicant) == {
        "pj_nama": "Ratna Pemohon",
        "pj_jabatan": "Statistisi",
        "pj_email": "pemohon@contoh.test",
        "instansi_penyelenggara": "Dinas Kesehatan Kabupaten Mempawah",
        "alamat_instansi": "Jalan Contoh No. 1, Mempawah",
    }


def test_without_an_agency_only_the_person_is_known():
    applicant = an_applicant()
    applicant.agency = None

    assert added(applicant).keys() == {"pj_nama", "pj_jabatan", "pj_email"}
