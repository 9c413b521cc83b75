"""Who somebody is towards a submission, and what that allows."""

from pst.rules.roles import STAFF, Role

READ, WRITE, APPROVE = "read", "write", "approve"
MAY = {READ: "Membaca", WRITE: "Mengisi", APPROVE: "Menyetujui sebelum dikirim"}
"""What somebody invited to a form may do with it; whoever may write or approve reads as well."""


def hats_towards(applicant: int, person: int, roles: frozenset[Role], initials: bool = False) -> frozenset[Role]:
    """The hats this person wears towards a submission of this applicant.

    Whoever applied does not work on it: its applicant is its applicant and nothing else, also when an officer. An
    officer who entered it for a visitor may also do what the applicant may. A stranger wears none. `initials`: the
    draft of its letter waits for those of this person.
    """
    if person == applicant:
        return frozenset({Role.APPLICANT})
    return (roles | ({Role.INITIALLER} if initials else frozenset())) - {Role.APPLICANT}


def may_write(hats: frozenset[Role], entered_by_office: bool) -> bool:
    """May fill in the form: its applicant, or an officer for a submission the office entered."""
    return Role.APPLICANT in hats or (Role.OFFICER in hats and entered_by_office)


def may_fill(hats: frozenset[Role], entered_by_office: bool, invited_to: str) -> bool:
    """May change answers: whoever may write, and whoever is invited to."""
    return may_write(hats, entered_by_office) or invited_to == WRITE


def may_be_invited(agency: int | None, own_agency: int | None, roles: frozenset[Role]) -> bool:
    """An invitation counts for people of the form's own agency; never for the office, which examines it."""
    return agency is not None and agency == own_agency and Role.APPLICANT in roles and not roles & STAFF
