"""What people do rather than look at: save, send, issue, move a holiday; and the minute job; on a copy."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from statistics import median

from flask import Flask

from benchmarks import budgets, statements
from benchmarks.budgets import Row
from benchmarks.measuring import DurableCommit, get, same_person, signed_in, timed
from benchmarks.pages import APPLICANT, drafts_of
from benchmarks.served import Browser, bare_site, hidden, site
from pst import clock, create_app
from pst.actions.letters.facts import thaw
from pst.actions.submissions import submissions
from pst.config import Config
from pst.jobs import do_minute_jobs
from pst.models import base
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.letters.letters import Letter
from pst.models.office.holidays import HolidayRow
from pst.models.submissions.submissions import Submission
from pst.paper.letters.recommendation import recommendation_pdf
from pst.questionnaires import shelf

TYPED = "pj_nama"
"""The question that is typed into again and again."""

BLOCK = shelf.CURRENT.block_of(TYPED).number


@contextmanager
def copy_of(config: Config) -> Iterator[Config]:
    """The same data set in a folder that goes away, on the same disk."""
    with tempfile.TemporaryDirectory(dir=config.folder.parent) as folder:
        copy = replace(config, instance=folder)
        shutil.copy(config.database, copy.database)
        base.open_database(copy.database)
        try:
            yield copy
        finally:
            base.database.close()


def measure_jobs(app: Flask, config: Config, samples: int) -> list[Row]:
    """Autosave, sending, the letter, the recount of a thousand due dates, and a minute in which nothing is due."""
    with copy_of(config) as copy:
        return [*_counted(app), *_writing(app, copy, samples), *_drawing(copy, samples)]


def _counted(app: Flask) -> list[Row]:
    """One autosave inside this process: how often it makes the disk wait."""
    browser, block = signed_in(app, APPLICANT), _block(drafts_of(APPLICANT)[0])
    form = {**hidden(get(browser, block).data), TYPED: "Nama Pertama"}
    with statements.listening() as heard:
        answer = browser.post(block, data=form, headers={"X-Autosave": "1"})
    if answer.status_code != 200:
        raise RuntimeError(f"{block} answered {answer.status}: {answer.text[:200]}")
    asked = str(len(statements.queries(heard)))
    return [budgets.at_most("simpan otomatis, penyimpanan tahan mati", statements.commits(heard), 1, "", queries=asked)]


def _writing(app: Flask, copy: Config, samples: int) -> list[Row]:
    """Autosave and sending, against what a bare page and a durable commit cost at the same moment."""
    drafts, inside = drafts_of(APPLICANT), signed_in(app, APPLICANT)
    saving, sending, commits, bares = [], [], [], []
    with site(copy.folder) as (port, _), bare_site() as bare_port, DurableCommit(copy.folder) as commit:
        browser, bare = same_person(inside, port), Browser(bare_port)
        for turn, number in enumerate(drafts[: samples + 1]):
            saved, sent = _save_time(browser, number, turn), _send_time(browser, number)
            if turn:  # the first one loads what is loaded once
                saving.append(saved)
                sending.append(sent)
                commits.append(timed(commit))
                bares.append(timed(lambda: bare.get("/")))
    durable, page = median(commits), median(bares)
    print(f"satu penyimpanan tahan mati: {durable:.2f} ms; halaman Flask kosong: {page:.2f} ms")
    return [
        budgets.against("simpan otomatis satu blok", median(saving), budgets.BLOCK_TIMES + durable / page, page),
        budgets.against(
            "kirim permohonan", median(sending), budgets.SEND_TIMES + budgets.SEND_COMMITS * durable / page, page
        ),
    ]


def _block(number: str) -> str:
    return f"/permohonan/{number}/blok/{BLOCK}"


def _save_time(browser: Browser, number: str, turn: int) -> float:
    form = {**hidden(browser.get(_block(number))), TYPED: f"Nama Nomor {turn}"}
    return _post_time(browser, _block(number), form, 200, **{"X-Autosave": "1"})


def _send_time(browser: Browser, number: str) -> float:
    form = hidden(browser.get(f"/permohonan/{number}/periksa"))
    return _post_time(browser, f"/permohonan/{number}/langkah/submit", form, 303)


def _post_time(browser: Browser, url: str, form: dict[str, str], expected: int, **headers: str) -> float:
    answers: list[tuple[int, bytes]] = []
    taken = timed(lambda: answers.append(browser.ask(url, form, **headers)))
    status, body = answers[0]
    if status != expected:
        raise RuntimeError(f"{url} answered {status}: {body[:300]!r}")
    return taken


def _drawing(copy: Config, samples: int) -> list[Row]:
    """The letter, the recount of due dates and the minute job, against a bare page of the same minute."""
    with bare_site() as port:
        bare = Browser(port)
        page = median(timed(lambda: bare.get("/")) for _ in range(samples + 1))
    return [_letter(samples, page), _recount(samples, page), _minute(copy, samples, page)]


def _letter(samples: int, page: float) -> Row:
    """Drawing one letter; loading the library that draws is paid once and not counted."""
    letter = Letter.select().where(Letter.facts.is_null(False)).order_by(Letter.id).get()
    facts = thaw(letter.facts)
    recommendation_pdf(facts)
    taken = median(timed(lambda: recommendation_pdf(facts)) for _ in range(samples))
    return budgets.against("surat PDF", taken, budgets.LETTER_TIMES, page)


def _minute(copy: Config, samples: int, page: float) -> Row:
    """A minute in which nothing is due: what was due was done in the minute before, and mailed."""
    app, at = create_app(copy), clock.now()
    do_minute_jobs(app, at)
    with base.write():
        Email.update(state="kept").where(Email.state == "queued").execute()
    taken = median(timed(lambda: do_minute_jobs(app, at)) for _ in range(samples))
    return budgets.against("menit tanpa yang jatuh tempo", taken, budgets.MINUTE_TIMES, page)


class _Undone(Exception):
    """Rolls the trial back."""


def _recount(samples: int, page: float) -> Row:
    """A holiday more, next week: every running clock is counted again, everybody concerned is told."""
    taken, running, moved = [], Submission.clock_running().count(), 0
    day = clock.today() + timedelta(days=7 - clock.today().weekday() + 1)
    for _ in range(min(samples, 5)):
        try:
            with base.write():
                HolidayRow.put(day=day, name="Libur percobaan", kind="local", closed=True, decree="")
                taken.append(timed(lambda: submissions.recompute_due_dates(clock.now(), "percobaan")))
                moved = Event.select().where(Event.verb == "due_moved").count()
                raise _Undone
        except _Undone:
            pass
    what = f"hitung ulang {running} jatuh tempo, {moved} bergeser"
    return budgets.against(what, median(taken), budgets.RECOMPUTE_TIMES, page)
