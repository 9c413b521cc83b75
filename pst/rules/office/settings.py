"""What an administrator may type into a setting.

Each value checked before it can hurt a letter or a due date.
"""

import re
from collections.abc import Callable, Mapping

from pst.rules.frontdesk.roster import HoursRefused, parse_hours
from pst.rules.numbering import PatternRefused, check_pattern
from pst.rules.office.office import DECLARED, Declared

LONGEST_LINE = 300
LONGEST_TEXT = 4000
SHORTEST_MONTH = 28
MAY_BE_EMPTY = frozenset(
    {"phone", "website", "complaint_whatsapp", "complaint_instagram", "letter_copies", "silence_reminders"}
) | {"complaint_manager", "complaint_designate"}
"""Settings the office can do without."""

NUMBER_LIMITS = {
    "promise_days": (1, 250),
    "silence_months": (1, 24),
    "draft_retention_months": (1, 120),
    "backups_kept": (1, 60),
    "extension_days": (0, 60),
    "desk_counters": (1, 20),
    "priority_run": (0, 20),
    "usual_minutes": (1, 120),
    "survey_days": (1, 365),
    "visit_retention_months": (1, 120),
    "complaint_days_oversight": (1, 120),
    "complaint_smallest_cell": (3, 20),
    "complaint_wait_seconds": (0, 300),
    "complaint_effort_bits": (8, 20),
}
"""Lowest and highest number; every other number is of working days of a stage, 1 to 60."""


STAGES = ("stage_completeness", "stage_review", "stage_evaluation", "stage_drafting", "stage_signature")


class SettingRefused(ValueError):
    """The value cannot be used; the message says why, in Indonesian."""


def declared(key: str) -> Declared:
    """The declaration of this setting. Raises KeyError."""
    return BY_KEY[key]


def of_group(group: str) -> tuple[Declared, ...]:
    """The settings of one group, in their order."""
    return tuple(item for item in DECLARED if item.group == group)


def checked(item: Declared, given: str) -> object:
    """The value to keep for what was typed.

    A whole number for numbers, else clean text. Raises `SettingRefused`.
    """
    text = given.strip()
    if not text and item.key not in MAY_BE_EMPTY:
        raise SettingRefused(f"{item.label}: isian ini wajib diisi.")
    if item.kind == "number":
        return _number(item, text)
    if item.kind == "choice" and text not in {value for value, _ in item.options}:
        raise SettingRefused("Pilih salah satu dari daftar.")
    if len(text) > (LONGEST_TEXT if item.kind in ("longtext", "lines") else LONGEST_LINE):
        raise SettingRefused("Isian ini terlalu panjang.")
    return CHECKS.get(item.key, _as_it_is)(text)


def contradictions(values: Mapping[str, object]) -> dict[str, str]:
    """Settings that are sound alone and not together, and why; looks at those of `values` that are numbers already."""
    found: dict[str, str] = {}
    promised, months = values.get("promise_days"), values.get("silence_months")
    for key in STAGES:
        target = values.get(key)
        if isinstance(target, int) and isinstance(promised, int) and target > promised:
            found[key] = f"Target satu tahap tidak boleh melebihi janji layanan ({promised} hari kerja)."
    days = [int(day) for day in str(values.get("silence_reminders", "")).split(",") if day.strip().isdecimal()]
    if isinstance(months, int) and days and days[-1] > months * SHORTEST_MONTH:
        found["silence_reminders"] = f"Pengingat terakhir harus datang sebelum usul penolakan ({months} bulan)."
    return found


def _number(item: Declared, text: str) -> int:
    low, high = NUMBER_LIMITS.get(item.key, (1, 60))
    if not (text.isascii() and text.isdecimal() and len(text) < 7 and low <= int(text) <= high):
        raise SettingRefused(f"Tulis bilangan bulat dari {low} sampai {high}.")
    return int(text)


def _as_it_is(text: str) -> str:
    return text


def _shaped(pattern: str, message: str) -> Callable[[str], str]:
    """A check that the whole text has this shape."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise SettingRefused(message)
        return text

    return check


def _or_empty(check: Callable[[str], str]) -> Callable[[str], str]:
    """The same check for what the office can do without."""
    return lambda text: check(text) if text else ""


def _closing_time(text: str) -> str:
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", text)
    if not found:
        raise SettingRefused("Tulis jam dan menit, misalnya 15.30.")
    return f"{int(found[1]):02d}.{found[2]}"


def _desk_hours(text: str) -> str:
    """Hours that the kiosk can read, as they were written; without any the desk would never open."""
    try:
        hours = parse_hours(text)
    except HoursRefused as refusal:
        raise SettingRefused(str(refusal)) from None
    if not hours:
        raise SettingRefused("Tulis jam seperti 08.00–12.00, 13.00–15.30.")
    return text


def _pattern(text: str) -> str:
    try:
        check_pattern(text)
    except PatternRefused as refusal:
        raise SettingRefused(str(refusal)) from None
    return text


def _reminders(text: str) -> str:
    """Days of reminders in ascending order, written "30, 60, 80"."""
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    if not all(part.isascii() and part.isdecimal() and 1 <= int(part[:4]) <= 365 and len(part) < 4 for part in parts):
        raise SettingRefused("Tulis banyaknya hari (1 sampai 365) dipisahkan koma, misalnya 30, 60, 80.")
    return ", ".join(str(day) for day in sorted({int(part) for part in parts}))


_MAIL = _shaped(r"[^@\s]+@[^@\s]+\.[^@\s.]+", "Alamat surel tidak lengkap, contoh yang benar: bps6104@bps.go.id.")
_MAIL_OR_NOBODY = _shaped(
    r"(?:[^@\s]+@[^@\s]+\.[^@\s.]+)?",
    "Tulis alamat surel akunnya, misalnya petugas@bps.go.id, atau kosongkan.",
)
_PHONE = _shaped(r"[0-9+()\- .]{5,30}", "Tulis nomor telepon dengan angka, misalnya (0561) 691049.")
_PART = _shaped(r"[A-Za-z0-9._-]{1,20}", "Paling banyak 20 huruf atau angka; boleh dengan titik atau tanda hubung.")
_LETTER = _shaped(r"[A-Z]", "Satu huruf besar, misalnya V.")

CHECKS: dict[str, Callable[[str], str]] = {
    "office_code": _shaped(r"\d{4}", "Kode wilayah terdiri atas empat angka, misalnya 6104."),
    "phone": _or_empty(_PHONE),
    "website": _or_empty(
        _shaped(
            r"(?:https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/\S*)?",
            "Tulis alamat laman, misalnya mempawahkab.bps.go.id.",
        )
    ),
    "complaint_whatsapp": _or_empty(_PHONE),
    "complaint_instagram": _or_empty(
        _shaped(r"@?[A-Za-z0-9._]{1,30}", "Tulis nama akun Instagram, misalnya @bpskabmempawah.")
    ),
    "email": _MAIL,
    "complaint_email": _MAIL,
    "complaint_manager": _MAIL_OR_NOBODY,
    "complaint_designate": _MAIL_OR_NOBODY,
    "closing_time": _closing_time,
    "desk_hours": _desk_hours,
    "desk_hours_friday": _desk_hours,
    "silence_reminders": _reminders,
    "letter_pattern": _pattern,
    "letter_prefix": _PART,
    "letter_unit": _PART,
    "letter_kka": _PART,
    "identity_survei": _LETTER,
    "identity_kompilasi": _LETTER,
    "identity_pencacahan": _LETTER,
    "identity_lain": _LETTER,
}
"""What a setting's own meaning asks beyond its kind."""

BY_KEY = {item.key: item for item in DECLARED}
assert CHECKS.keys() | NUMBER_LIMITS.keys() | MAY_BE_EMPTY <= BY_KEY.keys()
