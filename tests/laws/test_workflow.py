"""Law 5: no status is a dead end or out of reach, and each has its word; each e-mail kind its row."""

from pst.rules.office.emails import KINDS
from pst.rules.review.labels import NEXT_FOR_APPLICANT, STATUS_LABELS, STATUS_TONES, VERB_LABELS
from pst.rules.review.workflow import FINAL, STEPS, TRACK, Status


def test_every_status_can_be_reached_from_a_draft():
    reached = {Status.DRAFT}
    while more := {step.target for step in STEPS if step.sources & reached} - reached:
        reached |= more

    assert reached == set(Status)


def test_every_status_can_end():
    ending = set(FINAL)
    while more := {source for step in STEPS if step.target in ending for source in step.sources} - ending:
        ending |= more

    assert ending == set(Status)


def test_nothing_leaves_a_final_status_and_something_leaves_every_other():
    left = {source for step in STEPS for source in step.sources}

    assert left == set(Status) - FINAL


def test_one_verb_leads_to_one_place_from_each_status():
    rows = [(step.verb, source) for step in STEPS for source in step.sources]

    assert sorted(set(rows)) == sorted(rows)


def test_every_status_has_its_word_and_no_two_share_one():
    assert set(STATUS_LABELS) == set(Status)
    assert len(set(STATUS_LABELS.values())) == len(Status)


def test_every_status_has_its_tone_and_its_next_step_for_the_applicant():
    assert (set(STATUS_TONES), set(NEXT_FOR_APPLICANT)) == (set(Status), set(Status))


def test_every_verb_has_its_word_in_the_history():
    assert {step.verb for step in STEPS} - set(VERB_LABELS) == set()


def test_every_living_status_has_one_stop_on_the_progress_track():
    stops = [status for stage in TRACK for status in stage.statuses]

    assert sorted(stops) == sorted(set(Status) - {Status.WITHDRAWN})


def test_every_email_a_step_sends_is_a_kind_of_mail():
    assert {step.email for step in STEPS if step.email} - set(KINDS) == set()
