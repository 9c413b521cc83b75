"""Initials in their order: each before the next, all before the head, and all again after a change."""

from datetime import timedelta

import pytest

from pst.actions import lists
from pst.actions.letters import initials, letters
from pst.actions.letters.initials import INITIALLERS
from pst.actions.office import succession
from pst.actions.office.succession import NOBODY
from pst.actions.seen import ChangedMeanwhile
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.handovers import Notice
from pst.models.letters.initials import Initial, Initialler
from pst.models.submissions.submissions import Submission
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from tests.factories import SIGNING, WHEN, a_place, a_store, a_submission, a_user, draft_of, issue, user

pytestmark = pytest.mark.usefixtures("db")
LATER = WHEN + timedelta(days=1)


@pytest.fixture
def section_head() -> User:
    return a_user("kasubbag@contoh.test", "Rina Kasubbag", Role.OFFICER)


@pytest.fixture
def waiting(section_head) -> Submission:
    """A draft that waits for the first of two."""
    a_place(2, section_head)
    a_place(1, user("petugas2"))
    submission = a_submission(Status.DRAFTING)
    letters.request_signature(submission, user("petugas"), WHEN)
    return submission


def status(submission) -> str:
    return Submission.get_by_id(submission.id).status


def told(kind: str) -> list[str]:
    rows = Notice.select(Notice, User).join(User).where(Notice.kind == kind).order_by(Notice.id)
    return [row.person.name.split()[0] for row in rows]


def test_each_initials_in_order_and_only_then_it_stands_before_the_head(waiting, section_head):
    with pytest.raises(StepRefused):
        initials.initial(waiting, section_head, WHEN)
    with pytest.raises(StepRefused):
        issue(waiting, a_store())
    assert (status(waiting), told("to_initial"), told("to_sign")) == ("initialling", ["Bayu"], [])

    initials.initial(waiting, user("petugas2"), WHEN)
    assert (status(waiting), told("to_initial"), told("to_sign")) == ("initialling", ["Bayu", "Rina"], [])
    initials.initial(waiting, section_head, LATER)

    assert (status(waiting), told("to_sign")) == ("awaiting_signature", ["Dewi"])
    letter = issue(waiting, a_store(), at=LATER + timedelta(hours=1))
    assert [(row.name, row.given_by.name, row.given_at) for row in Initial.of(letter.id)] == [
        ("Ketua Tim 1", "Bayu Petugas", WHEN),
        ("Ketua Tim 2", "Rina Kasubbag", LATER),
    ]
    verbs = ("initial", "last_initial")
    history = Event.of("submission", waiting.number).where(Event.verb.in_(verbs))
    assert [(event.actor_name, event.note) for event in history] == [
        ("Bayu Petugas", "Ketua Tim 1"),
        ("Rina Kasubbag", "Ketua Tim 2"),
    ]


@pytest.mark.parametrize("who", ["kasubbag", "kepala"])
def test_a_draft_that_was_sent_back_needs_every_initial_again(waiting, who):
    initials.initial(waiting, user("petugas2"), WHEN)
    with pytest.raises(Refusal):
        letters.send_back(waiting, user(who), WHEN, " ")

    letters.send_back(waiting, user(who), WHEN, "Tujuan belum tepat.")
    assert (status(waiting), told("sent_back")) == ("drafting", ["Sinta"])
    letters.edit_draft(draft_of(waiting), user("petugas"), {"recipient": "Direktur RSUD"}, WHEN)
    letters.request_signature(waiting, user("petugas"), WHEN)

    assert [row.given_at for row in Initial.of(draft_of(waiting).id)] == [None, None]


def test_nobody_initials_words_put_there_afterwards(waiting):
    with pytest.raises(ChangedMeanwhile):
        initials.initial(waiting, user("petugas2"), WHEN, "another draft")


def test_a_stand_in_initials_and_the_history_says_for_whom(section_head):
    a_place(1, user("petugas2"), section_head)
    submission = a_submission(Status.DRAFTING)
    letters.request_signature(submission, user("petugas"), WHEN)
    assert sorted(told("to_initial")) == ["Bayu", "Rina"]

    initials.initial(submission, section_head, WHEN)

    note = Event.last_note(submission.number, ("last_initial",))
    assert (status(submission), note) == ("awaiting_signature", "Ketua Tim 1, menggantikan Bayu Petugas")


def test_nobody_initials_the_letter_to_themselves(section_head):
    a_place(1, user("petugas2"), section_head)
    own = a_submission(Status.DRAFTING, applicant=user("petugas2"))
    letters.request_signature(own, user("petugas"), WHEN)
    assert [row.person.name for row in Initial.of(draft_of(own).id)] == ["Rina Kasubbag"]

    lists.change(INITIALLERS, Initialler.get(), {"stand_in": None}, user("admin"), WHEN)
    other = a_submission(Status.DRAFTING, applicant=user("petugas2"))
    letters.request_signature(other, user("petugas"), WHEN)
    assert status(other) == "awaiting_signature"


def test_a_letter_given_up_before_its_signature_is_initialled_anew():
    submission = a_submission(Status.SIGNING)
    a_place(1, user("petugas2"))
    letters.void(submission, user("kepala"), SIGNING, "Salah tanggal.")
    letters.request_signature(submission, user("petugas"), SIGNING)

    assert status(submission) == "initialling"


@pytest.mark.parametrize(
    ("stand_in", "heir", "expected"),
    [
        (False, "petugas", ("initialling", ["Sinta"], ["Sinta"])),
        (True, NOBODY, ("initialling", ["Rina"], ["Rina"])),
        (False, NOBODY, ("drafting", [], [])),
    ],
)
def test_whoever_leaves_hands_over_place_and_waiting_drafts(section_head, stand_in, heir, expected):
    bayu = user("petugas2")
    a_place(1, bayu, section_head if stand_in else None)
    submission = a_submission(Status.DRAFTING)
    letters.request_signature(submission, user("petugas"), WHEN)
    with pytest.raises(Refusal):
        succession.close(bayu, user("admin"), WHEN)

    succession.close(bayu, user("admin"), WHEN, heir=heir if heir == NOBODY else str(user(heir).id))

    chain = [row.person.name.split()[0] for row in Initialler.chain()]
    needed = [row.person.name.split()[0] for row in Initial.of(draft_of(submission).id)]
    now = status(submission)
    assert (now, chain, needed if now == "initialling" else []) == expected


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"place": 0}, "place"),
        ({"person": "pemohon"}, "person"),
        ({"stand_in": "admin"}, "stand_in"),
        ({"stand_in": "petugas2"}, "stand_in"),
    ],
)
def test_nonsense_is_refused(changed, field):
    row = a_place(1, user("petugas2"))

    with pytest.raises(Refusal) as refusal:
        values = {name: user(value).id if isinstance(value, str) else value for name, value in changed.items()}
        lists.change(INITIALLERS, row, values, user("admin"), WHEN)

    assert refusal.value.field == field


def test_nobody_initials_twice(db):
    a_place(1, user("petugas2"))

    with pytest.raises(Refusal, match="sudah memaraf sebagai Ketua Tim 1") as refusal:
        a_place(2, user("petugas2"))

    assert refusal.value.field == "person"
