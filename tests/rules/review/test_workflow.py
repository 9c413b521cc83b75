"""The workflow, written a second time by hand: who may do what when, and where it leads."""

import pytest

from pst.rules.review.workflow import Status, find_step, open_steps
from pst.rules.roles import Role
from pst.rules.steps import StepRefused

MATRIX = """
draft              applicant  submit                submitted
draft              applicant  withdraw              withdrawn
draft              officer    submit                submitted
draft              officer    withdraw              withdrawn
submitted          applicant  withdraw              withdrawn
submitted          officer    declare_complete      in_review
submitted          officer    return_incomplete     incomplete
submitted          officer    withdraw              withdrawn
incomplete         applicant  submit                submitted
incomplete         applicant  withdraw              withdrawn
incomplete         officer    submit                submitted
incomplete         officer    withdraw              withdrawn
in_review          applicant  withdraw              withdrawn
in_review          officer    return_for_revision   needs_revision
in_review          officer    start_evaluation      evaluation
in_review          officer    withdraw              withdrawn
needs_revision     applicant  submit                revised
needs_revision     applicant  withdraw              withdrawn
needs_revision     officer    submit                revised
needs_revision     officer    propose_refusal       drafting
needs_revision     officer    withdraw              withdrawn
revised            applicant  withdraw              withdrawn
revised            officer    resume_review         in_review
revised            officer    withdraw              withdrawn
evaluation         applicant  withdraw              withdrawn
evaluation         officer    return_for_revision   needs_revision
evaluation         officer    back_to_review        in_review
evaluation         officer    start_drafting        drafting
evaluation         officer    withdraw              withdrawn
drafting           applicant  withdraw              withdrawn
drafting           officer    back_to_evaluation    evaluation
drafting           officer    request_initials      initialling
drafting           officer    request_signature     awaiting_signature
drafting           officer    withdraw              withdrawn
initialling        applicant  withdraw              withdrawn
initialling        officer    withdraw              withdrawn
initialling        initialler initial               initialling
initialling        initialler last_initial          awaiting_signature
initialling        initialler refuse_initial        drafting
initialling        head       refuse_initial        drafting
initialling        system     refuse_initial        drafting
awaiting_signature applicant  withdraw              withdrawn
awaiting_signature officer    withdraw              withdrawn
awaiting_signature head       send_back             drafting
awaiting_signature head       issue                 signing
signing            officer    publish               issued
signing            head       publish               issued
signing            head       void                  drafting
issued             officer    deliver               completed
issued             system     deliver               completed
issued             system     close_revoked         completed
"""


def test_the_matrix_of_status_role_and_verb_is_exactly_this():
    by_hand = {tuple(line.split()) for line in MATRIX.strip().splitlines()}

    by_table = {
        (status.value, role.value, step.verb, step.target.value)
        for status in Status
        for role in Role
        for step in open_steps(status, [role])
    }

    assert by_table == by_hand


def test_a_verb_nobody_knows_is_refused():
    with pytest.raises(StepRefused, match="tidak dikenal"):
        find_step(Status.DRAFT, "sign", [Role.HEAD])


def test_a_step_come_too_late_says_that_things_have_changed():
    assert find_step(Status.AWAITING_SIGNATURE, "issue", [Role.HEAD]).target == Status.SIGNING

    with pytest.raises(StepRefused, match="sudah berubah"):
        find_step(Status.ISSUED, "issue", [Role.HEAD])
