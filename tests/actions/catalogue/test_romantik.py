"""ROMANTIK's record in and out: unchanged where nothing was edited, telling how it stands once sent."""

import json
from pathlib import Path

import pytest

from pst.actions.catalogue import romantik
from pst.actions.submissions import submissions
from pst.exchange.romantik import BadRecord
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, user

RECORD, MORE = (
    (Path(__file__).parents[2] / "exchange" / f"romantik-{name}.json").read_bytes() for name in ("record", "more")
)


def test_a_record_that_nobody_edited_goes_out_as_it_came(db):
    draft = romantik.import_record(RECORD, user("pemohon"), WHEN)

    assert romantik.export_record(Submission.get_by_id(draft.id)) == json.loads(RECORD)


def test_the_same_transaction_is_not_begun_twice(db):
    draft = romantik.import_record(RECORD, user("pemohon"), WHEN)

    with pytest.raises(BadRecord, match=draft.number):
        romantik.import_record(RECORD, user("pemohon"), WHEN)


def test_what_found_no_place_stays_with_the_case(db):
    draft = romantik.import_record(MORE, user("pemohon"), WHEN)

    left_over, notes = romantik.left_over(Submission.get_by_id(draft.id))

    assert [where for where, _ in left_over] == ["blok_iv.frekuensi_penyelanggara", "blok_v.metode_yang_digunakan"]
    assert [note.text for note in notes] == ["Judul: tambahkan cakupan wilayah."]
    assert romantik.left_over(a_submission(Status.IN_REVIEW)) == ((), ())


def test_an_edited_answer_goes_out_and_everything_else_stays(db):
    draft = romantik.import_record(RECORD, user("pemohon"), WHEN)
    submissions.save_answers(draft, user("pemohon"), {"judul_kegiatan": "Judul Baru"}, WHEN)

    assert romantik.export_record(draft) == {**json.loads(RECORD), "nama_kegiatan": "Judul Baru"}


def test_an_identity_number_belongs_to_one_submission(db):
    first, second = a_submission(Status.IN_REVIEW), a_submission(Status.IN_REVIEW)
    romantik.note_romantik(first, user("petugas"), WHEN, "1", "V-26.6104.001")

    with pytest.raises(romantik.IdentityTaken, match="sudah dipakai permohonan lain"):
        romantik.note_romantik(second, user("petugas"), WHEN, "2", "V-26.6104.001")
    romantik.note_romantik(first, user("petugas"), WHEN, "3", "V-26.6104.001")

    kept = [Submission.get_by_id(each.id) for each in (first, second)]
    assert [(each.romantik_id, each.identity_number) for each in kept] == [("3", "V-26.6104.001"), ("", "")]


def test_what_was_sent_tells_how_it_stands(db):
    submission = a_submission(Status.NEEDS_REVISION)
    romantik.note_romantik(submission, user("petugas"), WHEN, "56219", "V-26.6104.001")

    record = romantik.export_record(submission)

    shown = {key: record[key] for key in ("id_trans", "status_pengajuan", "status_rekomendasi", "tgl_pengajuan")}
    assert shown == {
        "id_trans": 56219,
        "status_pengajuan": "perbaikan",
        "status_rekomendasi": None,
        "tgl_pengajuan": "2026-11-23T02:15:00.000Z",
    }
    (note,) = json.loads(record["catatan_pemeriksaan"])
    assert (note["status"], note["catatan"][:3], note["oleh"].isdecimal(), note["waktu"][10:11]) == (
        "belum diperbaiki",
        "<p>",
        True,
        " ",
    )
    assert record["wilayah"] == "6104"


def test_a_withdrawn_one_is_called_off_in_their_words(db):
    submission = a_submission(Status.SUBMITTED)
    submissions.withdraw(submission, user("pemohon"), WHEN, "Anggaran dialihkan.")

    record = romantik.export_record(submission)

    assert (record["status_pengajuan"], record["status_rekomendasi"]) == ("selesai", "dibatalkan")
