"""What these pages owe to whoever complains: who may come to the desk, and that nothing stays behind."""

from flask import Response

from pst.logs import keep_quiet
from pst.rules.roles import Role
from pst.web.access import roles

desk = roles(Role.OFFICER, Role.HEAD)


def keep_nowhere(response: Response) -> Response:
    """Nothing of these pages stays in the browser for whoever uses it next."""
    response.headers["Cache-Control"] = "no-store"
    return response


def leave_no_trace(response: Response) -> Response:
    """Of the complainants' pages nothing stays in the browser nor in our log."""
    keep_quiet()
    return keep_nowhere(response)
