"""The steps of a complaint, as a matrix written by hand beside the table."""

import pytest

from pst.rules.complaints.complaints import (
    ASKED_KINDS,
    CLASSES,
    DESK,
    ENDED,
    FINAL,
    OPEN,
    STEPS,
    TRACK,
    WITH_OFFICE,
    Hat,
    Kind,
    Privacy,
    Status,
    find_step,
    hats_of,
    may_be_published,
    may_open_identity,
    open_steps,
)
from pst.rules.steps import StepRefused

MATRIX = """
received     complainant  withdraw
received     officer      verify ask_more pass_on refuse mark_duplicate escalate
incomplete   complainant  supply withdraw
incomplete   officer      supply
incomplete   system       lapse
in_progress  complainant  withdraw
in_progress  officer      ask_more pass_on escalate
in_progress  handler      ask_more pass_on answer escalate
escalated    complainant  withdraw
escalated    officer      resume
escalated    handler      answer resume
answered     complainant  accept not_resolved
answered     officer
answered     handler      close_as_told
answered     manager      close_as_told not_resolved
answered     system       close
reopened     complainant  withdraw
reopened     officer      escalate resume
reopened     handler      answer escalate resume
closed       complainant  not_resolved
closed       handler
closed       manager      not_resolved
passed_on    complainant
refused      complainant
duplicate    manager
withdrawn    manager
"""


@pytest.mark.parametrize("line", MATRIX.strip().splitlines())
def test_what_may_be_done_in_each_state_under_each_hat(line):
    status, hat, *verbs = line.split()

    assert [step.verb for step in open_steps(status, [Hat(hat)])] == verbs


def test_every_state_can_be_reached_and_every_open_one_left():
    reached = {step.target for step in STEPS} | {Status.RECEIVED}
    left = {source for step in STEPS for source in step.sources}

    assert (reached, left & FINAL, OPEN - left) == (set(Status), frozenset(), frozenset())
    assert (ENDED - FINAL, OPEN & ENDED, WITH_OFFICE & {Status.ANSWERED, Status.INCOMPLETE}) == (
        {Status.CLOSED},
        frozenset(),
        frozenset(),
    )


@pytest.mark.parametrize(
    ("status", "verb", "hats", "why"),
    [
        ("received", "dance", [Hat.MANAGER], "tidak dikenal"),
        ("closed", "answer", [Hat.HANDLER], "keadaan pengaduan sudah berubah"),
        ("in_progress", "answer", [Hat.OFFICER], "bukan wewenang"),
        ("answered", "close", [Hat.MANAGER, Hat.COMPLAINANT], "bukan wewenang"),
    ],
)
def test_a_refused_step_says_whether_verb_moment_or_person_is_wrong(status, verb, hats, why):
    with pytest.raises(StepRefused, match=why):
        find_step(status, verb, hats)


def test_the_complainants_word_reopens_what_was_answered_or_closed():
    assert {status for status in Status if _may(status, "not_resolved")} == {Status.ANSWERED, Status.CLOSED}
    assert find_step("closed", "not_resolved", [Hat.COMPLAINANT]).target == Status.REOPENED


def test_what_is_told_to_the_complainant_needs_words():
    assert [step.verb for step in STEPS if step.note_told and not step.note] == []
    assert {step.verb for step in STEPS if step.note_told} == {
        "ask_more",
        "pass_on",
        "refuse",
        "mark_duplicate",
        "answer",
        "close_as_told",
    }


def test_the_track_has_each_status_of_the_way_once():
    on_the_way = [status for stage in TRACK for status in stage.statuses]

    assert sorted(on_the_way) == sorted(set(Status) - FINAL)


def test_a_complainant_chooses_from_three_kinds_and_verification_from_four():
    assert (ASKED_KINDS[0], set(ASKED_KINDS) & set(CLASSES)) == (Kind.COMPLAINT, {Kind.ASPIRATION, Kind.INFORMATION})
    assert Kind.COMPLAINT not in CLASSES
    assert next(iter(Privacy)) == Privacy.CONFIDENTIAL


def _may(status: Status, verb: str) -> bool:
    return verb in [step.verb for step in open_steps(status, [Hat.COMPLAINANT])]


@pytest.mark.parametrize(
    ("privacy", "may"),
    [
        (Privacy.CONFIDENTIAL, [Hat.HANDLER]),
        (Privacy.NAMED, [Hat.OFFICER, Hat.HANDLER, Hat.MANAGER]),
        (Privacy.ANONYMOUS, []),
    ],
)
def test_who_may_open_an_identity(privacy, may):
    assert [hat for hat in Hat if may_open_identity(privacy, frozenset({hat}))] == may


def test_about_the_head_whoever_stands_in_manages_and_not_the_manager():
    known = {"is_handler": False, "is_manager": True, "is_designate": False}

    assert hats_of(**known, about_head=False) == {Hat.OFFICER, Hat.MANAGER}
    assert hats_of(**known, about_head=True) == {Hat.OFFICER}


def test_the_public_reads_what_was_answered_and_speaks_of_nobody():
    cases = [(status, kind, about) for status in Status for kind in Kind for about in (False, True)]

    public = {case for case in cases if may_be_published(case[0], case[1], is_about_somebody=case[2])}

    assert public == {
        (status, kind, False) for status in (Status.ANSWERED, Status.CLOSED) for kind in Kind if kind != Kind.OVERSIGHT
    }


def test_every_step_of_the_desk_says_what_it_does():
    silent = [step.verb for step in STEPS if step.takers & set(DESK) and not step.consequence]

    assert silent == []
