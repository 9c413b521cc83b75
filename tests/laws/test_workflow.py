"""Law 5: no status is a dead end or out of reach, and each has its word; each e-mail kind its row."""

from pst.actions.review.steps import ACTIONS
from pst.rules.office.emails import KINDS
from pst.rules.review.labels import NEXT_FOR_APPLICANT, STATUS_LABELS, STATUS_TONES
from pst.rules.review.workflow import FINAL, STEPS, TRACK, Status
from pst.rules.roles import Role
from pst.views.review.buttons import PAGES


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


def test_every_verb_is_told_as_a_button_and_as_history_and_always_alike():
    words = {step.verb: {(row.past, row.note, row.page) for row in STEPS if row.verb == step.verb} for step in STEPS}

    assert [step.verb for step in STEPS if not (step.label and step.past)] == []
    assert [verb for verb, ways in words.items() if len(ways) != 1] == []


def test_every_step_that_people_take_has_an_action_or_a_page_of_its_own():
    assert {step.verb for step in STEPS if not step.page and step.takers != {Role.SYSTEM}} - set(ACTIONS) == set()
    assert set(ACTIONS) - {step.verb for step in STEPS} == set()
    assert {step.page for step in STEPS if step.page} == set(PAGES)


def test_a_step_that_asks_first_says_what_it_does():
    asking = [step for step in STEPS if step.verb in ACTIONS and not step.at_once]

    assert [step.verb for step in asking if not step.consequence] == []
    assert [step.verb for step in STEPS if step.at_once and step.note] == []


def test_every_living_status_has_one_stop_on_the_progress_track():
    stops = [status for stage in TRACK for status in stage.statuses]

    assert sorted(stops) == sorted(set(Status) - {Status.WITHDRAWN})


def test_every_email_a_step_sends_is_a_kind_of_mail():
    assert {step.mail for step in STEPS if step.mail} - set(KINDS) == set()
