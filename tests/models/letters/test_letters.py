"""The register's queries: gaps, filters, and the letter with all that its page shows."""

import pytest

from pst.models.base import write
from pst.models.letters import letters
from pst.models.letters.letters import FILTERS, Letter
from pst.models.narrowing import Wanted
from pst.models.paging import Place
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, user


@pytest.fixture
def numbered(db):
    """`numbered(year, *sequences)`: rows of the register without paper."""
    submission = a_submission(Status.SUBMITTED)

    def write_down(year: int, *sequences: int | None) -> None:
        with write():
            for sequence in sequences:
                Letter.create(
                    submission=submission,
                    state="issued",
                    draft={},
                    drafted_by=user("petugas"),
                    drafted_at=WHEN,
                    year=year,
                    sequence=sequence,
                    number=f"B-{sequence}/{year}",
                )

    return write_down


def numbers(**filters) -> list[str]:
    return [row.number for row in Letter.register_page(Wanted(filters=filters)).rows]


def test_gaps_are_told_highest_first_and_reach_down_to_the_number_below_in_the_same_year(numbered):
    numbered(2025, 3, 7)
    numbered(2026, 1, 4, 5, 9)

    assert Letter.gaps(2026, 1, 9) == [(6, 8), (2, 3)]
    assert Letter.gaps(2026, 9, 9) == [(6, 8)]
    assert Letter.gaps(2026, 4, 5) == [(2, 3)]
    assert Letter.gaps(2026, 5, 5) == []
    assert Letter.gaps(2025, 3, 3) == [(1, 2)]


def test_filters_narrow_the_register(numbered):
    numbered(2025, 7)
    numbered(2026, 2, 25)

    assert numbers() == ["B-25/2026", "B-2/2026", "B-7/2025"]
    assert numbers(tahun=2025) == ["B-7/2025"]
    assert (numbers(cari="b-2"), numbers(cari="2"), numbers(cari="stunting", tahun=2025)) == (
        ["B-25/2026", "B-2/2026"],
        ["B-2/2026"],
        ["B-7/2025"],
    )
    assert (numbers(keadaan="revoked"), numbers(cari='"')) == ([], [])
    assert [year for year, _ in FILTERS[1].options()] == [2026, 2025]


def test_a_search_of_the_register_pages_like_the_register(numbered, monkeypatch):
    monkeypatch.setattr(letters, "PAGE", 2)
    numbered(2026, *range(1, 6))
    wanted = Wanted(filters={"cari": "stunting"})
    first = Letter.register_page(wanted)
    second = Letter.register_page(wanted, Place(older_than=first.older))
    back = Letter.register_page(wanted, Place(newer_than=second.newer))

    assert [[row.sequence for row in page.rows] for page in (first, second, back)] == [[5, 4], [3, 2], [5, 4]]
    assert (first.newer, back.newer, second.rows[0].agency) == (None, None, "Dinas Kesehatan Kabupaten Mempawah")


def test_a_letter_comes_with_everything_its_page_shows(db):
    submission = a_submission(Status.ISSUED)

    letter = Letter.issued_of(submission)

    assert (
        letter.submission.agency.name,
        letter.drafted_by.name,
        letter.issued_by.name,
        letter.signatory.name,
        letter.file.mime,
        letter.replaced_by,
        letter.valid_until,
    ) == (
        "Dinas Kesehatan Kabupaten Mempawah",
        "Sinta Petugas",
        "Dewi Kepala",
        "Dewi Kepala",
        "application/pdf",
        None,
        None,
    )
    assert Letter.by_code(letter.code_hash).id == Letter.by_file(letter.file_id).id == letter.id
    assert (Letter.by_code("0"), Letter.by_file("0"), Letter.draft_of(submission)) == (None, None, None)


def test_a_draft_is_not_in_the_register(db):
    submission = a_submission(Status.DRAFTING)
    draft = Letter.draft_of(submission)

    assert (numbers(), Letter.numbered(draft.id), Letter.issued_of(submission)) == ([], None, None)
