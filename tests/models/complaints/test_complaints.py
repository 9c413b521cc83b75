"""Which complaints a person may know of, and what the lists show of them."""

from datetime import date, datetime, timedelta

import pytest

from pst.actions.complaints import complaints
from pst.models.complaints.complaints import CARDS, Complaint, is_designate, is_manager, someone_stands_in
from pst.models.narrowing import Wanted
from pst.models.office.settings import the_office
from pst.models.search import ComplaintIndex
from pst.rules import numbering
from pst.rules.complaints.complaints import Status
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import WHO, a_complaint, a_manager

TODAY = date(2026, 12, 2)  # Rabu

pytestmark = pytest.mark.usefixtures("db")
STAFF = ("petugas", "petugas2", "kepala", "admin", "pemohon")


def fresh() -> str:
    return numbering.new_code()


def seen_by(complaint: Complaint) -> list[str]:
    return [name for name in STAFF if Complaint.find(user(name), complaint.number)]


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ({}, ["petugas", "petugas2", "kepala"]),
        ({"text": "Sinta kasar"}, ["petugas2", "kepala"]),
        ({"text": "Sinta dan Bayu kasar"}, ["kepala"]),
        ({"about": "officer"}, ["petugas2", "kepala"]),  # nobody was made out: managers only
        ({"about": "head"}, ["petugas2"]),  # only whoever stands in
        ({"about": "head", "who": "Kepala, dan Bayu"}, []),
        ({"kind": "oversight"}, ["petugas2", "kepala"]),
    ],
)
def test_who_may_know_of_it(told, seen):
    a_manager("petugas2")

    assert seen_by(a_complaint(**told)) == seen


def test_without_anybody_named_nobody_at_the_office_sees_what_is_about_the_head():
    assert (someone_stands_in(), seen_by(a_complaint(about="head"))) == (False, [])
    a_manager("petugas2")
    assert someone_stands_in() is True


def test_whoever_stands_in_need_not_be_the_manager_and_a_head_never_does():
    a_manager("petugas2")
    a_manager("petugas", "complaint_designate")
    office = the_office()

    assert [(is_manager(user(name), office), is_designate(user(name), office)) for name in STAFF[:3]] == [
        (False, True),
        (True, False),
        (True, False),
    ]
    assert seen_by(a_complaint(about="head")) == ["petugas"]
    a_manager("kepala", "complaint_designate")
    assert is_designate(user("kepala"), the_office()) is False


def test_an_oversight_complaint_is_seen_by_its_handler():
    complaint = a_complaint(Status.IN_PROGRESS)
    Complaint.update(kind="oversight").execute()

    assert seen_by(complaint) == ["petugas", "kepala"]


@pytest.fixture
def some():
    """Six complaints in six states, one of which is about Sinta."""
    given = [
        {"channel": "lapor", "outside_number": "LAPOR-9911"},
        {"text": "Sinta kasar dan lambat"},
        {"status": Status.IN_PROGRESS, "topic": "time"},
        {"status": Status.ANSWERED},
        {"status": Status.CLOSED},
        {"status": Status.INCOMPLETE, "privacy": "anonymous"},
    ]
    return [a_complaint(code=fresh(), at=WHEN + timedelta(minutes=n), **more) for n, more in enumerate(given)]


def wanted(**filters) -> Wanted:
    return Wanted(an_officer(), TODAY, filters)


@pytest.mark.parametrize(
    ("filters", "places"),
    [
        ({}, [5, 4, 3, 2, 0]),
        ({"keadaan": "received"}, [0]),
        ({"keadaan": "kantor"}, [2, 0]),
        ({"keadaan": "pelapor"}, [5, 3]),
        ({"saluran": "lapor"}, [0]),
        ({"kelas": "complaint"}, [5, 0]),
        ({"saya": True}, [4, 3, 2]),
        ({"terlambat": True}, [2, 0]),  # tindak lanjut lewat Senin, verifikasi lewat Kamis
        ({"cari": "lapor-9911"}, [0]),
        ({"cari": "antrean la"}, [5, 4, 3, 2, 0]),
        ({"cari": "kasar"}, []),
        ({"cari": '" OR -- *'}, []),
    ],
)
def test_the_register_is_narrowed_and_never_shows_a_subject_its_own(some, filters, places):
    asked = wanted(**filters)

    page = Complaint.register_page(asked)

    assert [row.number for row in page.rows] == [some[place].number for place in places]
    assert [row.number for row in Complaint.register_rows(asked)] == [some[place].number for place in sorted(places)]


def test_what_is_overdue_depends_on_the_day(some):
    asked = Wanted(an_officer(), date(2026, 11, 30), {"terlambat": True})  # Senin

    assert [row.number for row in Complaint.register_page(asked).rows] == [some[0].number]


@pytest.mark.parametrize("name", ["petugas", "petugas2", "kepala"])
def test_a_count_says_how_many_rows_it_opens(some, name):
    counted = Complaint.counts(user(name), TODAY)

    assert {card: counted[card] for card in CARDS} == {
        card: len(Complaint.register_page(Wanted(user(name), TODAY, filters)).rows) for card, filters in CARDS.items()
    }
    at_office = Complaint.counts_at_office(user(name), TODAY, the_office())
    assert at_office == {card: counted[card] for card in at_office} and len(at_office) == 3


def test_no_column_of_the_lists_names_the_complainant(some):
    row = Complaint.register_page(wanted()).rows[0]

    assert set(row._fields) & {"text", "who", "place", "name", "email", "code_hash", "entered_by"} == set()
    assert not any(value in str(row) for value in WHO.values())


def test_the_counters_count_what_this_person_may_know_of(some):
    today = date(2026, 12, 2)

    mine, other = (Complaint.counts(user(name), today) for name in ("petugas", "petugas2"))

    assert mine == {"late": 2, "new": 1, "mine": 1, "with_complainant": 2, "unread": 2}
    assert other == {"late": 3, "new": 2, "mine": 0, "with_complainant": 2, "unread": 2}
    assert set(Complaint.counts(user("admin"), today).values()) == {0}


def test_what_waits_stands_by_its_last_day(some):
    assert [row.number for row in Complaint.waiting(an_officer())] == [some[0].number, some[2].number]


def test_a_month_holds_what_was_received_in_it(some):
    november = Complaint.of_month(user("petugas2"), datetime(2026, 10, 31, 17), datetime(2026, 11, 30, 17))
    december = Complaint.of_month(user("petugas2"), datetime(2026, 11, 30, 17), datetime(2026, 12, 31, 17))

    assert (len(november), december) == (6, [])


def test_silence_is_only_the_complainants_and_begins_after_the_last_day(some):
    days = (date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 23), date(2026, 12, 24))  # Senin, Selasa; Rabu, Kamis

    silent = [sorted(row.status for row in Complaint.silent(day)) for day in days]

    assert silent == [[], ["answered"], ["answered"], ["answered", "incomplete"]]


def test_it_can_be_given_to_whoever_it_is_not_about():
    a_manager("petugas2")
    plain, about_sinta, about_head = (
        a_complaint(code=fresh(), **told) for told in ({}, {"text": "Sinta kasar"}, {"about": "head"})
    )

    assert [[p.name for p in Complaint.handlers_if_given(c)] for c in (plain, about_sinta, about_head)] == [
        ["Bayu Petugas", "Dewi Kepala", "Sinta Petugas"],
        ["Bayu Petugas", "Dewi Kepala"],
        ["Bayu Petugas"],
    ]


def test_the_board_list_leaves_out_what_one_may_not_know(some):
    for complaint in some[:2]:
        complaints.post_on_board(complaint, user("petugas2"), "", WHEN)

    assert [c.number for c in Complaint.on_board(an_officer())] == [some[0].number]
    assert [c.number for c in Complaint.on_board(user("petugas2"))] == [some[1].number, some[0].number]


def test_the_index_finds_beginnings_of_words_and_holds_no_identity(some):
    def found(text):
        return sorted(
            row.rowid for row in ComplaintIndex.select(ComplaintIndex.rowid).where(ComplaintIndex.matching(text))
        )

    assert found("LAPOR 99") == [some[0].id]
    assert [found(text) for text in ("wulandari", "rumah.test", "", "NEAR(")] == [[], [], [], []]
