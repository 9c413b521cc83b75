"""Every code people may meet has its words."""

from pst.rules import labels
from pst.rules.roles import Role
from pst.rules.workflow import STEPS, Status


def test_every_status_has_label_tone_and_next_step():
    assert (
        set(labels.STATUS_LABELS) == set(labels.STATUS_TONES) == set(labels.NEXT_FOR_APPLICANT) == set(Status)
    )


def test_every_verb_of_the_workflow_has_its_word():
    assert {step.verb for step in STEPS} - set(labels.VERB_LABELS) == set()


def test_every_role_has_its_word():
    assert set(labels.ROLE_LABELS) == set(Role)


def test_an_unknown_verb_reads_as_itself():
    assert labels.verb_label("some_new_verb") == "some new verb"
