"""The ground under every action: one transaction, one use of a form, no hidden queries, no gaps in numbers."""

import threading
from datetime import timedelta

import pytest
from peewee import IntegrityError, OperationalError

from pst.models import base
from pst.models.audit import Event
from pst.models.base import (
    AlreadyDone,
    FormKey,
    HiddenFetch,
    Reading,
    Sequence,
    bookkeeping,
    form_key,
    read_only,
    write,
)
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from tests.factories import WHEN, a_submission

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture(autouse=True)
def _no_key_left():
    yield
    form_key.set(None)


def test_what_was_written_survives_and_what_failed_leaves_nothing():
    with pytest.raises(ZeroDivisionError), write():
        Agency.create(name="Setengah jalan")
        raise ZeroDivisionError

    with write():
        Agency.create(name="Sampai selesai")

    assert not Agency.select().where(Agency.name == "Setengah jalan").exists()
    assert Agency.select().where(Agency.name == "Sampai selesai").exists()


def test_a_success_is_flushed_to_disk_before_it_is_told(db, waiting_disk):
    pragmas = {
        name: db.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")
    }

    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_only_what_nobody_would_miss_does_not_wait_for_the_disk(db, waiting_disk):
    def waits() -> int:
        return db.execute_sql("PRAGMA synchronous").fetchone()[0]

    with bookkeeping():
        within = waits()
    with pytest.raises(ZeroDivisionError), bookkeeping():
        raise ZeroDivisionError
    with write():
        writing = waits()

    assert (within, writing, waits()) == (1, 2, 2)


def test_a_new_row_is_kept_as_it_was_given_and_knows_its_id():
    given = {"at": WHEN, "actor_name": "Sistem", "noun": "uji", "key": "K", "verb": "try", "previous": "0", "hash": "1"}
    with write():
        event = Event.create(**given, facts={"kata": "é", "daftar": [1, None]}, actor=None)
    kept = Event.get_by_id(event.id)

    assert kept.values() == event.values()
    assert (kept.facts, kept.at, kept.note, kept.actor_id) == ({"kata": "é", "daftar": [1, None]}, WHEN, "", None)
    assert (event.dirty_fields, kept.values()["id"]) == ([], event.id)


def test_a_new_row_that_breaks_a_rule_of_the_table_is_refused():
    with pytest.raises(IntegrityError), write():
        Agency.create(name=Agency.get().name)


def test_a_form_acts_once():
    form_key.set("kunci-1")
    with write():
        Agency.create(name="Sekali")
    form_key.set("kunci-1")

    with pytest.raises(AlreadyDone) as again, write():
        Agency.create(name="Dua kali")

    assert again.value.key == "kunci-1"
    assert not Agency.select().where(Agency.name == "Dua kali").exists()


def test_a_form_whose_action_failed_may_be_sent_again():
    form_key.set("kunci-2")
    with pytest.raises(ZeroDivisionError), write():
        raise ZeroDivisionError
    form_key.set("kunci-2")

    with write():
        Agency.create(name="Akhirnya")

    assert FormKey.select().count() == 1


def test_looking_uses_up_no_form():
    form_key.set("kunci-3")

    with bookkeeping():
        Agency.create(name="Catatan")

    assert form_key.get() == "kunci-3"


def test_after_a_look_is_written_down_the_page_still_cannot_write():
    read_only(True)
    with bookkeeping():
        Agency.create(name="Catatan")

    with pytest.raises(OperationalError, match="readonly"):
        Agency.create(name="Tidak boleh")


def test_a_page_that_is_only_looked_at_cannot_write():
    read_only(True)

    with pytest.raises(OperationalError, match="readonly"):
        Agency.create(name="Tidak boleh")
    with pytest.raises(Reading), write():
        Agency.create(name="Juga tidak")


def test_a_hidden_fetch_is_an_error():
    number = a_submission().number

    with pytest.raises(HiddenFetch, match="applicant"):
        Submission.get(Submission.number == number).applicant.name  # noqa: B018  reading it is what fetches
    assert Submission.with_people().where(Submission.number == number).get().applicant.name == "Ratna Pemohon"


def test_eight_threads_draw_two_hundred_numbers_without_gap_or_double():
    drawn, failures = [], []

    def draw():
        try:
            for _ in range(25):
                with write():
                    number = Sequence.draw("uji")
                drawn.append(number)
        except Exception as failure:
            failures.append(failure)
        finally:
            base.database.close()

    threads = [threading.Thread(target=draw) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert failures == []
    assert sorted(drawn) == list(range(1, 201))


def test_a_writer_waits_for_its_turn_even_where_sqlite_would_not():
    told = []

    def write_impatiently():
        base.database.connect(reuse_if_open=True)
        base.database.execute_sql("PRAGMA busy_timeout = 1")
        told.append("asks")
        with write():
            told.append("writes")
        base.database.close()

    other = threading.Thread(target=write_impatiently)
    with write():
        other.start()
        other.join(0.3)
        told.append("first is done")
    other.join(10)

    assert told == ["asks", "first is done", "writes"]


def test_a_turn_that_never_comes_is_a_busy_database(monkeypatch):
    monkeypatch.setattr(base, "PATIENCE", 0.05)
    failures = []

    def write_in_vain():
        try:
            with write():
                failures.append("wrote")
        except OperationalError as failure:
            failures.append(str(failure))
        base.database.close()

    other = threading.Thread(target=write_in_vain)
    with write():
        other.start()
        other.join(10)

    assert failures == ["database is locked"]


def test_json_keeps_what_it_was_given():
    submission = a_submission()
    answers = {"judul_kegiatan": "“Uji” – √ & <b>", "wilayah": [{"provinsi": "61"}], "tahun_kegiatan": 2027}

    with write():
        Submission.update(answers=answers, changed_at=WHEN + timedelta(days=1)).where(
            Submission.id == submission.id
        ).execute()

    assert Submission.get_by_id(submission.id).answers == answers


def test_the_database_and_what_is_on_its_way_into_it_are_its_owners_alone(db, config):
    with base.write():
        base.Sequence.draw("x")

    files = list(config.folder.glob("pst.sqlite3*"))
    assert len(files) > 1 and [file.stat().st_mode & 0o077 for file in files] == [0] * len(files)
