"""One complaint as the desk's rooms reach it: found through the person who asks, its trail, and the way back.

Whatever a person does that shuts him or her out leads back to the register without a word about why.
"""

from typing import Any

from flask import Response, abort, url_for
from flask_login import current_user

from pst.models.accounts.users import User
from pst.models.complaints.complaints import Complaint
from pst.rules.steps import StepRefused
from pst.web.fragments import saved


def find(number: str) -> Complaint:
    """The complaint, if this person may know of it; else it does not exist."""
    return Complaint.find(current_user, number) or abort(404)


def way_back(number: str) -> str:
    """The address of its page, or of the register for whoever may not know of it any more."""
    if Complaint.find(current_user, number) is None:
        return url_for("complaint_desk.index")
    return url_for("complaint_case.show", number=number)


def saved_on(number: str, message: str) -> Response:
    """Something about it is stored: back to it, as far as it can still be seen."""
    return saved(way_back(number), message, number)


def around(complaint: Complaint, here: str = "", register: str = "") -> dict[str, Any]:
    """What every page about it shows: the complaint and where we are; `register` is the list it was opened from."""
    trail = [
        ("Pengaduan", register or url_for("complaint_desk.index")),
        (complaint.number, url_for("complaint_case.show", number=complaint.number)),
    ]
    return {"complaint": complaint, "breadcrumbs": [*trail, (here, "")] if here else trail}


def colleague(key: str) -> User:
    """The account somebody chose. Raises `StepRefused` where none was."""
    user = next((user for user in User.colleagues() if str(user.id) == key), None)
    if user is None:
        raise StepRefused("Pilih petugas yang menangani.", "handler")
    return user


def possible_handlers(complaint: Complaint) -> list[tuple[int, str]]:
    """Whom it may be given to."""
    return [(user.id, user.name) for user in Complaint.handlers_if_given(complaint)]
