"""What happened stays as it was written, or it shows."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from peewee import IntegrityError

from pst.actions import audit
from pst.actions.letters import letters, publishing
from pst.actions.letters.signatories import name_stand_in
from pst.clock import midnight
from pst.models.audit import Event, Look
from pst.models.base import read_only, write
from pst.models.letters.letters import Letter
from pst.rules.audit import event_hash
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from tests.factories import SIGNING, WHEN, a_submission, an_officer, issue, user

pytestmark = pytest.mark.usefixtures("db")


GUARDS = ("event_stays", "event_remains", "letter_stays", "letter_remains", "book_entry_stays", "book_entry_remains")


LINE = "Baris {} pada buku surat berbeda dari yang tercatat."
PUT_IN = """
    INSERT INTO book_entry
        (year, sequence, inserted, number, rank, recipient, subject, classification, kind, reason, at, id)
    SELECT year, sequence, inserted, number || '-x', rank, recipient, subject, classification, 'hand', reason, at,"""


@contextmanager
def unguarded(db):
    """As somebody who may write into the file: what the tables refuse is taken away first."""
    for guard in GUARDS:
        db.execute_sql(f"DROP TRIGGER {guard}")
    yield


@pytest.fixture
def two_letters(store) -> list[str]:
    """The numbers of a letter in force and of one that was revoked."""
    first, second = (issue(a_submission(Status.AWAITING_SIGNATURE), store) for _ in range(2))
    letters.revoke(second, user("kepala"), "Keliru.", SIGNING)
    return [first.number, second.number]


def test_letters_stand_under_the_chain(two_letters):
    assert audit.find_tampering() == []


CHANGES = (
    ("UPDATE letter SET state = 'issued', ended_at = NULL WHERE number != ?", "Surat {1} berbeda dari yang tercatat."),
    ("UPDATE letter SET facts = '{}' WHERE number = ?", "Surat {0} berbeda dari yang tercatat."),
    ("UPDATE letter SET number = 'B-9' WHERE number = ?", "Surat B-9 tidak pernah tercatat terbit."),
    ("DELETE FROM letter WHERE number = ?", "Surat {0} hilang."),
    ("UPDATE book_entry SET subject = '-' WHERE number = ?", LINE.format("{0}")),
    ("UPDATE book_entry SET kind = 'void' WHERE number = ?", LINE.format("{0}")),
    ("DELETE FROM book_entry WHERE number = ?", "Baris {0} pada buku surat hilang."),
    (f"{PUT_IN} 3 FROM book_entry WHERE number = ?", "Baris {0}-x pada buku surat tidak pernah tercatat."),
    (  # the two change places
        "UPDATE book_entry SET id = CASE id WHEN 1 THEN -2 ELSE -1 END; UPDATE book_entry SET id = -id",
        LINE.format("{1}"),
    ),
)
"""(what somebody does to the database, what is said of it)"""


def test_what_was_changed_in_the_database_is_found_and_named(two_letters, db):
    db.execute_sql("PRAGMA foreign_keys = 0")
    with unguarded(db):
        for change, found in CHANGES:
            with db.atomic() as tampering:
                for statement in change.split(";"):
                    db.execute_sql(statement, two_letters[: statement.count("?")])
                assert audit.find_tampering()[0] == found.format(*two_letters), change
                tampering.rollback()


def test_the_newest_events_taken_away_are_missed(db):
    a_submission()
    last = Event.last().id

    with unguarded(db):
        db.execute_sql("DELETE FROM event WHERE id > ?", (last - 1,))
    one = audit.find_tampering()
    db.execute_sql("DELETE FROM event")

    assert one == [f"Kejadian terbaru hilang, sesudah baris {last - 1}: baris {last} pernah ada."]
    assert audit.find_tampering() == [f"Kejadian terbaru hilang, seluruhnya: baris {last} pernah ada."]


def test_a_chain_welded_anew_by_the_program_without_the_key_is_found(db):
    a_submission()
    first = Event.select().order_by(Event.id).dicts().first()

    with unguarded(db):
        words = first | {"note": "lain"}
        Event.update(note="lain", hash=event_hash(words, b"")).where(Event.id == first["id"]).execute()

    assert audit.find_tampering() == [
        f"Rantai kejadian putus pada baris {first['id']} ({first['noun']} {first['key']}, {first['verb']})."
    ]


def test_a_lost_head_is_told(db, config):
    a_submission()
    (config.folder / "audit-head").unlink()

    assert audit.find_tampering() == ["Berkas audit-head tidak ada atau rusak, padahal ada kejadian."]


def test_what_was_undone_leaves_the_head_where_it_was(db):
    a_submission()

    with pytest.raises(RuntimeError), write():
        audit.record("office", "x", "test", None, WHEN)
        raise RuntimeError

    assert audit.find_tampering() == []


def test_the_tables_refuse_what_never_happens(two_letters, db):
    for change in (
        "UPDATE event SET note = 'lain'",
        "DELETE FROM event",
        "UPDATE letter SET outcome = 'ditolak' WHERE state = 'issued'",
        "UPDATE letter SET state = 'issued' WHERE state = 'revoked'",
        "DELETE FROM letter WHERE state = 'revoked'",
        "UPDATE book_entry SET reason = 'lain' WHERE kind = 'letter'",
        "UPDATE book_entry SET subject = 'lain'",
        "DELETE FROM book_entry",
    ):
        with pytest.raises(IntegrityError, match="tidak dapat"):
            db.execute_sql(change)


def test_events_are_chained_as_they_are_written():
    a_submission()

    assert Event.select().count() >= 2
    assert audit.find_break() is None


def test_a_row_changed_in_the_database_is_found(db):
    a_submission()
    with write():
        audit.record("office", "x", "test", an_officer(), WHEN, note="asli", facts={"a": 1})
    last = Event.last().id

    with unguarded(db):
        for change in ("note = 'lain'", "actor_name = 'Orang Lain'", "facts = '{}'", "at = '2020-01-01 00:00:00'"):
            with db.atomic() as tampering:
                db.execute_sql(f"UPDATE event SET {change} WHERE id = ?", (last,))
                assert audit.find_break()["id"] == last, change
                tampering.rollback()


def test_a_row_removed_from_the_middle_is_found(db):
    a_submission()
    first, second, *_ = Event.select().order_by(Event.id)

    with unguarded(db):
        db.execute_sql("DELETE FROM event WHERE id = ?", (first.id,))

    assert audit.find_break()["id"] == second.id


def test_an_event_needs_the_transaction_of_what_it_tells():
    with pytest.raises(AssertionError):
        audit.record("office", "x", "test", None, WHEN)


def test_a_look_is_written_even_where_nothing_else_may_be(db):
    read_only(True)

    audit.record_look(an_officer(), "kontak REK-1", WHEN, "menelepon")

    assert [(look.what, look.why) for look in Look.select()] == [("kontak REK-1", "menelepon")]


def test_a_head_that_was_printed_is_found_again_until_the_chain_is_cut_or_welded_anew(two_letters, db):
    printed = Letter.get(Letter.number == two_letters[0]).facts["chain"]
    number = int(printed.partition(":")[2])
    assert (audit.find_missing(printed), audit.find_missing(audit.head())) == ("", "")
    with pytest.raises(Refusal, match="seperti tercetak"):
        audit.find_missing("B-1/61040")

    with unguarded(db):
        weld_anew(db, number)
        welded = (audit.find_break(), audit.find_missing(printed))
        db.execute_sql("DELETE FROM event WHERE id >= ?", (number,))

    assert welded == (None, f"Kejadian nomor {number} bukan yang tercetak: rantai disusun ulang sampai di sana.")
    assert audit.find_missing(printed) == (
        f"Kejadian nomor {number} pernah ada dan kini hilang; yang terbaru nomor {number - 1}."
    )


def weld_anew(db, upto: int) -> None:
    """As whoever has the office's key and this program could: another word in an event, and all hashes after it."""
    before = Event.get_by_id(upto - 1).previous
    for event in Event.select().where(Event.id >= upto - 1).order_by(Event.id).dicts():
        changed = event | {"note": "lain" if event["id"] == upto - 1 else event["note"], "previous": before}
        before = event_hash(changed, audit.chain_key())
        Event.update(note=changed["note"], previous=changed["previous"], hash=before).where(
            Event.id == event["id"]
        ).execute()


def test_where_only_the_day_may_be_known_the_chain_takes_it_when_the_day_is_over(db, at):
    day = midnight(at.date())
    with write():
        audit.record("submission", "REK-1", "submit", None, at)
        for number in range(8):
            audit.record("complaint", f"ADU-{number}", "file", None, day, facts={"n": number})
        audit.record("complaint", "ADU-0", "verify", None, at)

    assert [event.verb for event in Event.history_of("complaint", "ADU-0")] == ["file", "verify"]
    assert {event.key for event in Event.select().where(Event.verb == "file")} == set()
    assert audit.release_held(at + timedelta(hours=14)) == 0  # Senin, 23.00 WIB
    assert audit.release_held(at + timedelta(hours=16)) == 8  # Selasa, 01.00 WIB

    assert audit.find_tampering() == [] and audit.release_held(at + timedelta(hours=16)) == 0
    assert {event.at for event in Event.select().where(Event.verb == "file")} == {day}
    assert [event.verb for event in Event.history_of("complaint", "ADU-0")] == ["file", "verify"]


EARLY = WHEN - timedelta(hours=6)
DATED = (
    lambda letter, store: issue(a_submission(Status.AWAITING_SIGNATURE, at=SIGNING), store, at=EARLY),
    lambda letter, store: publishing.publish(letter, letter.submission, user("kepala"), EARLY),
    lambda letter, store: letters.revoke(letter, user("kepala"), "Keliru.", EARLY),
    lambda letter, store: name_stand_in({"user": 0}, user("kepala"), WHEN.date(), EARLY),
)
"""Numbering, publishing, revoking, standing in."""


def test_what_carries_a_day_is_refused_while_the_clock_is_behind_what_happened(store):
    letter = Letter.numbered(issue(a_submission(Status.AWAITING_SIGNATURE), store).id)

    for act in DATED:
        with pytest.raises(Refusal, match="Jam server berada di belakang"), write():
            act(letter, store)


def test_a_clock_that_was_put_back_by_seconds_is_no_trouble():
    a_submission()

    assert [bool(audit.clock_behind(Event.last().at - timedelta(seconds=wait))) for wait in (60, 600)] == [False, True]
