"""Receiving complaints: what is kept, what is not, and who is shut out before anybody can read."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pst.actions.complaints import complaints
from pst.actions.complaints.complaint_steps import Hidden
from pst.exchange.uploads import UploadRefused
from pst.models.audit import Event
from pst.models.complaints.complaints import Complaint, ComplaintSubject
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.complaints.identities import Identity
from pst.models.files import StoredFile
from pst.models.narrowing import Wanted
from pst.rules import numbering
from pst.rules.complaints.complaints import Status
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.review.workflow import Status as SubmissionStatus
from pst.rules.steps import StepRefused
from tests.exchange.test_uploads import a_pdf
from tests.factories import WHEN, a_submission, an_officer, finds_a_virus, user
from tests.factories_complaints import CODE, TOLD, WHO, a_complaint, a_manager, a_photo, a_vault
from tests.factories_desk import a_visit

pytestmark = pytest.mark.usefixtures("db")
MIDNIGHT = datetime(2026, 11, 22, 17)  # Senin, 23 November, 00.00 WIB


def subjects(complaint: Complaint) -> list[tuple[str, str]]:
    return [(row.user.name, row.why) for row in ComplaintSubject.of(complaint)]


def test_a_complaint_gets_its_number_its_days_and_a_sealed_identity():
    complaint = a_complaint()

    assert complaint.number.startswith("ADU-2026-") and complaint.title == TOLD["text"]
    assert (complaint.status, complaint.received_at, complaint.counted_from, complaint.notice_version) == (
        "received",
        WHEN,
        date(2026, 11, 23),
        NOTICE_VERSION,
    )
    assert (complaint.stage_due_on, complaint.due_on, complaint.limit_on) == (
        date(2026, 11, 26),
        date(2026, 12, 11),
        date(2026, 11, 26),
    )
    assert a_vault().open(Identity.of(complaint).sealed) == WHO
    (event,) = Event.of("complaint", complaint.number)
    assert (event.verb, event.actor_name, event.facts) == (
        "file",
        "Sistem",
        {"channel": "web", "kind": "complaint", "privacy": "confidential"},
    )


def test_only_the_hash_of_the_code_is_kept():
    complaint = a_complaint()

    assert complaint.code_hash == numbering.hash_code(CODE.lower().replace("-", " "))
    assert CODE not in str(complaint.__data__)


def test_of_an_anonymous_complaint_neither_name_nor_hour_is_kept(store):
    told = complaints.Filing(**{**TOLD, "privacy": "anonymous"})
    complaint = complaints.file_complaint(
        told, numbering.hash_code(CODE), WHEN, a_vault(), files=[("saya.jpg", a_photo())], store=store
    )

    assert Identity.of(complaint) is None
    assert Complaint.by_code(complaint.code_hash).received_at == MIDNIGHT
    assert {event.at for event in Event.history_of("complaint", complaint.number)} == {MIDNIGHT}
    assert list(Event.of("complaint", complaint.number)) == []  # its place in the chain would tell the hour
    (file,) = ComplaintFile.of(complaint)
    assert (file.at, file.file.created_at) == (MIDNIGHT, MIDNIGHT)
    assert store.path(file.file_id).stat().st_mtime == MIDNIGHT.replace(tzinfo=UTC).timestamp()


def test_the_same_form_sent_twice_is_one_complaint(store):
    first, second = (
        complaints.file_complaint(
            complaints.Filing(**TOLD),
            numbering.hash_code(CODE),
            WHEN,
            a_vault(),
            files=[("a.pdf", a_pdf())],
            store=store,
        )
        for _ in range(2)
    )

    assert first.id == second.id and Complaint.select().count() == 1
    assert [file.name for file in ComplaintFile.of(first)] == ["lampiran-1.pdf"]


def test_a_refused_file_leaves_nothing_behind(store):
    with pytest.raises(UploadRefused):
        complaints.file_complaint(
            complaints.Filing(**TOLD),
            numbering.hash_code(CODE),
            WHEN,
            a_vault(),
            files=[("baik.jpg", a_photo()), ("jahat.exe", b"MZ")],
            store=store,
        )

    assert (Complaint.select().count(), StoredFile.select().count(), Event.select().count()) == (0, 0, 0)


def test_a_file_with_a_virus_leaves_nothing_behind(store):
    store.examine = finds_a_virus

    with pytest.raises(UploadRefused, match="virus"):
        complaints.file_complaint(
            complaints.Filing(**TOLD),
            numbering.hash_code(CODE),
            WHEN,
            a_vault(),
            files=[("baik.jpg", a_photo())],
            store=store,
        )

    assert (Complaint.select().count(), StoredFile.select().count(), Event.select().count()) == (0, 0, 0)


def test_numbers_say_nothing_about_how_many_there_are():
    numbers = [a_complaint(code=numbering.new_code()).number for _ in range(6)]

    places = [int(number[-4:]) for number in numbers]
    assert len(set(numbers)) == 6 and places != sorted(places)[:1] + list(range(places[0] + 1, places[0] + 6))


def test_a_long_text_gives_its_beginning_as_title():
    complaint = a_complaint(text="kata " * 40)

    assert complaint.title == "kata " * 17 + "kata …" and len(complaint.title) <= 92


def test_what_reached_the_office_earlier_counts_from_that_day():
    complaint = a_complaint(received_on=date(2026, 11, 20), channel="lapor", outside_number="778899")  # Jumat

    assert (complaint.received_at, complaint.due_on) == (datetime(2026, 11, 19, 17), date(2026, 12, 10))


@pytest.mark.parametrize(
    ("told", "shut_out", "head", "unresolved"),
    [
        ({}, [], False, False),
        ({"text": "Bu Sinta berteriak kepada saya"}, [("Sinta Petugas", "named")], False, False),
        ({"who": "bayu", "about": "officer"}, [("Bayu Petugas", "named")], False, False),
        ({"about": "officer", "who": "yang berkacamata"}, [], False, True),
        ({"about": "head"}, [], True, False),
        ({"text": "Kepala kantor meminta uang"}, [], True, False),
        ({"who": "Dewi"}, [("Dewi Kepala", "named")], True, False),
    ],
)
def test_whoever_is_spoken_of_is_shut_out_at_once(told, shut_out, head, unresolved):
    complaint = a_complaint(**told)

    assert (subjects(complaint), complaint.about_head, complaint.unresolved) == (shut_out, head, unresolved)


def test_whoever_handled_the_case_or_the_visit_is_shut_out():
    submission = a_submission(SubmissionStatus.IN_REVIEW)
    visit = a_visit()
    visit.officer = user("petugas2")
    visit.save()

    about_case = a_complaint(case_number=f" {submission.number.lower()} ")
    about_visit = a_complaint(code="AAAA-BBBB-CCCC-DDDD", case_number=visit.number)

    assert (subjects(about_case), subjects(about_visit)) == ([("Sinta Petugas", "case")], [("Bayu Petugas", "case")])
    assert complaints.handlers_of_case("REK-6104-2026-9999") == set()


def test_a_subject_finds_it_nowhere_and_the_other_officer_does():
    complaint = a_complaint(text="Bu Sinta berteriak")

    found = [Complaint.find(user(name), complaint.number) for name in ("petugas", "petugas2")]
    assert [row and row.id for row in found] == [None, complaint.id]
    listed = [
        list(Complaint.register_rows(Wanted(user(name), WHEN.date(), {"cari": "berteriak"})))
        for name in ("petugas", "petugas2")
    ]
    assert [len(rows) for rows in listed] == [0, 1]


def test_giving_access_back_is_the_managers_and_needs_a_reason():
    complaint = a_complaint(text="Bu Sinta berteriak")
    manager = a_manager()

    with pytest.raises(Hidden):
        complaints.name_subjects(complaint, [], False, an_officer(), "saya tidak bersalah", WHEN)
    with pytest.raises(StepRefused, match="alasan"):
        complaints.name_subjects(complaint, [], False, manager, " ", WHEN)
    complaints.name_subjects(complaint, [], False, manager, "Namanya hanya disebut sebagai saksi.", WHEN)

    assert (subjects(complaint), Complaint.find(an_officer(), complaint.number).id) == ([], complaint.id)


def test_an_officer_may_shut_out_more_people_but_lets_nobody_in():
    complaint = a_complaint(Status.IN_PROGRESS)
    other = user("petugas2")

    complaints.name_subjects(complaint, [an_officer().id], False, other, "", WHEN)

    assert subjects(complaint) == [("Sinta Petugas", "chosen")]
    assert Complaint.find(other, complaint.number).assignee_id is None
    with pytest.raises(StepRefused, match="pengelola"):
        complaints.name_subjects(complaint, [], False, other, "Keliru", WHEN)


def test_a_confirmed_code_is_known_to_have_been_written_down():
    complaint = a_complaint()
    assert complaint.code_confirmed is False

    complaints.confirm_code(complaint)

    assert Complaint.by_code(complaint.code_hash).code_confirmed is True


def test_the_board_has_a_code_of_its_own_that_stays():
    complaint = a_complaint()

    complaints.post_on_board(complaint, an_officer(), "Silakan ke meja.", WHEN)
    first = Complaint.by_code(complaint.code_hash).board_code
    complaints.post_on_board(complaint, an_officer(), "", WHEN + timedelta(days=1))

    kept = Complaint.by_board_code(first)
    assert (kept.id, kept.board_text, numbering.hash_code(first) == complaint.code_hash) == (complaint.id, "", False)


def test_a_note_is_the_offices_own():
    complaint = a_complaint(text="Bu Sinta berteriak")

    complaints.add_note(complaint, user("petugas2"), "Sudah ditelusuri.", WHEN)

    assert [m.text for m in ComplaintMessage.of(complaint)] == []
    assert [m.text for m in ComplaintMessage.of(complaint, internal=True)] == ["Sudah ditelusuri."]
    for act in (complaints.add_note, complaints.post_on_board):
        with pytest.raises(Hidden):
            act(complaint, an_officer(), "Saya boleh?", WHEN)
