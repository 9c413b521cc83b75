"""Going on with a draft from a mailed link, without a password: on another device, another day."""

from datetime import datetime

from pst.actions import attempts, audit, emails
from pst.actions.accounts import links
from pst.actions.accounts.security_log import note_sign_in
from pst.actions.accounts.sessions import end_session, open_session
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.lockout import BY_ALL_ASKERS, BY_MAILBOX
from pst.rules.review.workflow import WITH_APPLICANT
from pst.rules.steps import StepRefused


def mail_link(submission: Submission, actor: User, at: datetime) -> None:
    """Mail the applicant a link that opens this draft once, in place of earlier ones. Raises `StepRefused`."""
    with write():
        if not may_be_mailed(submission, actor):
            raise StepRefused("Tautan hanya dikirim kepada pemohon selama permohonan masih ada padanya.")
        links.void_links(actor, "resume")
        token, expires_at = links.make_link("resume", at, actor, {"number": submission.number})
        facts = {
            "name": actor.name,
            "number": submission.number,
            "title": submission.title,
            "path": f"/lanjutkan/{token}",
            "until": wording.long_moment(local(expires_at)),
        }
        emails.queue("resume_draft", actor.email, facts, at, submission)
        audit.record("account", str(actor.id), "send_resume_link", actor, at)


def may_be_mailed(submission: Submission, actor: User) -> bool:
    """Only what is the applicant's own and still to be written.

    Whoever also works in the office signs in with a password: such a link would open more than a draft. Nor does it
    go past a second factor.
    """
    own = submission.applicant_id == actor.id and submission.status in WITH_APPLICANT
    return own and not actor.is_staff and not actor.has_factor


def what_it_opens(token: str, at: datetime) -> Submission:
    """The draft behind a link that still works. Raises `links.LinkRefused`."""
    link = links.find_link(token, at, "resume")
    return _draft(link.user, link.facts)


def resume(token: str, device: str, old_token: str, at: datetime) -> tuple[User, Submission]:
    """Use the link up: a fresh session on this device, in place of the one its cookie had.

    Raises `links.LinkRefused`: also when the account was closed, or the draft has been sent.
    """
    with write():
        user, facts = links.use_link(token, at, "resume")
        draft = _draft(user, facts)
        assert user is not None
        user.signed_in_at = at
        user.save()
        end_session(old_token)
        note_sign_in(user, at)
        open_session(user, device, at, proved=False)
        audit.record("account", str(user.id), "resume", user, at)
    return user, draft


def may_be_sent_again(token: str) -> bool:
    """A link that was used up or is too old, of a draft that its applicant still writes."""
    try:
        link = links.find_over(token, "resume")
        _draft(link.user, link.facts)
    except links.LinkRefused:
        return False
    return True


def mail_again(token: str, asker: Asker, at: datetime) -> User:
    """A new link in place of one that is over, to the same person's mailbox. Raises `LinkRefused`, `TooManyTries`."""
    link = links.find_over(token, "resume")
    draft, user = _draft(link.user, link.facts), link.user
    with write():
        attempts.count_at_door("mail", user.email, user.id, asker, BY_MAILBOX, BY_ALL_ASKERS, at)
        mail_link(draft, user, at)
    return user


def _draft(user: User | None, facts: dict) -> Submission:
    draft = Submission.find(user, facts["number"]) if user and user.active else None
    if user is None or draft is None or not may_be_mailed(draft, user):
        raise links.LinkRefused
    return draft
