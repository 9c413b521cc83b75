"""Who signs letters, by date."""

from datetime import date
from functools import partial

from flask import Blueprint, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.letters import signatories
from pst.actions.letters.signatories import FIELDS, SignatoryRefused
from pst.actions.seen import ChangedMeanwhile
from pst.forms.office.office import SignatoryForm
from pst.forms.shared_rows import KeptForm
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.letters.signatories import Signatory
from pst.rules.review.labels import SIGNATORY_LABELS
from pst.rules.roles import Role
from pst.views.office.office import placed
from pst.web.access import roles
from pst.web.fragments import refused, saved, told
from pst.web.querying import text_of

blueprint = Blueprint("signatories", __name__, url_prefix="/petugas/kantor/penanda-tangan")
admin_only = roles(Role.ADMIN)
_around = partial(placed, room="Penanda tangan")


@blueprint.get("")
@admin_only
def index() -> str:
    """All rows, and who signs on the day that is asked for (today)."""
    day = _day(text_of("tanggal"))
    return render_template(
        "office/office/signatories.html",
        rows=list(Signatory.everybody()),
        day=day,
        signs=Signatory.on(day),
        kinds=SIGNATORY_LABELS,
        **_around("Penanda tangan"),
    )


@blueprint.get("/baru")
@admin_only
def new() -> str:
    form = SignatoryForm(_heads())
    return render_template("office/office/signatory.html", row=None, form=form, **_around("Pejabat baru"))


@blueprint.post("/baru")
@admin_only
def create():
    return _keep(None, "Pejabat baru")


@blueprint.get("/<int:row_id>")
@admin_only
def show(row_id: int) -> str:
    row = _find(row_id)
    form = SignatoryForm(_heads(row), data={**row.values(), "user": str(row.user_id)})
    form.showing(signatories.kept(row))
    return render_template("office/office/signatory.html", row=row, form=form, **_around(row.name))


@blueprint.post("/<int:row_id>")
@admin_only
def change(row_id: int):
    row = _find(row_id)
    return _keep(row, row.name)


@blueprint.post("/<int:row_id>/hapus")
@admin_only
def remove(row_id: int):
    """Take out a row entered by mistake."""
    row = _find(row_id)
    try:
        signatories.remove_signatory(row, current_user, clock.now(), KeptForm().seen.data or "")
    except (SignatoryRefused, ChangedMeanwhile) as refusal:
        return told(url_for(".show", row_id=row.id), str(refusal))
    return saved(url_for(".index"), f"Baris {row.name} dihapus.")


def _keep(row: Signatory | None, title: str):
    form = SignatoryForm(_heads(row))
    if form.validate():
        try:
            signatories.put_signatory(
                row, current_user, clock.now(), form.seen.data or "", user=int(form.user.data), **_given(form)
            )
        except SignatoryRefused as refusal:
            form.form_errors.append(str(refusal))
        except ChangedMeanwhile as refusal:
            form.changed_meanwhile(refusal)
        else:
            return saved(url_for(".index"), f"{form.name.data} disimpan sebagai penanda tangan.")
    return refused("office/office/signatory.html", row=row, form=form, **_around(title))


def _given(form: SignatoryForm) -> dict[str, object]:
    """What was typed beside the account, an empty line as an empty text."""
    texts = {name: form[name].data or "" for name in FIELDS if name not in ("user", "starts", "ends")}
    return {**texts, "starts": form.starts.data, "ends": form.ends.data}


def _find(row_id: int) -> Signatory:
    """The row; of one that was removed, the list is told by whom."""
    if row := Signatory.find(row_id):
        return row
    last = Event.latest("signatory", str(row_id))
    if last is None or last.verb != "remove":
        abort(404)
    name = last.facts["from"]["name"]
    abort(told(url_for(".index"), f"Baris {name} sudah dihapus oleh {last.actor_name}."))


def _heads(row: Signatory | None = None) -> list[tuple[int, str]]:
    """Accounts that may sign.

    The row's own also when it no longer may, so that its dates can be corrected.
    """
    heads = [(user.id, f"{user.name} ({user.email})") for user in User.heads()]
    if row is None or row.user_id in {user_id for user_id, _ in heads}:
        return heads
    return [*heads, (row.user_id, f"{row.name} (bukan Kepala lagi)")]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return clock.today()
