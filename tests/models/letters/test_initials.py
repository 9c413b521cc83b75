"""The chain of initials, and what one draft still needs of it."""

from pst.models.letters.initials import Initial, Initialler
from pst.rules.review.workflow import Status
from tests.factories import a_place, a_submission, draft_of, user


def test_the_chain_stands_in_its_order_with_its_people(db):
    a_place(2, user("kepala"))
    a_place(1, user("petugas"), user("petugas2"))

    chain = [(row.place, row.person.name, row.stand_in.name if row.stand_in_id else "") for row in Initialler.chain()]

    assert chain == [(1, "Sinta Petugas", "Bayu Petugas"), (2, "Dewi Kepala", "")]
    assert [[row.place for row in Initialler.held_by(user(name))] for name in ("petugas2", "kepala")] == [[1], [2]]


def test_a_draft_waits_for_the_first_that_is_missing(db):
    submission = a_submission(Status.INITIALLING)

    assert [Initial.waits_for(submission.id, user(name).id) for name in ("petugas2", "kepala")] == [True, False]
    assert [row.place for row in Initial.missing_of(submission.id)] == [1]
    assert [row.person.name for row in Initial.of(draft_of(submission).id)] == ["Bayu Petugas"]
    assert (len(Initial.held_by(user("petugas2"))), Initial.held_by(user("kepala"))) == (1, [])
