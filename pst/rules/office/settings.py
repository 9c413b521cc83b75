"""The kinds of settings an office has, and what an administrator may type into them.

Each value is checked before it can hurt a letter or a due date.
"""

import re
from collections.abc import Mapping
from typing import Any

from pst.rules.dates import UNREADABLE, read_date, written
from pst.rules.frontdesk.roster import HoursRefused, parse_hours
from pst.rules.items import Item, Options, asked, shaped
from pst.rules.letters.numbering import PatternRefused, check_pattern
from pst.rules.refusals import Refusal

LONGEST_LINE = 300
LONGEST_TEXT = 4000
SHORTEST_MONTH = 28
STAGES = ("stage_completeness", "stage_review", "stage_evaluation", "stage_drafting", "stage_signature")


class SettingRefused(Refusal):
    """The value cannot be used; the message says why, in Indonesian."""


def line(group: str, label: str, default: str, help: str = "", width: str = "", **more: Any) -> Any:
    """A setting of one line, so many signs wide; one that the office can do without is not `required`."""
    facts = {"group": group, "help": help, "limit": LONGEST_LINE, "required": True, "draw": (("width", width),)}
    return asked(label, default, **{**facts, **more})


def text(
    group: str, label: str, default: str, help: str = "", rows: int = 4, required: bool = True, **more: Any
) -> Any:
    """A setting of several lines."""
    facts = {"group": group, "help": help, "limit": LONGEST_TEXT, "required": required, "draw": (("rows", rows),)}
    return asked(label, default, kind="longtext", **{**facts, **more})


def number(group: str, label: str, default: int, help: str = "", limits: tuple[int, int] = (1, 60)) -> Any:
    """A whole number, mostly of working days of a stage."""
    draw = (("width", "5"), ("inputmode", "numeric"))
    return asked(label, default, kind="number", group=group, help=help, limits=limits, required=True, draw=draw)


def choice(group: str, label: str, default: str, options: Options, help: str = "") -> Any:
    """One of a few ways."""
    return asked(label, default, kind="choice", group=group, options=options, help=help, required=True)


def checked(item: Item, given: str) -> object:
    """The value to keep for what was typed.

    A whole number for numbers, else clean text. Raises `SettingRefused`.
    """
    typed = given.strip()
    if not typed and item.required:
        raise SettingRefused(f"{item.label}: isian ini wajib diisi.")
    if item.kind == "number":
        return _number(item, typed)
    if item.kind == "choice" and typed not in {option[0] for option in item.options}:
        raise SettingRefused("Pilih salah satu dari daftar.")
    if len(typed) > item.limit:
        raise SettingRefused("Isian ini terlalu panjang.")
    return item.check(typed) if item.check and typed else typed


def contradictions(values: Mapping[str, object]) -> dict[str, str]:
    """Settings that are sound alone and not together, and why; looks at those of `values` that are numbers already."""
    found: dict[str, str] = {}
    promised, months = values.get("promise_days"), values.get("silence_months")
    for code in STAGES:
        target = values.get(code)
        if isinstance(target, int) and isinstance(promised, int) and target > promised:
            found[code] = f"Target satu tahap tidak boleh melebihi janji layanan ({promised} hari kerja)."
    days = [int(day) for day in str(values.get("silence_reminders", "")).split(",") if day.strip().isdecimal()]
    if isinstance(months, int) and days and days[-1] > months * SHORTEST_MONTH:
        found["silence_reminders"] = f"Pengingat terakhir harus datang sebelum usul penolakan ({months} bulan)."
    return found


def _number(item: Item, typed: str) -> int:
    low, high = item.limits
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 7 and low <= int(typed) <= high):
        raise SettingRefused(f"Tulis bilangan bulat dari {low} sampai {high}.")
    return int(typed)


def clock_hour(typed: str) -> str:
    """Hours and minutes, written 15.30."""
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", typed)
    if not found:
        raise SettingRefused("Tulis jam dan menit, misalnya 15.30.")
    return f"{int(found[1]):02d}.{found[2]}"


def opening(typed: str) -> str:
    """Hours that the kiosk can read, as they were written; without any the desk would never open."""
    try:
        hours = parse_hours(typed)
    except HoursRefused as refusal:
        raise SettingRefused(str(refusal)) from None
    if not hours:
        raise SettingRefused("Tulis jam seperti 08.00–12.00, 13.00–15.30.")
    return typed


def number_pattern(typed: str) -> str:
    """A pattern that gives every letter a number of its own."""
    try:
        check_pattern(typed)
    except PatternRefused as refusal:
        raise SettingRefused(str(refusal)) from None
    return typed


def parts_of_number(typed: str) -> str:
    """Codes that may stand in letter numbers, between commas."""
    return ", ".join(NUMBER_PART(part) for part in between_commas(typed)) or NUMBER_PART("")


def between_commas(typed: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(part.strip() for part in typed.split(",") if part.strip())


def a_day(typed: str) -> str:
    """A day, kept as everybody reads it."""
    if read_date(typed) is None:
        raise SettingRefused(UNREADABLE)
    return written(typed)


def days_apart(typed: str) -> str:
    """Days of reminders in ascending order, written "30, 60, 80"."""
    parts = [part.strip() for part in re.split(r"[,;]", typed) if part.strip()]
    if not all(part.isascii() and part.isdecimal() and 1 <= int(part[:4]) <= 365 and len(part) < 4 for part in parts):
        raise SettingRefused("Tulis banyaknya hari (1 sampai 365) dipisahkan koma, misalnya 30, 60, 80.")
    return ", ".join(str(day) for day in sorted({int(part) for part in parts}))


MAILBOX = shaped(r"[^@\s]+@[^@\s]+\.[^@\s.]+", "Alamat surel tidak lengkap, contoh yang benar: bps6104@bps.go.id.")
ACCOUNT = shaped(
    r"[^@\s]+@[^@\s]+\.[^@\s.]+", "Tulis alamat surel akunnya, misalnya petugas@bps.go.id, atau kosongkan."
)
TELEPHONE = shaped(r"[0-9+()\- .]{5,30}", "Tulis nomor telepon dengan angka, misalnya (0561) 691049.")
PHONE = shaped(r"[0-9+()\- .]*", "Tulis nomor telepon dengan angka, contoh: (0561) 691049.")
"""Of an agency or a person; the office's own is `TELEPHONE`."""
SITE = shaped(
    r"(?:https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/\S*)?", "Tulis alamat laman, misalnya mempawahkab.bps.go.id."
)
INSTAGRAM = shaped(r"@?[A-Za-z0-9._]{1,30}", "Tulis nama akun Instagram, misalnya @bpskabmempawah.")
AREA_CODE = shaped(r"\d{4}", "Kode wilayah terdiri atas empat angka, misalnya 6104.")
NUMBER_PART = shaped(
    r"[A-Za-z0-9._-]{1,20}", "Paling banyak 20 huruf atau angka; boleh dengan titik atau tanda hubung."
)
