"""`python wsgi.py`: it says where it is, does the minute's work, and ends without cutting anybody off."""

import socket
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress

import pytest

from pst import create_app, serve
from pst.actions.submissions.messages import Message
from pst.config import Config
from pst.models.accounts.users import User
from pst.models.base import database, write
from pst.models.catalogue.catalogue import Activity
from pst.models.emails import Email
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import a_submission, an_officer
from tests.journeys.serving import ROOT, UNANSWERED, Served, ask, insist


@pytest.fixture
def served(db, config):
    """The server of this test's office, not yet started."""
    server = Served(config.folder)
    yield server
    if server.process is not None:
        server.stop()
        server.process.communicate()  # closes its pipe


def first_words(server: Served, **settings: str) -> tuple[list[str], subprocess.Popen]:
    """The first two lines on standard output of a server that goes on."""
    process = subprocess.Popen(
        [sys.executable, "wsgi.py"],
        cwd=ROOT,
        env={**server.environment, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return [process.stdout.readline().strip() for _ in range(2)], process


def test_an_office_without_administrator_is_told_how_to_make_one(served):
    User.update(roles=frozenset({Role.OFFICER})).where(User.email == "admin@contoh.test").execute()
    database.close()

    (where, link), served.process = first_words(served, PST_BASE_URL="https://pst.contoh.test")

    assert where == "PST Mempawah melayani di https://pst.contoh.test"
    assert link.startswith("Buat administrator pertama (tautan sekali pakai): https://pst.contoh.test/admin-pertama/")


def test_a_database_of_an_older_version_is_not_served(tmp_path, monkeypatch):
    monkeypatch.setattr(serve.logs, "to_stderr", lambda: None)
    office = create_app(Config(instance=str(tmp_path / "baru"), secret_key="x" * 40))

    with pytest.raises(SystemExit, match="Basis data belum mutakhir"):
        serve.serve(office)
    database.close()


@pytest.mark.parametrize(
    ("proxies", "answers"),
    [
        # the last is the proxy's own word; the first anybody writes
        ("1", {"10.61.4.7": "303 SEE OTHER", "10.61.4.7, 203.0.113.9": "404 NOT FOUND"}),
        ("0", {"10.61.4.7": "404 NOT FOUND"}),
    ],
    ids=["a proxy in front", "none"],
)
def test_where_somebody_comes_from_is_believed_of_the_named_proxies_alone(served, proxies, answers):
    database.close()
    served.environment |= {"PST_PROXIES": proxies, "PST_STAFF_NETWORKS": "10.61.4.0/24"}
    served.start()

    given = {said: ask(served.port, "GET", "/petugas", {"X-Forwarded-For": said}, b"")[0] for said in answers}

    assert {said: status.upper() for said, status in given.items()} == answers


def test_the_minutes_work_is_done_beside_serving(served, config):
    a_submission(Status.SUBMITTED)
    database.close()
    served.environment["PST_MINUTE_JOBS"] = "1"

    served.start()
    insist(lambda: _is_there(config.mails), seconds=20)

    assert {mail.state for mail in Email.select()} == {"kept"}


def test_told_to_stop_it_finishes_what_was_begun(served):
    """Whatever was written was also answered: nobody is left to wonder."""
    numbers = [a_submission(Status.IN_REVIEW).number for _ in range(4)]
    served.start()
    desks = [(served.browser().sign_in(an_officer()), number) for number in numbers]
    answered: list[str] = []

    with ThreadPoolExecutor(len(desks)) as pool:
        for desk in desks:
            pool.submit(_write_until_it_stops, *desk, answered)
        insist(lambda: _at_least(12, answered))
        ended = served.stop()

    kept = [message.text for message in Message.select()]
    assert (ended, sorted(kept)) == (0, sorted(answered))


def test_who_is_still_waiting_when_it_is_told_to_stop_gets_the_answer(served, config):
    number = a_submission(Status.IN_REVIEW).number
    database.close()
    form = (
        served.start().browser().sign_in(an_officer()).get(f"/petugas/permohonan/{number}?lihat=pesan").forms["message"]
    )
    form["text"] = "Sampai sebelum berhenti"

    with closing(sqlite3.connect(config.database, isolation_level=None)) as other, ThreadPoolExecutor(1) as pool:
        other.execute("BEGIN IMMEDIATE")
        answer = pool.submit(form.submit, status=303)
        time.sleep(0.3)
        served.process.terminate()
        insist(lambda: _is_shut(served.port))
        other.rollback()
        answer.result()

    ended = served.process.wait(timeout=60)  # told a second time while it ends, it would end at once
    assert (ended, [message.text for message in Message.select()]) == (0, ["Sampai sebelum berhenti"])


def test_several_large_files_at_once_are_refused_with_a_page_and_not_cut_off(served):
    database.close()
    browser = served.start().browser().sign_in(an_officer())
    files = [("record", f"{n}.json", b"x" * 10_000_000) for n in range(3)]

    page = browser.post("/petugas/permohonan/baru/romantik", {}, upload_files=files, status=413)

    assert "25 MB sekali kirim" in page


def test_who_reads_a_large_file_slowly_or_not_at_all_holds_no_thread(served):
    long = dict(title="Pendataan " * 800, agency="Dinas", method="survei")
    with write():  # 24 MB: more than the server puts by for a reader
        Activity.insert_many([{"number": f"KAT-{n:05}", **long} for n in range(3_000)]).execute()
    database.close()
    served.environment["PST_THREADS"] = "2"
    served.start()

    with ExitStack() as lines:
        for _ in range(4):
            reader = lines.enter_context(socket.socket())
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            reader.settimeout(30)
            reader.connect(("127.0.0.1", served.port))
            reader.sendall(b"GET /katalog.json HTTP/1.1\r\nHost: pst.test\r\n\r\n")
            assert reader.recv(12) == b"HTTP/1.1 200"
        status, _, _ = ask(served.port, "GET", "/healthz", {}, b"")

    assert status == "200 OK"


def test_a_minute_that_fails_is_logged_and_the_next_one_comes(app, monkeypatch, caplog):
    class Enough(BaseException):
        pass

    minutes = []

    def fail(app, at):
        minutes.append(at)
        if len(minutes) == 3:
            raise Enough
        raise RuntimeError("basis data hilang")

    monkeypatch.setattr(serve, "do_minute_jobs", fail)
    monkeypatch.setattr(serve.threading, "Event", _NoWait)

    with pytest.raises(Enough):
        serve._every_minute(app)

    assert [record.message for record in caplog.records] == ["minute jobs"] * 2


class _NoWait:
    def wait(self, seconds: float) -> None:
        assert seconds == 60


def _write_until_it_stops(browser, number: str, answered: list[str]) -> None:
    try:
        for count in range(10_000):
            form = browser.get(f"/petugas/permohonan/{number}?lihat=pesan").forms["message"]
            form["text"] = text = f"{number} pesan {count}"
            form.submit(status=303)
            answered.append(text)
    except UNANSWERED:
        return


def _at_least(count: int, done: list[str]) -> None:
    if len(done) < count:
        raise TimeoutError


def _is_shut(port: int) -> None:
    """Raises what nobody answers until the door is shut."""
    with suppress(ConnectionRefusedError), closing(socket.create_connection(("127.0.0.1", port))):
        raise TimeoutError


def _is_there(folder) -> None:
    if not list(folder.glob("*.eml")):
        raise FileNotFoundError
    time.sleep(0.2)
