"""Who sits at the desk, and on which days its hours are other than usual."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from pst.actions import audit
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.frontdesk.roster import OnDuty, SpecialHours
from pst.rules.frontdesk.roster import HoursRefused, parse_hours
from pst.rules.refusals import Refusal

WEEK = timedelta(days=7)


class NothingToCopy(Refusal):
    """The week before has no duties; copying it would only empty this one."""

    def __init__(self) -> None:
        super().__init__("Minggu sebelumnya belum ada jadwalnya, jadi tidak ada yang disalin.")


def week_of(day: date) -> tuple[date, date]:
    """Monday and Friday of the week this day lies in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=4)


def plan_week(day: date, chosen: Iterable[tuple[date, int]], actor: User, at: datetime) -> None:
    """Set who is on duty from Monday to Friday of this week: pairs of day and officer's id."""
    first, last = week_of(day)
    wanted = sorted({pair for pair in chosen if first <= pair[0] <= last})
    with write():
        OnDuty.delete().where(OnDuty.day.between(first, last)).execute()
        if wanted:
            OnDuty.insert_many([{"day": on, "officer": officer} for on, officer in wanted]).execute()
        audit.record("roster", first.isoformat(), "plan_week", actor, at, facts={"duties": len(wanted)})


def copy_week(day: date, actor: User, at: datetime) -> None:
    """Plan this week as the one before. Raises `NothingToCopy`."""
    first, last = week_of(day)
    before = OnDuty.between(first - WEEK, last - WEEK)
    if not before:
        raise NothingToCopy
    plan_week(day, [(on + WEEK, officer) for on, officer in before], actor, at)


def add_special(
    name: str, starts: date, ends: date, hours: str, friday: str, actor: User, at: datetime
) -> SpecialHours:
    """Other hours from one day to another; without hours the desk is closed. Raises `HoursRefused`."""
    if ends < starts:
        raise HoursRefused("Tanggal akhir tidak boleh sebelum tanggal awal.", "ends")
    _check_hours("hours", hours)
    _check_hours("friday", friday)
    with write():
        row = SpecialHours.create(
            name=name.strip(), starts=starts, ends=ends, hours=hours.strip(), friday=friday.strip()
        )
        audit.record("roster", str(row.id), "add_special", actor, at, note=row.name)
    return row


def drop_special(special_id: int, actor: User, at: datetime) -> None:
    """The usual hours hold again on those days."""
    with write():
        if SpecialHours.delete().where(SpecialHours.id == special_id).execute():
            audit.record("roster", str(special_id), "drop_special", actor, at)


def _check_hours(field: str, text: str) -> None:
    try:
        parse_hours(text)
    except HoursRefused as refusal:
        raise HoursRefused(str(refusal), field) from None
