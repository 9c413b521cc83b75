"""Initials (paraf) on a draft, in the order the office asks for them, before it stands before the head.

Without anybody in the chain a draft goes straight to the head. A draft that was sent back needs all of them again.
"""

from collections.abc import Mapping
from datetime import datetime

from pst.actions import audit
from pst.actions.letters.draft import refuse_if_rewritten
from pst.actions.lists import Kind
from pst.actions.steps import refresh
from pst.actions.submissions.notices import tell_office
from pst.actions.submissions.progress import hats_on, take_step
from pst.models.accounts.users import User
from pst.models.base import database, write
from pst.models.letters.initials import Initial, Initialler
from pst.models.letters.letters import Letter
from pst.models.submissions.submissions import Submission
from pst.rules.items import Item
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import find_step
from pst.rules.steps import Step

PLACES = 9
"""As many initials as a draft may need."""
LEFT = "{} tidak lagi bertugas dan belum ada penggantinya. Ajukan lagi naskahnya."


def _refuse_nonsense(row: Initialler, before: Mapping[str, object]) -> None:
    if row.place not in range(1, PLACES + 1):
        raise Refusal("Pilih urutannya.", "place")
    if row.stand_in_id == row.person_id:
        raise Refusal("Penggantinya harus orang lain.", "stand_in")
    twice = [other.name for other in Initialler.chain() if other.person_id == row.person_id and other.id != row.id]
    if twice and row.person_id != before.get("person"):
        raise Refusal(f"Orang ini sudah memaraf sebagai {twice[0]}.", "person")
    for field, key in (("person", row.person_id), ("stand_in", row.stand_in_id)):
        user = User.with_id(key)
        if key not in (None, before.get(field)) and not (user and user.active and user.searches):
            raise Refusal("Yang memaraf harus memiliki akun aktif dengan peran Petugas atau Kepala.", field)


INITIALLERS = Kind(
    noun="initialler",
    table=Initialler,
    items=(
        Item("name", "Jabatan", required=True, limit=120, error="Tuliskan jabatannya, misalnya Ketua Tim."),
        Item(
            "place",
            "Urutan",
            "key",
            options=tuple((str(place), str(place)) for place in range(1, PLACES + 1)),
            required=True,
            help="Yang pertama memaraf lebih dahulu.",
            error="Pilih urutannya.",
        ),
        Item("person", "Yang memaraf", "key", required=True, error="Pilih orangnya."),
        Item("stand_in", "Penggantinya", "key", help="Boleh memaraf bila yang bersangkutan berhalangan."),
    ),
    gone=lambda event: f"Paraf {event.facts['from']['name']} sudah dihapus oleh {event.actor_name}.",
    guard=_refuse_nonsense,
)


def hand_over(letter: Letter, submission: Submission, actor: User, at: datetime, note: str = "") -> Step:
    """Lay the finished draft before whoever initials it first, else before the head. Only inside `write()`.

    Nobody initials a letter to themselves: the applicant's place falls to the stand-in, or away.
    """
    assert database.in_transaction()
    Initial.delete().where(Initial.letter == letter.id).execute()
    needed = [(row.name, people) for row in Initialler.chain() if (people := _others(row, submission.applicant_id))]
    missing = [
        Initial.create(letter=letter, place=place, name=name, person=person, stand_in=rest[0] if rest else None)
        for place, (name, (person, *rest)) in enumerate(needed, 1)
    ]
    step = take_step(submission, "request_initials" if needed else "request_signature", actor, at, note)
    _tell_next(submission, missing, actor, at)
    return step


def initial(submission: Submission, actor: User, at: datetime, seen: str = "") -> None:
    """Put one's initials on the draft; after the last it stands before the head.

    `seen` is the mark of the draft that was read. Raises `StepRefused`, `ChangedMeanwhile`.
    """
    with write():
        refresh(submission)
        missing = Initial.missing_of(submission.id)
        verb = "initial" if len(missing) > 1 else "last_initial"
        find_step(submission.status, verb, hats_on(submission, actor))
        assert missing, "whoever may put initials stands in the list"
        first = missing[0]
        refuse_if_rewritten(seen, first.letter, submission.number)
        away = "" if first.person_id == actor.id else f", menggantikan {User.reached_at(first.person_id)[0]}"
        take_step(submission, verb, actor, at, f"{first.name}{away}")
        first.given_by, first.given_at = actor, at
        first.save(only=[Initial.given_by, Initial.given_at])
        _tell_next(submission, missing[1:], actor, at)


def give_to(leaver: User, heir: User | None, actor: User, at: datetime) -> None:
    """Whoever leaves initials nothing more: the heir does, else the stand-in. Only inside `write()`.

    Where there is neither, the place goes out of the chain, and a draft on its way goes back to its officer.
    """
    for row in Initialler.held_by(leaver):
        before = INITIALLERS.kept(row)
        row.person, row.stand_in = _instead(row, leaver, heir)
        verb = "change" if row.person_id else "remove"
        audit.record("initialler", str(row.id), verb, actor, at, facts={"from": before, "to": INITIALLERS.kept(row)})
        if row.person_id:
            row.save()
        else:
            row.delete_instance()
    for needed in Initial.held_by(leaver):
        submission = Submission.with_people().where(Submission.id == Letter.get_by_id(needed.letter_id).submission_id)
        _give_one(needed, submission.get(), leaver, heir, at)


def _give_one(needed: Initial, submission: Submission, leaver: User, heir: User | None, at: datetime) -> None:
    fits = heir if heir and heir.id != submission.applicant_id else None
    needed.person, needed.stand_in = _instead(needed, leaver, fits)
    if needed.person_id:
        needed.save(only=[Initial.person, Initial.stand_in])
        missing = Initial.missing_of(submission.id)
        if missing[0].id == needed.id:
            _tell_next(submission, missing, leaver, at)
    else:
        take_step(submission, "refuse_initial", None, at, LEFT.format(needed.name))


def _instead(row: Initialler | Initial, leaver: User, heir: User | None) -> tuple[int | None, int | None]:
    """(person, stand-in) once this person has left."""
    if row.person_id != leaver.id:
        return row.person_id, None
    if heir is None or heir.id == row.stand_in_id:
        return row.stand_in_id, None
    return heir.id, row.stand_in_id


def _others(row: Initialler, applicant: int) -> list[int]:
    """Who may give them: the person, then the stand-in; not the applicant."""
    return [key for key in (row.person_id, row.stand_in_id) if key not in (None, applicant)]


def _tell_next(submission: Submission, missing: list[Initial], actor: User, at: datetime) -> None:
    """Tell those whose turn it is now; while nobody's initials are missing the step has told the head."""
    for first in missing[:1]:
        for key in _others(first, submission.applicant_id):
            tell_office(submission, "to_initial", at, actor, User.get_by_id(key))
