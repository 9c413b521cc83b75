"""What is alike among past and pending activities."""

from benchmarks import search
from pst.models.catalogue import likeness
from pst.rules.catalogue.everyday import EVERYDAY
from pst.rules.catalogue.likeness import Design
from pst.rules.review.workflow import Status
from tests.factories import a_draft, a_submission


def alike(design: Design, but: int = 0) -> list[likeness.Alike]:
    return likeness.alike(design, EVERYDAY, but=but)


def test_a_title_finds_what_it_repeats_with_the_reason(db):
    search.fill()

    found = alike(Design("Kompilasi Data Kasus Stunting Balita", ("Balita pendek", "Balita ditimbang"), "", 2025))

    assert {each.number.split("-")[0] for each in found} == {"stunting"}
    assert "pokok hampir sama, 2 dari 2 variabel sama, tahun sama" in {each.reason for each in found}
    assert alike(Design("Pendataan Lampu Jalan Tenaga Surya")) == []
    assert alike(Design("Survei")) == alike(Design("")) == []


def test_what_a_title_means_is_among_the_first_five_and_what_nobody_has_raises_no_alarm(db):
    search.fill()
    wanted, unrelated = (search.lines(name, "uji") for name in ("wanted", "unrelated"))

    assert len(search.misses("uji", search.alike_to)) <= 0.08 * len(wanted)
    assert len(search.false_alarms("uji", search.alike_to)) <= 0.05 * len(unrelated)


def test_pending_ones_of_others_are_there_with_their_state_and_ones_own_is_not(db):
    pending, draft = a_submission(Status.IN_REVIEW), a_draft()

    (found,) = alike(Design(pending.title), but=draft.id)

    assert (found.number, found.state, found.title) == (pending.number, Status.IN_REVIEW, pending.title)
    assert alike(Design(pending.title), but=pending.id) == []
