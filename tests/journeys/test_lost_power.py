"""The process is killed again and again while people write: what was answered as saved is there, once."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256

import pytest

from pst.actions import audit
from pst.models.audit import Event
from pst.models.base import database
from pst.models.emails import Email
from pst.models.letters.letters import Letter
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Revision, Submission
from pst.rules.review.workflow import Status
from tests.browsing import Browsing
from tests.factories import a_draft, a_submission, an_applicant, an_officer, user
from tests.journeys.serving import Served, insist

DEATHS, BETWEEN_DEATHS = 2, 8


@dataclass
class Office:
    """The served office, what waits in it to be done, and what was answered as done."""

    served: Served
    draft: str
    talk: str
    unsent: list[str]
    unsigned: list[str]
    closing_time: threading.Event = field(default_factory=threading.Event)
    titles: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    seen: int = 0

    @property
    def done(self) -> list[int]:
        return [len(each) for each in (self.titles, self.messages, self.sent, self.letters)]

    def a_little_more_is_done(self) -> None:
        """Raises `TimeoutError` until so much was answered since the last time."""
        if sum(self.done) < self.seen + BETWEEN_DEATHS or not all(self.done):
            raise TimeoutError
        self.seen = sum(self.done)


@pytest.fixture
def office(db, config):
    submissions = Office(
        served=Served(config.folder),
        draft=a_draft().number,
        talk=a_submission(Status.IN_REVIEW).number,
        unsent=[a_draft().number for _ in range(8)],
        unsigned=[a_submission(Status.AWAITING_SIGNATURE).number for _ in range(8)],
    )
    database.close()
    yield submissions
    submissions.served.stop()


def test_killed_in_the_middle_of_work_nothing_that_was_confirmed_is_lost(office, store):
    office.served.start()
    people = ((an_applicant(), write_title), (an_applicant(), send), (an_officer(), talk), (user("kepala"), sign))
    desks = [(office.served.browser().sign_in(person), errand) for person, errand in people]
    with ThreadPoolExecutor(len(desks)) as pool:
        working = [pool.submit(work, office, *desk) for desk in desks]
        for _ in range(DEATHS):
            insist(office.a_little_more_is_done)
            time.sleep(random.uniform(0, 0.3))
            office.served.kill()
            office.served.start()
        insist(office.a_little_more_is_done)
        office.closing_time.set()
        for each in working:
            each.result()

    assert all(office.done), "everybody was answered at least once"
    assert office.served.stop() == 0
    the_database_is_sound()
    the_last_title_confirmed_stands(office)
    every_message_stands_once(office)
    every_submission_was_sent_once(office)
    letters_have_consecutive_numbers_and_their_files(office, store)


def work(office: Office, browser: Browsing, errand: Callable[[Office, Browsing, int], bool]) -> None:
    """One errand after another until closing time; each is insisted on until it is answered."""
    number = 0
    while not office.closing_time.is_set() and errand(office, browser, number):
        number += 1


def write_title(office: Office, browser: Browsing, number: int) -> bool:
    form = insist(lambda: browser.get(f"/permohonan/{office.draft}/blok/0")).forms["block"]
    form["judul_kegiatan"] = title = f"Kompilasi Data ke-{number:04} Kabupaten Mempawah"
    typed = [(name, value) for name, value in form.submit_fields() if name != "_once"]  # as the script sends it
    insist(lambda: browser.post(form.action, typed, headers={"X-Autosave": "1"}, status=200))
    office.titles.append(title)
    return True


def talk(office: Office, browser: Browsing, number: int) -> bool:
    page = insist(lambda: browser.get(f"/petugas/permohonan/{office.talk}?lihat=pesan"))
    form = page.forms["message"]
    form["text"] = text = f"Pesan nomor {number}"
    insist(lambda: form.submit(status=303))
    office.messages.append(text)
    return True


def send(office: Office, browser: Browsing, number: int) -> bool:
    here = office.unsent[number]
    form = insist(lambda: browser.get(f"/permohonan/{here}/periksa")).forms["send"]
    insist(lambda: form.submit(status=303))
    office.sent.append(here)
    return number + 1 < len(office.unsent)


def sign(office: Office, browser: Browsing, number: int) -> bool:
    here = office.unsigned[number]
    form = insist(lambda: browser.get(f"/petugas/permohonan/{here}/pengesahan")).forms["issue"]
    insist(lambda: form.submit(status=303))
    office.letters.append(here)
    return number + 1 < len(office.unsigned)


def the_database_is_sound() -> None:
    with closing(database.connection().cursor()) as cursor:
        assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []
    assert audit.find_break() is None


def the_last_title_confirmed_stands(office: Office) -> None:
    """Or the one after it, which was kept when the answer could no longer be given."""
    assert Submission.get(Submission.number == office.draft).title >= office.titles[-1]


def every_message_stands_once(office: Office) -> None:
    kept = [message.text for message in Message.select().order_by(Message.id)]
    assert kept == office.messages
    mails = Email.select().where(Email.kind == "message").order_by(Email.id)
    assert [mail.facts["text"] for mail in mails] == kept


def every_submission_was_sent_once(office: Office) -> None:
    for number in office.sent:
        row = Submission.get(Submission.number == number)
        sendings = Event.of("submission", number).where(Event.verb == "submit").count()
        receipts = Email.select().where(Email.submission == row.id, Email.kind == "received").count()
        revisions = Revision.select().where(Revision.submission == row.id).count()
        assert (row.status, sendings, receipts, revisions) == (Status.SUBMITTED, 1, 1, 1), number


def letters_have_consecutive_numbers_and_their_files(office: Office, store) -> None:
    issued = list(
        Letter.select(Letter, Submission).join(Submission).where(Letter.state == "issued").order_by(Letter.id)
    )
    assert [letter.submission.number for letter in issued] == office.letters
    assert [letter.sequence for letter in issued] == list(range(1, len(issued) + 1))
    assert all(sha256(store.read(letter.file_id)).hexdigest() == letter.file_id for letter in issued)
