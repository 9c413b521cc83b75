"""A mailed link opens one draft once; whatever changed meanwhile closes it."""

from datetime import timedelta

import pytest

from pst.actions.accounts import accounts, links
from pst.actions.accounts.links import LinkRefused
from pst.actions.submissions import resumption, submissions
from pst.models.accounts.users import User, UserSession
from pst.models.emails import Email
from pst.rules.accounts.devices import Asker
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from tests.factories import WHEN, a_draft, a_submission, an_applicant, user

pytestmark = pytest.mark.usefixtures("db")


def token_of(draft, at=WHEN):
    resumption.mail_link(draft, an_applicant(), at)
    return newest_token()


def newest_token():
    return Email.select().order_by(Email.id.desc()).get().facts["path"].removeprefix("/lanjutkan/")


def test_the_link_opens_the_draft_and_a_session_once():
    draft = a_draft()
    token = token_of(draft)

    assert resumption.what_it_opens(token, WHEN).number == draft.number
    person, opened = resumption.resume(token, "Ponsel", "", WHEN + timedelta(hours=23))

    assert (person.id, opened.number, UserSession.select().count()) == (an_applicant().id, draft.number, 1)
    with pytest.raises(LinkRefused):
        resumption.resume(token, "Ponsel", "", WHEN + timedelta(hours=23))


def test_the_session_of_a_link_proves_nothing_yet():
    resumption.resume(token_of(a_draft()), "Ponsel", "", WHEN)

    assert UserSession.get().proved_at is None


@pytest.mark.parametrize("over", ["used", "old"])
def test_a_link_that_is_over_offers_a_new_one_to_the_same_mailbox(over):
    draft = a_draft()
    token, later = token_of(draft), WHEN + timedelta(days=3)
    if over == "used":
        resumption.resume(token, "Ponsel", "", WHEN)
    links.forget_old_links(later)

    assert resumption.may_be_sent_again(token)
    assert resumption.mail_again(token, Asker(address="10.0.0.7"), later).email == an_applicant().email
    assert resumption.what_it_opens(newest_token(), later).number == draft.number


def test_once_the_draft_is_sent_nothing_is_offered():
    draft = a_draft()
    token = token_of(draft)
    submissions.submit(draft, an_applicant(), WHEN)

    assert not resumption.may_be_sent_again(token)
    assert not resumption.may_be_sent_again("bukan-tautan")


def test_a_newer_link_and_a_day_end_an_older_one():
    draft = a_draft()
    first, second = token_of(draft), token_of(draft)

    with pytest.raises(LinkRefused):
        resumption.what_it_opens(first, WHEN)
    assert resumption.what_it_opens(second, WHEN).number == draft.number
    with pytest.raises(LinkRefused):
        resumption.what_it_opens(second, WHEN + timedelta(days=1, seconds=1))


def test_a_sent_draft_and_a_closed_account_are_not_opened():
    sent, kept = a_draft(), a_draft()
    token = token_of(sent)
    submissions.submit(sent, an_applicant(), WHEN)
    with pytest.raises(LinkRefused):
        resumption.resume(token, "Ponsel", "", WHEN)

    token = token_of(kept)
    accounts.close_user(an_applicant(), user("admin"), WHEN)
    with pytest.raises(LinkRefused):
        resumption.resume(token, "Ponsel", "", WHEN)


def test_only_the_applicant_is_mailed_and_nobody_who_also_works_here_or_has_a_second_factor():
    draft, sent = a_draft(), a_submission(Status.SUBMITTED)

    for submission, actor in ((draft, user("pemohon2")), (draft, user("petugas")), (sent, an_applicant())):
        with pytest.raises(StepRefused):
            resumption.mail_link(submission, actor, WHEN)
    both = frozenset({Role.APPLICANT, Role.OFFICER})
    for more in ({"second_factor": "disegel"}, {"second_factor": "", "roles": both}):
        User.update(more).where(User.id == an_applicant().id).execute()
        with pytest.raises(StepRefused):
            resumption.mail_link(draft, an_applicant(), WHEN)
    assert Email.select().where(Email.kind == "resume_draft").count() == 0
