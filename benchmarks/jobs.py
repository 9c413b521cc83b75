"""What people do rather than look at: saving, sending, issuing, moving a holiday. Measured on a copy that is thrown away."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from statistics import median

from flask import Flask
from werkzeug.test import Client

from benchmarks import budgets, statements
from benchmarks.budgets import Row
from benchmarks.measuring import DurableCommit, get, signed_in, timed
from benchmarks.pages import APPLICANT, drafts_of
from pst import clock
from pst.actions import submissions
from pst.actions.letter_facts import thaw
from pst.config import Config
from pst.models import base
from pst.models.audit import Event
from pst.models.letters import Letter
from pst.models.office import HolidayRow
from pst.models.submissions import Submission
from pst.paper.recommendation import recommendation_pdf
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


def measure_jobs(app: Flask, bare: Flask, config: Config, samples: int) -> list[Row]:
    """Autosave, sending, the letter, and the recount of a thousand due dates."""
    with copy_of(config) as copy:
        commit, bare_browser = DurableCommit(copy.folder), bare.test_client()
        try:
            scale = Scale(commit, bare_browser)
            return [*_writing(app, scale, samples), _letter(samples), _recount(samples)]
        finally:
            commit.close()


class Scale:
    """What a durable commit and a bare page cost right now, in milliseconds that passed."""

    def __init__(self, commit: DurableCommit, bare: Client):
        self.commit, self.bare = commit, bare

    def now(self) -> tuple[float, float]:
        return timed(self.commit, wall=True), timed(lambda: get(self.bare, "/"), wall=True)


def _writing(app: Flask, scale: Scale, samples: int) -> list[Row]:
    """Autosave and sending, each against what it may cost at this moment."""
    browser, drafts = signed_in(app, APPLICANT), drafts_of(APPLICANT)
    saving, sending, saved, sent = [], [], [], []
    with statements.listening() as heard:
        _autosave(browser, drafts[0], 0)
    for turn in range(samples):
        saving.append(_autosave_time(browser, drafts[0], turn + 1))
        saved.append(scale.now())
    for number in drafts[: min(samples, len(drafts))]:
        sending.append(_send_time(browser, number))
        sent.append(scale.now())
    commit, bare = (median(both) for both in zip(*saved, *sent, strict=False))
    commit, bare = median(one for one, _ in saved + sent), median(two for _, two in saved + sent)
    print(f"satu penyimpanan tahan mati listrik: {commit:.2f} ms; halaman Flask kosong: {bare:.2f} ms")
    times = budgets.BLOCK_TIMES
    return [
        budgets.at_most("simpan otomatis satu blok", median(saving), times * bare + commit, "ms",
                        queries=str(len(statements.queries(heard))), ratio=f"{median(saving) / bare:.1f}"),
        budgets.at_most("simpan otomatis: penyimpanan tahan mati", statements.commits(heard), 1, ""),
        budgets.at_most("kirim permohonan", median(sending), 3 * commit + 5 * bare, "ms",
                        ratio=f"{median(sending) / bare:.1f}"),
    ]  # fmt: skip


def _autosave_time(browser: Client, number: str, turn: int) -> float:
    form = _form(browser, f"/permohonan/{number}/blok/{BLOCK}")
    form[TYPED] = f"Penanggung Jawab {turn}"
    return timed(lambda: _post(browser, f"/permohonan/{number}/blok/{BLOCK}", form, 200), wall=True)


def _autosave(browser: Client, number: str, turn: int) -> None:
    _autosave_time(browser, number, turn)


def _send_time(browser: Client, number: str) -> float:
    form = _form(browser, f"/permohonan/{number}/periksa")
    return timed(lambda: _post(browser, f"/permohonan/{number}/langkah/submit", form, 303), wall=True)


def _form(browser: Client, url: str) -> dict[str, str]:
    """The hidden fields of the page's forms: the token against forgery and the key of this form."""
    page = get(browser, url).text
    return {
        name: re.search(rf'name="{name}"[^>]*value="([^"]+)"', page)[1] for name in ("csrf_token", "_once")
    }


def _post(browser: Client, url: str, form: dict[str, str], status: int) -> None:
    answer = browser.post(url, data=form, headers={"X-Autosave": "1"} if status == 200 else {})
    if answer.status_code != status:
        raise RuntimeError(f"{url} answered {answer.status}: {answer.text[:300]}")


def _letter(samples: int) -> Row:
    """Drawing one letter; loading the library that draws is paid once and not counted."""
    letter = Letter.select().where(Letter.facts.is_null(False)).order_by(Letter.id).get()
    facts = thaw(letter.facts)
    recommendation_pdf(facts)
    taken = median(timed(lambda: recommendation_pdf(facts)) for _ in range(samples))
    return budgets.at_most("surat PDF", taken, budgets.LETTER_MS, "ms")


class _Undone(Exception):
    """Rolls the trial back."""


def _recount(samples: int) -> Row:
    """A holiday more, next week: every running clock is counted again, everybody concerned is told."""
    taken, running, moved = [], Submission.clock_running().count(), 0
    day = clock.today() + timedelta(days=7 - clock.today().weekday() + 1)
    for _ in range(min(samples, 5)):
        try:
            with base.write():
                HolidayRow.replace(
                    day=day, name="Libur percobaan", kind="local", closed=True, decree=""
                ).execute()
                taken.append(
                    timed(lambda: submissions.recompute_due_dates(clock.now(), "percobaan"), wall=True)
                )
                moved = Event.select().where(Event.verb == "due_moved").count()
                raise _Undone
        except _Undone:
            pass
    return budgets.at_most(
        f"hitung ulang {running} jatuh tempo, {moved} bergeser", median(taken), budgets.RECOMPUTE_MS, "ms"
    )
