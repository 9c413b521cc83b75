"""Designs and samples on the console."""

import json
from pathlib import Path

import pytest

from pst.rules.catalogue.design_checks import RULES

RECORD = Path(__file__).parents[1] / "exchange" / "romantik-record.json"


def test_a_record_of_romantik_is_checked_rule_by_rule(run):
    lines = [json.loads(line) for line in run("design-check", RECORD).splitlines()]

    assert {tuple(line) for line in lines} == {("rule_id", "severity", "status", "block", "message")}
    assert [(line["rule_id"], line["block"]) for line in lines if line["status"] == "violation"] == [
        ("R-II-02", "II"),
        ("D-III-01", "III"),
        ("R-III-05A", "III"),
        ("R-III-10", "III"),
        ("D-IV-03", "IV"),
        ("R-VI-02", "VI"),
        ("R-VI-05", "VI"),
    ]


def test_our_own_answers_are_checked_too(run, tmp_path):
    for name, value in (("bare", {"judul_kegiatan": "Survei 2026"}), ("under", {"answers": {"jadwal": []}})):
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(value))
        assert len(run("design-check", file).splitlines()) == len(RULES)


def test_what_is_no_design_is_refused(refuse, tmp_path):
    file = tmp_path / "x.json"
    file.write_text("[]")

    assert "berisi daftar" in refuse("design-check", file)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--population", 220], "140"),
        (["--population", 1200, "--margin", "0,05"], "291"),
        (["--population", 10000, "--margin", 0.05, "--confidence", 0.95], "370"),
        (["--population", 1200, "--sample", 291], "0.0500"),
        (["--margin", 2, "--deviation", 15], "216"),
    ],
)
def test_sample_sizes_are_printed(run, words, said):
    assert run("sample-size", *words).strip() == said


def test_a_sample_that_cannot_be_counted_is_refused(refuse):
    assert "batas kesalahan" in refuse("sample-size", "--margin", 0)
    assert "bukan angka" in refuse("sample-size", "--margin", "lima")
