"""The catalogue follows the letters, and tells nothing of a person."""

from pst.actions.catalogue import catalogue
from pst.actions.letters import letters
from pst.models.base import write
from pst.models.catalogue.catalogue import Activity
from pst.models.letters.letters import Letter
from pst.models.narrowing import Wanted
from pst.models.office.agencies import Agency
from pst.rules.review.workflow import Status
from tests.factories import SIGNING, a_submission, user


def test_a_recommended_activity_stands_with_what_the_public_may_know(db):
    submission = a_submission(Status.ISSUED)

    activity = Activity.in_catalogue(submission.number)

    shown = (activity.title, activity.agency, activity.year, activity.method, activity.region)
    assert (*shown, str(activity.issued_on)) == (
        submission.title,
        "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Mempawah",
        2027,
        "kompilasi_produk_administrasi",
        "Mempawah (Kalimantan Barat)",
        "2026-11-23",
    )
    assert activity.variables.splitlines() == ["Jumlah balita ditimbang", "Jumlah balita pendek"]
    assert not any(name in repr(activity.__data__) for name in ("Hendra", "Ratna", "0812", "contoh.test"))


def test_it_is_found_by_what_it_is_about(db):
    submission = a_submission(Status.ISSUED)

    for text in ("stunting", "balita menimbang", "penyediaan", submission.identity_number, submission.number):
        assert [row.number for row in Activity.page(Wanted(filters={"cari": text})).rows] == [submission.number], text


def test_following_twice_changes_nothing(db):
    submission = a_submission(Status.ISSUED)
    letter = Letter.issued_of(submission)

    with write():
        catalogue.follow(submission, letter)

    assert [row.number for row in Activity.page(Wanted(filters={"cari": "stunting"})).rows] == [submission.number]


def test_a_revoked_letter_takes_it_out(db):
    submission = a_submission(Status.ISSUED)
    letters.revoke(Letter.issued_of(submission), user("kepala"), "Salah.", SIGNING)

    assert Activity.page(Wanted()).rows == Activity.page(Wanted(filters={"cari": "stunting"})).rows == []


def test_a_renamed_agency_is_found_by_both_its_names(db):
    submission = a_submission(Status.ISSUED)
    agency = Agency.get_by_id(submission.agency_id)
    agency.name = "Dinas Kesehatan dan Rumah Sakit"
    with write():
        agency.save()
        catalogue.index_of_agency(agency)

    for asked in ({"instansi": "rumah sakit"}, {"cari": "rumah sakit"}, {"instansi": "pengendalian penduduk"}):
        assert [row.number for row in Activity.page(Wanted(filters=asked)).rows] == [submission.number], asked
