"""Commands about designs: what is weak in one, how large a sample must be."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from pst.cli.console import Decimal, Whole, command
from pst.exchange.romantik import read_record
from pst.exchange.romantik.received import parsed
from pst.questionnaires.shelf import CURRENT
from pst.rules.calendar import read_day
from pst.rules.catalogue.design_checks import Design, Finding, check
from pst.rules.catalogue.sample_size import Plan, margin_of, sample_size

BLOCK_NAMES = ("identitas", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@command("design-check", "Memeriksa rancangan (catatan ROMANTIK atau jawaban formulir, JSON): satu temuan satu baris.")
@click.argument("file", type=click.Path(path_type=Path))
def design_check(file: Path) -> None:
    """Print what every rule says of a design, one JSON object a line."""
    for finding in check(_design_of(file.read_bytes())):
        click.echo(json.dumps(_told(finding), ensure_ascii=False))


@command("sample-size", "Menghitung banyaknya sampel; dengan --sample, batas kesalahan yang diberikannya.")
@click.option("--population", type=Whole(), default=None, help="Banyaknya populasi; kosong: tidak terbatas.")
@click.option("--margin", type=Decimal(), default=0.05, help="Batas kesalahan, misalnya 0.05.")
@click.option("--confidence", type=Decimal(), default=0.95, help="Tingkat kepercayaan, misalnya 0.95.")
@click.option("--proportion", type=Decimal(), default=0.5, help="Perkiraan proporsi.")
@click.option("--deviation", type=Decimal(), default=None, help="Simpangan baku; berarti rata-rata yang ditaksir.")
@click.option("--mean", type=Decimal(), default=None, help="Perkiraan rata-rata, untuk kesalahan relatif.")
@click.option("--relative", is_flag=True, help="Batas kesalahan relatif terhadap proporsi atau rata-rata.")
@click.option("--design-effect", type=Decimal(), default=1.0, help="Efek rancangan; 1 untuk acak sederhana.")
@click.option("--response", type=Decimal(), default=1.0, help="Tingkat respons, misalnya 0.9.")
@click.option("--cluster-size", type=Whole(), default=None, help="Banyaknya unit tiap gugus.")
@click.option("--correlation", type=Decimal(), default=0.0, help="Korelasi dalam gugus.")
@click.option("--sample", type=Whole(), default=None, help="Sebaliknya: batas kesalahan untuk sampel sebanyak ini.")
def count_sample(sample: int | None, **given: Any) -> None:
    """Print how many units to draw, or the margin that so many give."""
    plan = Plan(**given)
    click.echo(sample_size(plan).drawn if sample is None else f"{margin_of(sample, plan):.4f}")


def _design_of(source: bytes) -> Design:
    """The design in a file: ROMANTIK's envelope, the printed form, our answers, or our answers under "answers"."""
    value = {} if source.startswith(b"PK") else parsed(source, "Berkas ini")
    answers = value.get("answers", value)
    if isinstance(answers, Mapping) and any(code in CURRENT for code in answers) and "form" not in value:
        return Design(answers)
    record = read_record(source)
    return Design(
        record.answers, sent_on=read_day(str(value.get("tgl_pengajuan"))[:10]), files=tuple(record.attachments)
    )


def _told(finding: Finding) -> dict[str, str]:
    return {
        "rule_id": finding.rule.id,
        "severity": finding.rule.severity.value,
        "status": finding.outcome.value,
        "block": BLOCK_NAMES[finding.rule.block],
        "message": finding.message,
    }


COMMANDS = (design_check, count_sample)
