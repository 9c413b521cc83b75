"""The days left of a submission, in lists as on its own page."""

from datetime import date

from pst.rules.calendar import WorkCalendar
from pst.rules.submissions import deadlines
from pst.rules.submissions.counting import Clock
from pst.rules.time_left import Badge, badge_of


def clock_badge(running: Clock | None, is_withdrawn: bool, calendar: WorkCalendar, today: date) -> Badge:
    """What the clock says; `running` is None while it has not started."""
    if is_withdrawn:
        return Badge(None, "dibatalkan", "neutral")
    if running is None:
        return Badge(None, "hitungan hari kerja belum berjalan", "neutral")
    left = deadlines.days_left(running, calendar, today)
    if running.stopped:
        used = deadlines.used_days(running, calendar, today)
        return Badge(
            used, "hari kerja terpakai" + (", terlambat" if left < 0 else ""), "danger" if left < 0 else "success"
        )
    if deadlines.open_pause(running):
        return Badge(left, "hari kerja tersisa, dijeda", "neutral")
    return badge_of(left)
