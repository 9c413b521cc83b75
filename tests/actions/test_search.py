"""The index that officers search in stays in step with what it finds."""

import pytest

from pst.actions import search
from pst.models.base import write
from pst.models.search import SubmissionIndex
from pst.rules.review.workflow import Status
from tests.factories import a_draft, a_submission

pytestmark = pytest.mark.usefixtures("db")
AIM = "Tujuan umum: mengukur tangkapan nelayan kecil. Tujuan khusus: nilainya."


def words_of(case) -> str:
    return SubmissionIndex.get(SubmissionIndex.rowid == case.id).words


def found(words: str) -> list[int]:
    return [row.rowid for row in SubmissionIndex.select().where(SubmissionIndex.matching(words))]


def test_a_case_is_found_by_number_title_agency_and_identity():
    case = a_draft(judul_kegiatan="Survei Harga Ikan")
    case.identity_number = "V-26.6104.001"

    with write():
        search.index_submission(case)

    assert words_of(case) == (f"{case.number} Survei Harga Ikan Dinas Kesehatan Kabupaten Mempawah V-26.6104.001")


def test_a_case_has_one_entry_however_often_it_changes():
    case = a_draft(judul_kegiatan="Survei Lama")
    case.title = "Survei Baru"

    with write():
        search.index_submission(case)
        search.index_submission(case)

    assert SubmissionIndex.select().count() == 1
    assert found("baru") == [case.id]
    assert found("lama") == []


def test_a_case_without_an_agency_is_found_by_the_rest():
    case = a_draft(judul_kegiatan="Survei Ikan")
    case.agency = None

    with write():
        search.index_submission(case)

    assert words_of(case).strip() == f"{case.number} Survei Ikan"


def test_what_was_sent_is_found_by_the_words_of_its_longer_answers():
    a_draft(tujuan_kegiatan=AIM)
    assert found("tangkapan nelayan") == []

    sent = a_submission(Status.SUBMITTED, tujuan_kegiatan=AIM)

    assert found("tangkapan nelayan") == [sent.id]
