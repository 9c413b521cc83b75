"""Who somebody is towards a submission, and what that allows."""

from pst.rules.roles import Role


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
