"""Who complained stands nowhere in plain: not in the database's bytes, not in a log line, not in an export or mail."""

import io
import json
import logging
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pst.actions.complaints import complaint_letters, complaint_steps, dialogue, identities, reminders
from pst.clock import local, now
from pst.logs import JsonLines
from pst.models.base import OF_A_DAY
from pst.models.complaints.complaints import OF_A_COMPLAINT, Complaint
from pst.models.emails import Email
from pst.rules import numbering
from pst.rules.complaints.complaint_letters import ANSWER_LETTER
from pst.web import instance
from tests.factories import an_officer, user
from tests.factories_complaints import WHO, a_manager, a_photo

TEXT = "Timbangan di pasar tidak pernah dicocokkan."
FROM = {"REMOTE_ADDR": "203.0.113.77", "HTTP_USER_AGENT": "PonselTua/4.4 (Wulandari)"}
SECRET = (*WHO.values(), "Wulandari", "203.0.113.77", "PonselTua", "Kamera Rahasia")


@pytest.fixture
def heard(caplog):
    """`heard()`: every line the program would have written to its log so far, as bytes."""
    caplog.set_level(logging.INFO)
    return lambda: "\n".join(JsonLines().format(record) for record in caplog.records).encode()


def found_in(content: bytes) -> list[str]:
    """Which of the secrets stand in these bytes: as UTF-8, in JSON, in small letters, or as Windows writes them."""
    lowered = content.lower()
    return [
        word
        for word in SECRET
        if any(
            form.lower() in lowered
            for form in (word.encode(), json.dumps(word)[1:-1].encode(), word.encode("utf-16-le"))
        )
    ]


def instance_bytes(config) -> bytes:
    """Everything in the instance folder: database, write-ahead log, files, mail; not the key that opens identities."""
    files = [path for path in Path(config.instance).rglob("*") if path.is_file() and path.name != "identity-key"]
    assert {"pst.sqlite3", "pst.sqlite3-wal"} <= {path.name for path in files}
    return b"\n".join(path.read_bytes() for path in files)


def tell(browser, privacy: str) -> str:
    """Send the form from a known address with a known browser; returns the code."""
    form = browser.get("/pengaduan/baru", extra_environ=FROM).forms["complaint"]
    form["text"], form["privacy"], form["files"] = TEXT, privacy, [("Wulandari.jpg", a_photo())]
    for name, value in WHO.items():
        form[name] = value
    page = form.submit(status=303, extra_environ=FROM).follow(extra_environ=FROM)
    return page.html.main["data-code"]


@pytest.mark.parametrize("privacy", ["confidential", "named", "anonymous"])
def test_no_byte_of_the_instance_tells_who_complained(app, anyone, config, heard, store, privacy):
    code = tell(anyone, privacy)
    complaint, officer = Complaint.by_code(numbering.hash_code(code)), an_officer()
    complaint_steps.verify(complaint, officer, "ordinary", "other", officer, now())
    if privacy != "anonymous":
        with app.test_request_context():
            vault = instance.the_vault()
        assert identities.open_identity(complaint, officer, "Perlu memastikan harinya", now(), vault) == WHO
    complaint_steps.take(complaint, "answer", officer, "Sudah dicocokkan.", now())
    given = dict.fromkeys(("number", "prefix", "kka", "reason"), "")
    complaint_letters.issue(complaint, ANSWER_LETTER, given, user("kepala"), now(), store)
    form = anyone.get("/pengaduan/lacak").forms["track"]
    form["kode"] = code
    form.submit(extra_environ=FROM)
    anyone.get("/pengaduan/percakapan/jawaban.pdf", extra_environ=FROM)

    everything = instance_bytes(config)

    assert TEXT.encode() in everything  # the search can find what is there
    assert found_in(everything) == []
    assert found_in(heard()) == []


def test_the_code_itself_stands_nowhere_either(anyone, config, heard):
    code = tell(anyone, "anonymous")

    everything = instance_bytes(config) + heard()

    assert numbering.hash_code(code).encode() in everything
    assert [form in everything for form in (code.encode(), code.replace("-", "").encode())] == [False, False]


def test_no_export_and_no_mail_tells_who_complained(anyone, browse, heard):
    code = tell(anyone, "named")
    number = Complaint.by_code(numbering.hash_code(code)).number
    desk = browse(user("petugas2"))

    csv = desk.get("/petugas/pengaduan/daftar.csv").body
    book = desk.get("/petugas/pengaduan/daftar.xlsx").body
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        cells = b"\n".join(archive.read(name) for name in archive.namelist())
    reminders.tell_officers(datetime(2026, 11, 24, 2) + timedelta(days=7))
    mails = "\n".join(str(mail.__data__) for mail in Email.select()).encode()

    assert (number.encode() in csv, number.encode() in cells, b"complaint_digest" in mails) == (True, True, True)
    assert (found_in(csv), found_in(cells), found_in(mails)) == ([], [], [])
    assert b"/petugas/pengaduan/daftar.csv" in heard()


def test_the_log_knows_the_officers_pages_and_not_the_complainants(anyone, browse, heard):
    desk = browse(an_officer())
    tell(anyone, "anonymous")
    desk.get("/petugas/pengaduan/daftar.csv")

    told = [json.loads(line).get("address", "") for line in heard().splitlines()]

    assert "/petugas/pengaduan/daftar.csv" in told
    assert [address for address in told if address.startswith("/pengaduan")] == []


def rows_by_table(db) -> dict[str, int]:
    """How many rows each table has that numbers its rows; the others lie in the order of their keys."""
    told = db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    names = [name for name, sql in told if "WITHOUT ROWID" not in sql and not name.startswith("sqlite_")]
    return {name: db.execute_sql(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in names}


def test_no_number_of_a_row_tells_more_of_an_anonymous_complaint_than_its_day(anyone, db):
    before = rows_by_table(db)
    complaint = Complaint.by_code(numbering.hash_code(tell(anyone, "anonymous")))
    officer = an_officer()
    complaint_steps.verify(complaint, officer, "ordinary", "other", officer, now())
    dialogue.say(complaint, "Ada lagi.", now())

    grown = {name for name, count in rows_by_table(db).items() if count != before[name]}

    by_officers = {"event"}
    index = {"complaint_index", *(f"complaint_index_{part}" for part in ("data", "docsize", "content"))}
    by_the_day, within_it = {"complaint", "notice"}, {"complaint_message", "complaint_file"}
    assert grown - by_officers - index == by_the_day | within_it
    days = {row // OF_A_DAY for table in by_the_day for (row,) in db.execute_sql(f"SELECT id FROM {table}")}
    assert days == {local(now()).toordinal()}
    parts = {row for table in within_it for (row,) in db.execute_sql(f"SELECT id FROM {table}")}
    assert parts == {complaint.id * OF_A_COMPLAINT + 1}


def test_a_failure_is_logged_without_what_was_typed(anyone, heard, monkeypatch):
    def fail(*given, **more):
        raise RuntimeError("rusak")

    monkeypatch.setattr("pst.views.complaints.complaints.file_complaint", fail)
    form = anyone.get("/pengaduan/baru").forms["complaint"]
    form["text"], form["privacy"] = TEXT, "named"
    for name, value in WHO.items():
        form[name] = value

    answer = form.submit(status=500, extra_environ=FROM)

    assert (b"RuntimeError: rusak" in heard(), TEXT.encode() in heard(), found_in(heard())) == (True, False, [])
    assert "Yang sudah tersimpan tetap aman" in answer.text


def test_nobody_who_may_not_know_of_it_sees_it_in_an_export(anyone, browse):
    a_manager("petugas2")
    form = anyone.get("/pengaduan/baru").forms["complaint"]
    form["text"], form["about"] = TEXT, "head"
    number = form.submit(status=303).follow().html.main["data-number"].encode()

    def listed(name: str) -> bool:
        return number in browse(user(name)).get("/petugas/pengaduan/daftar.csv").body

    assert {name: listed(name) for name in ("petugas", "petugas2", "kepala")} == {
        "petugas": False,
        "petugas2": True,
        "kepala": False,
    }
