"""Outgoing mail as the office sees it: what went, what waits, what failed and why; and trying again."""

from functools import partial

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions import audit, emails
from pst.mail.compose import Uncomposable, words
from pst.models.emails import FILTERS, MANY, SORTS, Email
from pst.rules import wording
from pst.rules.office.emails import STATE_LABELS, STATE_TONES, kind_of
from pst.rules.refusals import Refusal
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.fragments import saved, told
from pst.web.instance import the_config, the_office
from pst.web.registers import Register, listed, narrowed_to, wanted_of

blueprint = Blueprint("emails", __name__, url_prefix="/petugas/surel")


@blueprint.get("")
@roles(Role.OFFICER, Role.HEAD, Role.ADMIN)
def outbox() -> str:
    wanted, counts = wanted_of(REGISTER), Email.count_by_state()
    return render_template(
        "office/emails/outbox.html",
        listed=listed(REGISTER, wanted),
        chips=_chips(wanted["keadaan"], counts),
        kind_of=kind_of,
        states=STATE_LABELS,
        tones=STATE_TONES,
        waits=_waits,
        needs_help=_needs_help,
        may_cancel=partial(emails.may_cancel, at=clock.now()),
        failed=counts.get("failed", 0),
        server=the_config().smtp,
        home=_home(),
    )


@blueprint.get("/<int:number>")
@roles(Role.OFFICER, Role.HEAD, Role.ADMIN)
def read(number: int) -> ResponseReturnValue:
    """One mail as its receiver reads it; that it was looked at is recorded."""
    email = _find(number)
    audit.record_look(current_user, f"email {email.id}", clock.now(), "Membaca surel keluar")
    subject, body, secret = _as_read(email)
    return render_template(
        "office/emails/read.html",
        email=email,
        subject=subject,
        body=body,
        secret=secret,
        kind_of=kind_of,
        states=STATE_LABELS,
        tones=STATE_TONES,
        waits=_waits,
        may_try=_may_try(email),
        may_cancel=emails.may_cancel(email, clock.now()),
        home=_home(),
    )


@blueprint.post("/<int:number>/coba-lagi")
@roles(Role.OFFICER, Role.HEAD, Role.ADMIN)
def try_again(number: int) -> ResponseReturnValue:
    email = _find(number)
    if not emails.try_again(email, current_user, clock.now()):
        return told(url_for(".outbox"), "Surel ini sudah terkirim; tidak ada yang diulang.")
    return saved(url_for(".read", number=number), "Surel ini dikirim ulang dalam satu menit.")


@blueprint.post("/<int:number>/batalkan")
@roles(Role.OFFICER, Role.HEAD, Role.ADMIN)
def cancel(number: int) -> ResponseReturnValue:
    try:
        emails.cancel(_find(number), current_user._get_current_object(), clock.now())
    except Refusal as refusal:
        return told(url_for(".read", number=number), str(refusal))
    return saved(url_for(".read", number=number), "Surel ini tidak jadi dikirim.")


@blueprint.post("/coba-lagi-semua")
@roles(Role.ADMIN)
def try_all_again() -> ResponseReturnValue:
    count = emails.try_all_again(current_user, clock.now())
    return saved(url_for(".outbox"), f"{count} surel dikirim ulang mulai menit ini.")


def _find(number: int) -> Email:
    return Email.find(number) or abort(404)


def _as_read(email: Email) -> tuple[str, str, bool]:
    """Subject, body, and whether the body is its owner's alone: whoever has the link has the account."""
    if kind_of(email.kind).secret:
        return kind_of(email.kind).label, "", True
    try:
        return (*words(email, the_config().site, the_office(), attached=bool(email.facts.get("letter_file"))), False)
    except Uncomposable as error:
        return kind_of(email.kind).label, str(error), False


def _may_try(email: Email) -> bool:
    """A kept mail goes out only once there is a server."""
    return email.state == "failed" or _waits(email) or (email.state == "kept" and bool(the_config().smtp))


def _needs_help(email: Email) -> bool:
    """What the list offers to try again: not what still waits for its first try."""
    return _may_try(email) and (email.tries > 0 or not _waits(email))


def _waits(email: Email) -> bool:
    return email.state == "queued"


def _chips(state: str | None, counts: dict[str, int]) -> list[tuple[str, str, bool]]:
    """Ready filters, each with its count."""
    every = (f"Semua ({_told(sum(counts.values()))})", narrowed_to(REGISTER.address, {}), state is None)
    return [
        every,
        *(
            (f"{label} ({_told(counts.get(key, 0))})", narrowed_to(REGISTER.address, {"keadaan": key}), state == key)
            for key, label in STATE_LABELS.items()
        ),
    ]


def _told(count: int) -> str:
    """The number of mails, as far as they were counted."""
    return str(count) if count <= MANY else f"lebih dari {wording.number(MANY)}"


def _home() -> tuple[str, str]:
    """Where the breadcrumbs begin: an administrator without other hats has no work list."""
    if current_user.has(Role.OFFICER, Role.HEAD):
        return "Pekerjaan", "/petugas"
    return "Kantor", "/petugas/kantor"


REGISTER = Register(address="emails.outbox", filters=FILTERS, sorts=SORTS, page=Email.page)
