"""The officers' lists: who sees what, in which order, page by page; and how many queries that takes."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pst.actions import evaluations, submissions
from pst.actions.audit import record_look
from pst.models import worklist
from pst.models.base import write
from pst.models.office import Agency
from pst.models.submissions import Submission
from pst.models.users import User
from pst.models.worklist import Filters
from pst.rules.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, user

TODAY = date(2026, 11, 23)  # Senin
SILENT = WHEN - timedelta(days=30)


def many(count, **more):
    """Submissions written row by row, for pages and their order."""
    applicant, agency = user("pemohon"), Agency.get(Agency.name.contains("Kesehatan"))
    with write():
        for n in range(1, count + 1):
            row = dict(
                number=f"REK-6104-2026-{n:04d}", code=f"K{n}", code_hash=f"hash-{n}", questionnaire="rekomendasi-2026",
                applicant=applicant, agency=agency, status="in_review", title=f"Survei {n}", year=2026,
                created_at=WHEN, changed_at=WHEN, entered_status_at=WHEN, submitted_at=WHEN, due_on=date(2026, 12, 11),
            )  # fmt: skip
            Submission.create(**{**row, **more})


def numbers(rows):
    return [int(row.number[-4:]) for row in rows]


def test_pages_lead_back_and_forth_without_losing_a_row(db):
    many(120)

    first = worklist.register_page(user("petugas"), Filters())
    second = worklist.register_page(user("petugas"), Filters(), before=first.older)
    third = worklist.register_page(user("petugas"), Filters(), before=second.older)
    back = worklist.register_page(user("petugas"), Filters(), after=third.newer)

    assert numbers([*first.rows, *second.rows, *third.rows]) == list(range(120, 0, -1))
    assert (first.newer, third.older) == (None, None)
    assert back.rows == second.rows


def test_a_page_of_exactly_fifty_has_no_neighbours(db):
    many(50)

    page = worklist.register_page(user("petugas"), Filters())

    assert (len(page.rows), page.newer, page.older) == (50, None, None)


def test_each_filter_narrows_the_register(db):
    many(3)
    submissions.assign(Submission.get_by_id(1), user("petugas"), user("petugas"), WHEN)
    other = Agency.get(Agency.name.contains("Sosial"))
    with write():
        Submission.update(status="completed", due_on=date(2026, 1, 5)).where(Submission.id == 2).execute()
        Submission.update(agency=other, year=2025, due_on=date(2026, 11, 20)).where(Submission.id == 3).execute()

    def found(**filters):
        return numbers(worklist.register_page(user("petugas"), Filters(**filters)).rows)

    assert found() == [3, 2, 1]
    assert found(status="completed") == [2]
    assert found(assignee=user("petugas").id) == [1]
    assert found(agency=other.id) == [3]
    assert found(year=2025) == [3]
    assert found(late_on=TODAY) == [3]  # what is finished is late no more
    assert found(year=2025, status="completed") == []


def test_drafts_are_seen_by_nobody_but_the_officer_who_enters_them(db):
    a_draft()
    mine = submissions.start_draft(user("pemohon"), WHEN, entered_by=user("petugas"), channel="visit")

    assert [row.number for row in worklist.register_page(user("petugas"), Filters()).rows] == [mine.number]
    assert worklist.register_page(user("petugas2"), Filters()).rows == []


def test_words_are_found_by_their_beginning_also_in_number_and_agency(db):
    found = a_submission(judul_kegiatan="Survei Angkatan Kerja Desa")
    a_submission(judul_kegiatan="Kompilasi Data Pangan")

    def search(text):
        return [row.number for row in worklist.register_page(user("petugas"), Filters(text=text)).rows]

    assert search("angka des") == [found.number]
    assert search(found.number.lower()) == [found.number]
    assert len(search("dinas kesehatan")) == 2
    assert search("angkatan pangan") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40) | st.sampled_from(['NEAR( "a', '"', "a*b", "judul:x", "- -", "a AND", "(", "²½", "_"]))
def test_anything_typed_into_the_search_works(db, text):
    worklist.register_page(User(id=1, roles=frozenset()), Filters(text=text))


def test_the_whole_register_comes_in_batches_in_the_same_order(db, monkeypatch):
    many(7)
    monkeypatch.setattr(worklist, "BATCH", 3)

    assert numbers(worklist.register_rows(user("petugas"), Filters())) == [7, 6, 5, 4, 3, 2, 1]


def test_the_desk_puts_each_submission_where_it_waits_most_urgent_first(db):
    nobody = a_submission(Status.SUBMITTED)
    mine = a_submission(Status.IN_REVIEW)
    late = a_submission(Status.IN_REVIEW, at=WHEN - timedelta(days=40))
    silent = a_submission(Status.NEEDS_REVISION, at=WHEN - timedelta(days=40))
    a_submission(Status.NEEDS_REVISION)

    found = worklist.waiting(user("petugas"), TODAY, SILENT)

    assert {name: [row.number for row in rows] for name, rows in found.items()} == {
        "head": [], "late": [], "mine": [late.number, mine.number], "unassigned": [nobody.number],
        "silent": [silent.number], "issued": [], "entered": [],
    }  # fmt: skip
    assert [row.number for row in worklist.waiting(user("petugas2"), TODAY, SILENT)["late"]] == [late.number]


def test_the_head_sees_what_waits_for_a_signature_and_what_is_late(db):
    many(2, status="awaiting_signature")
    with write():
        Submission.update(due_on=date(2026, 11, 20)).where(Submission.id == 2).execute()

    found = worklist.waiting(user("kepala"), TODAY, SILENT)

    assert {name: numbers(rows) for name, rows in found.items()} == {"head": [2, 1], "late": [2]}


def test_counts_say_how_much_there_is_of_each(db):
    a_submission(Status.SUBMITTED)
    a_submission(Status.IN_REVIEW)
    a_submission(Status.IN_REVIEW, at=WHEN - timedelta(days=40))
    a_submission(Status.NEEDS_REVISION)
    a_draft()

    assert worklist.counts(user("petugas"), TODAY) == {
        "mine": 2, "unassigned": 1, "head": 0, "with_applicant": 1, "late": 1, "open": 4,
    }  # fmt: skip


def test_an_opinion_is_asked_until_it_is_given_or_the_team_has_concluded(db):
    given, concluded, open_ = (a_submission(Status.EVALUATION) for _ in range(3))
    for submission in (given, concluded, open_):
        evaluations.invite(submission, user("petugas2"), user("petugas"), WHEN)
    evaluations.give_opinion(given, user("petugas2"), "layak", "Setuju.", WHEN)
    evaluations.conclude(
        concluded, user("petugas"), WHEN, held_on=TODAY, participants="Sinta", outcome="layak", text="Baik."
    )

    assert [row.number for row in worklist.opinions_asked(user("petugas2"))] == [open_.number]
    assert worklist.opinions_asked(user("petugas")) == []


def test_looks_name_each_person_once_and_forget_what_is_old(db):
    for minutes, name in ((0, "petugas"), (3, "petugas2"), (4, "petugas2"), (30, "kepala")):
        record_look(user(name), "submission X", WHEN - timedelta(minutes=minutes))
    record_look(user("admin"), "submission Y", WHEN)

    seen = worklist.looks_since("submission X", WHEN - timedelta(minutes=5))

    assert [(row.name, row.at) for row in seen] == [
        ("Sinta Petugas", WHEN), ("Bayu Petugas", datetime(2026, 11, 23, 1, 57)),
    ]  # fmt: skip


@pytest.mark.parametrize("years", [[], [2026], [2024, 2027]])
def test_the_years_to_choose_from_span_what_is_planned(db, years):
    for year in years:
        submissions.start_draft(user("pemohon"), WHEN, answers={"tahun_kegiatan": year})

    assert worklist.years() == (list(range(max(years), min(years) - 1, -1)) if years else [])
