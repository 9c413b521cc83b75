"""Logs tell how things went and nothing about a person."""

import json
import logging

from pst.logs import JsonLines
from pst.rules.review.workflow import Status
from tests.factories import a_submission, an_applicant


def lines(caplog) -> list[dict]:
    return [json.loads(JsonLines().format(record)) for record in caplog.records if record.name == "pst.requests"]


def test_a_request_is_one_line_with_its_pattern_instead_of_its_address(browse, caplog):
    submission = a_submission(Status.SUBMITTED)
    mine = browse(an_applicant())
    caplog.set_level(logging.INFO, "pst.requests")
    caplog.clear()

    mine.get(f"/permohonan/{submission.number}")
    mine.get(f"/lacak/{submission.code}")

    first, second = lines(caplog)
    assert (first["method"], first["address"], first["status"]) == ("GET", "/permohonan/<number>", 200)
    assert len(first["request"]) == 8 and first["ms"] > 0
    everything = json.dumps([first, second])
    assert submission.number not in everything and submission.code not in everything and "pemohon@" not in everything


def test_line_breaks_do_not_break_the_line():
    record = logging.LogRecord("pst", logging.ERROR, "x", 1, "baris satu\nbaris dua", None, None)

    assert JsonLines().format(record).count("\n") == 0
