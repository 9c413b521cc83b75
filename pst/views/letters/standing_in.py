"""The head names who stands in for them from today on, always with an end."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions.letters.signatories import STAND_IN, name_stand_in
from pst.forms.office.office import entered, entry_form
from pst.forms.shared_rows import KeptForm
from pst.models.accounts.users import User
from pst.models.letters.signatories import Signatory
from pst.rules import wording
from pst.rules.review.labels import SIGNATORY_LABELS
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved

blueprint = Blueprint("standing_in", __name__, url_prefix="/petugas/surat/pelaksana")
head_only = roles(Role.HEAD)


@blueprint.get("")
@head_only
def ask() -> Response | str:
    """Who signs from today on, and until when?"""
    return _page().show()


@blueprint.post("")
@head_only
def name() -> Response:
    """Name them."""
    with _page() as form:
        row = name_stand_in(entered(form, STAND_IN), current_user, clock.today(), clock.now())
    until = wording.long_date(row.ends)
    message = f"{row.name} mengesahkan surat sebagai {SIGNATORY_LABELS[row.kind]} sampai {until}."
    return saved(url_for("letter_register.index"), message)


def _page() -> FormPage[KeptForm]:
    others = [(str(user.id), f"{user.name} ({user.email})") for user in User.heads() if user.id != current_user.id]
    account, *items = STAND_IN
    form = entry_form((replace(account, options=(("", "Pilih …"), *others)), *items), data={"kind": "plh"})

    def around() -> dict[str, Any]:
        today = clock.today()
        trail = [("Register surat", url_for("letter_register.index")), ("Pelaksana harian", "")]
        return {"today": today, "signs": Signatory.on(today), "kinds": SIGNATORY_LABELS, "breadcrumbs": trail}

    return FormPage("letters/standing_in/entry.html", form, around)
