"""What a new submission begins with, so that nobody types again what the account and its agency already say."""

from typing import Any

from pst.models.accounts.users import User
from pst.models.office.agencies import Agency
from pst.questionnaires.answers import initial
from pst.questionnaires.kinds import Questionnaire


def first_answers(form: Questionnaire, applicant: User) -> dict[str, Any]:
    """The form as it stands before anything is typed, and over it what is known of applicant and agency, by code."""
    return {**initial(form), **_known_of(applicant)}


def _known_of(applicant: User) -> dict[str, str]:
    known = {
        "pj_nama": applicant.name,
        "pj_jabatan": applicant.position,
        "pj_telepon": applicant.phone,
        "pj_email": applicant.email,
    }
    if agency := Agency.find(applicant.agency_id):
        known |= {
            "instansi_penyelenggara": agency.name,
            "alamat_instansi": agency.address,
            "telepon": agency.phone,
            "email": agency.email,
            "unit_eselon2": agency.leader,
        }
    return {code: value for code, value in known.items() if value}
