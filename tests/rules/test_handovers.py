"""What people of the office are told: every step that tells names a kind, and every kind has its mail."""

from pst.rules.complaints import complaints
from pst.rules.handovers import ASSIGNEE, CARRIER, HEADS, KINDS, MAIL_CHOICES, NAMED, OFFICERS, ROWS
from pst.rules.office import emails
from pst.rules.review import workflow


def test_steps_tell_kinds_that_exist():
    told = {step.verb: step.tells for step in (*workflow.STEPS, *complaints.STEPS) if step.tells}

    assert set(told.values()) <= set(KINDS)
    assert told["request_signature"] == "to_sign" and told["send_back"] == "sent_back"


def test_each_kind_says_whom_it_reaches_and_by_which_mail():
    assert {row.to for row in ROWS} <= {ASSIGNEE, CARRIER, HEADS, NAMED, OFFICERS}
    assert {row.mail for row in ROWS} <= set(emails.KINDS)
    assert set(MAIL_CHOICES) == {"once", "morning", "never"}
