"""The register: who sees what, narrowed by filters, page by page, and found by words."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.actions.submissions import submissions
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.narrowing import Wanted
from pst.models.office.agencies import Agency
from pst.models.paging import Place
from pst.models.review import register
from pst.models.submissions.submissions import Submission
from tests.factories import WHEN, a_draft, a_submission, user

TODAY = date(2026, 11, 23)  # Senin


def many(count, **more):
    """Submissions written row by row, for pages and their order."""
    applicant, agency = user("pemohon"), Agency.get(Agency.name.contains("Kesehatan"))
    with write():
        for n in range(1, count + 1):
            row = dict(
                number=f"REK-6104-2026-{n:04d}",
                code=f"K{n}",
                code_hash=f"hash-{n}",
                questionnaire="rekomendasi-2026",
                applicant=applicant,
                agency=agency,
                status="in_review",
                title=f"Survei {n}",
                year=2026,
                created_at=WHEN,
                changed_at=WHEN,
                entered_status_at=WHEN,
                submitted_at=WHEN,
                due_on=date(2026, 12, 11),
            )
            Submission.create(**{**row, **more})


def wanted(who="petugas", **filters) -> Wanted:
    return Wanted(user(who), TODAY, filters)


def numbers(rows):
    return [int(row.number[-4:]) for row in rows]


def test_pages_lead_back_and_forth_without_losing_a_row(db):
    many(120)

    first = register.register_page(wanted())
    second = register.register_page(wanted(), Place(older_than=first.older))
    third = register.register_page(wanted(), Place(older_than=second.older))
    back = register.register_page(wanted(), Place(newer_than=third.newer))

    assert numbers([*first.rows, *second.rows, *third.rows]) == list(range(120, 0, -1))
    assert (first.newer, third.older) == (None, None)
    assert back.rows == second.rows


def test_each_filter_narrows_the_register(db):
    many(3)
    submissions.assign(Submission.get_by_id(1), user("petugas"), user("petugas"), WHEN)
    other = Agency.get(Agency.name.contains("Sosial"))
    with write():
        Submission.update(status="completed", due_on=date(2026, 1, 5)).where(Submission.id == 2).execute()
        Submission.update(agency=other, year=2025, due_on=date(2026, 11, 20)).where(Submission.id == 3).execute()

    def found(**filters):
        return numbers(register.register_page(wanted(**filters)).rows)

    assert found() == [3, 2, 1]
    assert found(keadaan="completed") == [2]
    assert found(keadaan="berjalan") == found(keadaan="kantor") == [3, 1]
    assert found(keadaan="pemohon") == []
    assert found(saya=True) == [1]
    assert found(**{"tanpa-petugas": True}) == [3, 2]
    assert found(instansi=other.id) == [3]
    assert found(tahun=2025) == [3]
    assert found(terlambat=True) == [3]  # what is finished is late no more
    assert found(tahun=2025, keadaan="completed") == []


def test_drafts_are_seen_by_nobody_but_the_officer_who_enters_them(db):
    a_draft()
    mine = submissions.start_draft(user("pemohon"), WHEN, entered_by=user("petugas"), channel="visit")

    assert [row.number for row in register.register_page(wanted()).rows] == [mine.number]
    assert register.register_page(wanted("petugas2")).rows == []


def test_words_are_found_by_their_beginning_also_in_number_and_agency(db):
    found = a_submission(judul_kegiatan="Survei Angkatan Kerja Desa")
    a_submission(judul_kegiatan="Kompilasi Data Pangan")

    def search(text):
        return [row.number for row in register.register_page(wanted(cari=text)).rows]

    assert search("angka des") == [found.number]
    assert search(found.number.lower()) == [found.number]
    assert len(search("dinas kesehatan")) == 2
    assert search("angkatan pangan") == []


@given(st.text(max_size=40) | st.sampled_from(['NEAR( "a', '"', "a*b", "judul:x", "- -", "a AND", "(", "²½", "_"]))
def test_anything_typed_into_the_search_works(db, text):
    assert register.register_page(Wanted(User(id=1, roles=frozenset()), TODAY, {"cari": text})).rows == []


def test_the_whole_register_comes_in_the_same_order(db):
    many(7)

    assert numbers(register.register_rows(wanted())) == [7, 6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("years", [[], [2026], [2024, 2027]])
def test_the_years_to_choose_from_span_what_is_planned(db, years):
    for year in years:
        submissions.start_draft(user("pemohon"), WHEN, answers={"tahun_kegiatan": year})

    (choice,) = [each for each in register.FILTERS if each.name == "tahun"]
    assert [year for year, _ in choice.options()] == (list(range(max(years), min(years) - 1, -1)) if years else [])


def test_days_of_sending_narrow_from_and_to_their_end(db):
    many(1, submitted_at=datetime(2026, 11, 23, 16, 59))  # Senin, 23.59 WIB

    found = {
        (name, day): len(register.register_page(wanted(**{name: date(2026, 11, day)})).rows)
        for name in ("dari", "sampai")
        for day in (22, 23, 24)
    }

    assert [key for key, number in found.items() if number] == [
        ("dari", 22),
        ("dari", 23),
        ("sampai", 23),
        ("sampai", 24),
    ]
