"""A person's address changes: asked for by the owner or an administrator, in force when the new mailbox answers."""

from datetime import datetime

from pst.actions import emails
from pst.actions.accounts import links
from pst.actions.accounts.security_log import other_name, record_deed
from pst.actions.accounts.sign_in import prove
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.emails import Email
from pst.models.submissions.together import Invited
from pst.rules import wording
from pst.rules.refusals import Refusal

TAKEN = "Alamat surel ini sudah dipakai akun lain."


def ask_new(user: User, email: str, actor: User | None, at: datetime) -> None:
    """Mail the new address a link, and tell the old one, which works until the link is used.

    Raises `Refusal` where another account has it.
    """
    with write():
        refuse_taken(email, user)
        links.void_links(user, "new_email")
        token, expires_at = links.make_link("new_email", at, user, {"email": email.strip()})
        until = wording.long_moment(local(expires_at))
        facts = {"name": user.name, "path": f"/alamat-baru/{token}", "until": until}
        emails.queue("confirm_new_email", email.strip(), facts, at, owner=user)
        _tell_old(user, "asked", email.strip(), actor, at)
        record_deed(user, "ask_new_email", actor, at)


def asked_for(token: str, at: datetime) -> str:
    """The new address that this link confirms. Raises `LinkRefused`."""
    return str(links.find_link(token, at, "new_email").facts["email"])


def confirm_new(token: str, password: str, at: datetime) -> User:
    """The new mailbox is the owner's: whoever reads it knows the account's password, too. The old one is told.

    Without the password an administrator could move somebody's account into a mailbox of his own. Raises
    `LinkRefused`, `SignInRefused`, `TooManyTries`.
    """
    user = links.find_link(token, at, "new_email").user
    if user is None or not user.is_active:
        raise links.LinkRefused
    prove(user, password, at, where="new_email")
    with write():
        _, facts = links.use_link(token, at, "new_email")
        refuse_taken(facts["email"], user)
        _tell_old(user, "done", facts["email"], user, at)
        Email.stay_with(user)
        User.update(email=facts["email"]).where(User.id == user.id).execute()
        Invited.follow(user.email, facts["email"])
        links.void_links(user)
        record_deed(user, "change_email", user, at, "email")
    return user


def refuse_taken(email: str, user: User | None = None) -> None:
    """Raise `Refusal` where an account of somebody else has this address."""
    owner = User.by_email(email)
    if owner is not None and (user is None or owner.id != user.id):
        raise Refusal(TAKEN, "email")


def _tell_old(user: User, what: str, email: str, actor: User | None, at: datetime) -> None:
    when = wording.long_moment(local(at))
    facts = {"name": user.name, "what": what, "new": email, "who": other_name(user, actor), "when": when}
    emails.queue("email_changed", user.email, facts, at)
