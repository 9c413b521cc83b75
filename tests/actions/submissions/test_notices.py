"""What every mail about a submission says, and that it goes to whoever applied."""

import pytest

from pst.actions.accounts.sign_in import be_away
from pst.actions.submissions.messages import send_message
from pst.actions.submissions.notices import mail_facts, tell_applicant
from pst.models.base import write
from pst.models.emails import Email
from pst.models.handovers import Notice
from pst.models.office.settings import the_office
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, an_applicant, user

pytestmark = pytest.mark.usefixtures("db")


def test_a_mail_goes_to_the_applicant_with_what_it_adds():
    submission = a_submission(Status.SUBMITTED)

    with write():
        tell_applicant(submission, "message", WHEN, text="Halo.")

    mail = Email.select().order_by(Email.id.desc()).get()
    assert (mail.kind, mail.to, mail.facts["number"], mail.facts["text"]) == (
        "message",
        an_applicant().email,
        submission.number,
        "Halo.",
    )


def test_before_sending_a_mail_tells_todays_rule_and_no_last_day():
    facts = mail_facts(a_draft(), "Ibu Pemohon")

    assert (facts["due_on"], facts["rule"]) == ("", the_office().clock_rule.to_json())


def test_whoever_stands_in_is_told_as_well():
    submission = a_submission(Status.IN_REVIEW)
    be_away(user("petugas"), WHEN.date(), user("petugas2").id, WHEN)

    send_message(submission, an_applicant(), "Halo.", WHEN)

    told = [notice.person_id for notice in Notice.select().where(Notice.kind == "message").order_by(Notice.id)]
    assert told == [user("petugas").id, user("petugas2").id]
