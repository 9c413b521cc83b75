"""Which action carries out which verb on the officer's page. Sending is the form's page, signing the letter's."""

from collections.abc import Callable
from datetime import datetime

from pst.actions.letters import letters
from pst.actions.review import evaluations, remarks
from pst.actions.submissions import submissions
from pst.models.accounts.users import User
from pst.models.submissions.submissions import Submission

Action = Callable[[Submission, User, datetime, str], object]
"""Carries a step out, with its note, in a transaction of its own."""

ACTIONS: dict[str, Action] = {
    "declare_complete": submissions.declare_complete,
    "return_incomplete": remarks.return_incomplete,
    "resume_review": submissions.resume_review,
    "return_for_revision": remarks.return_for_revision,
    "start_evaluation": evaluations.start_evaluation,
    "back_to_review": evaluations.back_to_review,
    "start_drafting": evaluations.start_drafting,
    "propose_refusal": evaluations.propose_refusal,
    "back_to_evaluation": evaluations.back_to_evaluation,
    "request_initials": letters.request_signature,
    "request_signature": letters.request_signature,
    "send_back": letters.send_back,
    "void": letters.void,
    "deliver": submissions.deliver,
    "withdraw": submissions.withdraw,
}
