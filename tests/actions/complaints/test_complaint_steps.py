"""The one door for a complaint's status: who may pass, what follows from it, and which days then count."""

from datetime import date, datetime, timedelta

import pytest

from pst import clock
from pst.actions.complaints import complaint_steps as steps
from pst.actions.complaints.complaint_steps import Hidden
from pst.models.audit import Event
from pst.models.base import write
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintMessage
from pst.models.office.holidays import HolidayRow
from pst.rules.complaints.complaints import Hat, Status
from pst.rules.steps import NoteMissing, StepRefused
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import a_complaint, a_manager

pytestmark = pytest.mark.usefixtures("db")
TUESDAY = WHEN + timedelta(days=1)  # Selasa, 24 November 2026


@pytest.mark.parametrize(
    ("status", "told", "hats"),
    [
        ("in_progress", {}, ["DH", "DM", "DM", ""]),
        ("in_progress", {"text": "Bu Sinta kasar"}, ["", "DHM", "DM", ""]),
        ("received", {"about": "officer", "who": "yang berkacamata"}, ["", "DM", "DM", ""]),
        ("in_progress", {"about": "head"}, ["", "DHM", "", ""]),
        ("received", {"text": "Bayu kasar, Dewi juga"}, ["", "", "", ""]),
    ],
)
def test_hats_towards_one_complaint(status, told, hats):
    a_manager("petugas2")
    complaint = a_complaint(Status(status), **told)

    worn = [steps.hats_on(complaint, user(name)) for name in ("petugas", "petugas2", "kepala", "admin")]
    letters = {Hat.OFFICER: "D", Hat.HANDLER: "H", Hat.MANAGER: "M"}
    assert ["".join(sorted(letters[hat] for hat in each)) for each in worn] == hats


def test_verification_classes_hands_over_and_counts_anew():
    complaint, officer = a_complaint(), an_officer()

    steps.verify(complaint, officer, "oversight", "fraud", officer, TUESDAY)

    kept = Complaint.find(officer, complaint.number)
    assert (kept.status, kept.kind, kept.topic, kept.assignee_id) == ("in_progress", "oversight", "fraud", officer.id)
    assert (kept.stage_due_on, kept.due_on > date(2027, 1, 31)) == (date(2026, 12, 1), True)
    assert Event.latest("complaint", kept.number).facts == {
        "kind": "oversight",
        "before": "complaint",
        "topic": "fraud",
    }


def test_it_is_given_to_nobody_it_is_about():
    complaint = a_complaint(text="Bu Sinta kasar")

    with pytest.raises(StepRefused, match="tidak dapat menangani"):
        steps.verify(complaint, user("petugas2"), "ordinary", "conduct", an_officer(), TUESDAY)
    with pytest.raises(StepRefused, match="kelas"):
        steps.verify(complaint, user("petugas2"), "complaint", "", user("petugas2"), TUESDAY)
    assert Complaint.by_code(complaint.code_hash).status == "received"


def test_whoever_may_not_know_of_it_cannot_even_fail_differently():
    complaint = a_complaint(text="Bu Sinta kasar")

    for act in (
        lambda: steps.take(complaint, "refuse", an_officer(), "Tidak benar", TUESDAY),
        lambda: steps.assign(complaint, an_officer(), an_officer(), TUESDAY),
        lambda: steps.escalate(complaint, an_officer(), "head", "Tidak benar", TUESDAY),
    ):
        with pytest.raises(Hidden, match="tidak ditemukan"):
            act()


def test_what_is_told_becomes_a_message_and_what_is_not_stays_inside():
    complaint, officer = a_complaint(), an_officer()

    with pytest.raises(NoteMissing):
        steps.take(complaint, "ask_more", officer, "  ", TUESDAY)
    steps.take(complaint, "ask_more", officer, " Hari apa? ", TUESDAY)
    with write():
        steps.take_step(complaint, "supply", steps.COMPLAINANT, None, TUESDAY, "Senin.")
    steps.escalate(complaint, officer, "manager", "Perlu keputusan.", TUESDAY)

    said = [(m.side, m.text) for m in ComplaintMessage.of(complaint, internal=True)]
    assert said == [("office", "Hari apa?"), ("complainant", "Senin.")]
    assert [e.note for e in Event.of("complaint", complaint.number)] == ["", "", "", "Perlu keputusan."]
    assert Complaint.by_code(complaint.code_hash).escalated_to == "manager"


def test_the_first_answer_says_whether_the_promise_was_kept():
    in_time, late = a_complaint(Status.IN_PROGRESS), a_complaint(Status.IN_PROGRESS, "AAAA-AAAA-AAAA-AAAA")

    steps.take(in_time, "answer", an_officer(), "Sudah.", datetime(2026, 12, 11, 3))  # Jumat, hari terakhir
    steps.take(late, "answer", an_officer(), "Sudah.", datetime(2026, 12, 14, 3))  # Senin

    assert [(c.in_time, c.answered_on) for c in (in_time, late)] == [
        (True, date(2026, 12, 11)),
        (False, date(2026, 12, 14)),
    ]
    assert (in_time.limit_on, in_time.stage_due_on) == (None, date(2026, 12, 29))  # Selasa, sesudah Natal


def test_who_was_told_that_it_is_settled_closes_it_and_says_how():
    complaint = a_complaint(Status.ANSWERED)

    steps.take(complaint, "close_as_told", an_officer(), "Lewat telepon, 24 November: sudah, terima kasih.", TUESDAY)

    assert (complaint.status, complaint.closed_on) == ("closed", date(2026, 11, 24))
    said = ComplaintMessage.select().order_by(ComplaintMessage.id.desc()).get()
    assert (said.side, said.text) == ("office", "Lewat telepon, 24 November: sudah, terima kasih.")


def test_what_was_opened_again_counts_anew_and_keeps_its_first_mark():
    complaint = a_complaint(Status.CLOSED)

    with write():
        steps.take_step(complaint, "not_resolved", steps.COMPLAINANT, None, TUESDAY, "Masih antre.")

    assert (complaint.status, complaint.reopened, complaint.closed_on, complaint.in_time) == ("reopened", 1, None, True)
    assert (complaint.counted_from, complaint.due_on) == (date(2026, 11, 24), date(2026, 12, 14))


def test_two_officers_at_once_take_one_step():
    complaint = a_complaint()
    seen_by_other = Complaint.find(user("petugas2"), complaint.number)

    steps.verify(complaint, an_officer(), "ordinary", "time", an_officer(), TUESDAY)

    with pytest.raises(StepRefused, match="sudah berubah"):
        steps.take(seen_by_other, "refuse", user("petugas2"), "Bukan.", TUESDAY)


def test_a_duplicate_names_one_that_this_person_may_know_of():
    complaint = a_complaint()
    hidden = a_complaint(code="AAAA-AAAA-AAAA-AAAA", text="Bu Sinta kasar")
    other = a_complaint(code="BBBB-BBBB-BBBB-BBBB")

    for number in (hidden.number, complaint.number, "ADU-2026-0000"):
        with pytest.raises(StepRefused, match="tidak ditemukan"):
            steps.mark_duplicate(complaint, an_officer(), number, "Sama.", TUESDAY)
    steps.mark_duplicate(complaint, an_officer(), other.number, "Sama.", TUESDAY)

    assert (complaint.status, Event.latest("complaint", complaint.number).facts) == ("duplicate", {"of": other.number})


def test_giving_it_to_the_same_officer_again_is_no_event():
    complaint = a_complaint(Status.IN_PROGRESS)
    before = Event.of("complaint", complaint.number).count()

    steps.assign(complaint, an_officer(), an_officer(), TUESDAY)
    steps.assign(complaint, user("petugas2"), an_officer(), TUESDAY)

    assert (Event.of("complaint", complaint.number).count() - before, complaint.assignee_id) == (1, user("petugas2").id)


def test_what_an_anonymous_complainant_does_is_kept_as_the_day():
    complaint = a_complaint(Status.INCOMPLETE, privacy="anonymous")

    with write():
        steps.take_step(complaint, "supply", steps.COMPLAINANT, None, TUESDAY, "Senin.")

    midnight = datetime(2026, 11, 23, 17)  # Selasa, 24 November, 00.00 WIB
    assert [m.at for m in ComplaintMessage.of(complaint)][-1] == midnight
    kept = {event.verb: event.at for event in Event.history_of("complaint", complaint.number)}
    assert kept["supply"] == midnight
    assert clock.midnight(clock.day_of(midnight)) == midnight


def test_a_holiday_moves_the_days_of_what_is_open_and_of_nothing_else():
    holiday = {"day": date(2026, 11, 26), "name": "Libur setempat", "kind": "local", "closed": True}  # Kamis
    received, closed = a_complaint(), a_complaint(Status.CLOSED)
    escalated = a_complaint(Status.IN_PROGRESS)
    steps.escalate(escalated, an_officer(), "province", "Di luar wewenang.", WHEN)
    before = [Complaint.get_by_id(row.id).due_on for row in (received, escalated, closed)]
    with write():
        HolidayRow.create(**holiday)
        moved = [steps.recount_days(), steps.recount_days()]

    after = [Complaint.get_by_id(row.id).due_on for row in (received, escalated, closed)]
    assert moved == [2, 0]
    assert before == [date(2026, 12, 11)] * 3  # Jumat
    assert after == [date(2026, 12, 14), date(2026, 12, 14), date(2026, 12, 11)]  # Senin


def test_the_days_of_many_cost_no_more_reading_than_those_of_one(count_queries):
    numbers = []
    for more in (1, 6):
        for _ in range(more):
            a_complaint()
        with count_queries() as seen, write():
            steps.recount_days()
        numbers.append(seen.number)

    assert numbers == [3, 3]  # calendar, office, complaints
