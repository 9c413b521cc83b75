"""A day as a field of a form: one line of text, read day first."""

from typing import Any

from wtforms import DateField

from pst.rules import dates


class DayField(DateField):
    """A day in any spelling that `rules/dates.py` reads; it stands in the page as 5 Januari 2027."""

    data: Any
    """The day, which a form that was found right has; None before."""

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        self.data = dates.read_date(valuelist[0])
        if self.data is None:
            raise ValueError(dates.UNREADABLE)

    def _value(self) -> str:
        """What was typed, or the day it holds."""
        return dates.written(self.raw_data[0] if self.raw_data else self.data)
