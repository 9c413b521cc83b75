"""What every command has in common: it works on the application, refuses in plain words, and reads days and numbers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from peewee import DatabaseError

from pst.config import ConfigRefused
from pst.models.base import read_only
from pst.rules.dates import read_date
from pst.rules.refusals import Refusal as RuleRefusal
from pst.rules.submissions.counting import ClockRefused


class Refusal(click.ClickException):
    """The command cannot be done; says why on standard error and leaves with code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        click.echo(self.message, err=True, file=file)


class Misused(Refusal):
    """The words of the command do not fit; says which, and how it is used."""

    exit_code = 2


REFUSALS = (ClockRefused, ConfigRefused, RuleRefusal)
"""What actions and rules say no with; their words are meant for people."""


class Plain(click.Command):
    """A command that never shows a trace, and says in Indonesian what was typed wrongly."""

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **extra: Any) -> click.Context:
        try:
            return super().make_context(info_name, args, *more, **extra)
        except click.UsageError as error:
            raise Misused(f"{_why_misused(error)}\n{self._how_used(info_name)}") from None

    def _how_used(self, name: str | None) -> str:
        words = " ".join(self.collect_usage_pieces(click.Context(self)))
        return f"Cara pakai: flask --app wsgi {name} {words}\nPenjelasannya: flask --app wsgi {name} --help"

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except REFUSALS as refusal:
            raise Refusal(str(refusal)) from None
        except DatabaseError as error:
            raise Refusal(
                f"Basis data tidak dapat dipakai ({error}). Sudahkah menjalankan: flask --app wsgi upgrade?"
            ) from None
        except OSError as error:
            raise Refusal(_why_unreadable(error)) from None


def command(name: str, help_text: str) -> Callable[[Callable], click.Command]:
    """A command of this name inside the application; it may write. `help_text` is what `--help` says."""

    def made(function: Callable) -> click.Command:
        def ready(*args: Any, **given: Any) -> Any:
            read_only(False)
            return function(*args, **given)

        ready.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]  # click's own mark
        return click.command(name, cls=Plain, help=help_text)(with_appcontext(ready))

    return made


class Whole(click.ParamType):
    """A whole number."""

    name = "bilangan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(value)
        except ValueError:
            raise Refusal(f"“{value}” bukan bilangan bulat.") from None


class Decimal(click.ParamType):
    """A number, with a comma or a point before its decimals."""

    name = "angka"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            return float(str(value).replace(",", "."))
        except ValueError:
            raise Refusal(f"“{value}” bukan angka.") from None


class Day(click.ParamType):
    """A day written 2026-11-23."""

    name = "yyyy-mm-dd"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        day = value if isinstance(value, date) else read_date(value)
        if day is None:
            raise Refusal(f"“{value}” bukan tanggal; tulis seperti 2026-11-23.")
        return day


def text_of(file: Path) -> str:
    """The text of a file people keep. Raises `Refusal` when it is not UTF-8."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"Berkas {file} bukan teks UTF-8.") from None


def _why_misused(error: click.UsageError) -> str:
    match error:
        case click.MissingParameter(param=click.Parameter() as param):
            name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
            return f"{name} belum disebut."
        case click.NoSuchOption():
            return f"Pilihan {error.option_name} tidak dikenal."
        case click.BadOptionUsage():
            return f"Nilai {error.option_name} tidak lengkap atau tidak pada tempatnya."
    return "Ada kata yang berlebih atau keliru."


UNREADABLE: dict[type[OSError], str] = {
    FileNotFoundError: "{} tidak ada.",
    IsADirectoryError: "{} adalah folder, bukan berkas.",
    NotADirectoryError: "{} bukan folder.",
    PermissionError: "{} tidak boleh dibuka oleh pengguna ini.",
}


def _why_unreadable(error: OSError) -> str:
    if error.filename and (words := UNREADABLE.get(type(error))):
        return words.format(error.filename)
    return f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")
