"""Who else asks the same people: of a submission, and of everything that is out in a month."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from pst.actions.steps import refresh
from pst.actions.submissions.designs import field_of
from pst.actions.submissions.submissions import keep_beside, open_for_writing
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.catalogue.fieldwork import FieldSpan
from pst.models.office.areas import Area
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.catalogue.fieldwork import Fieldwork, meeting, places_kept
from pst.rules.months import month_of


class Out(NamedTuple):
    """An activity that is out in the field."""

    number: str
    title: str
    agency: str
    status: str
    field: Fieldwork


class Met(NamedTuple):
    """One that asks the same people, and where and when, in words."""

    number: str
    title: str
    agency: str
    status: str
    where: str
    when: str


def out_between(first: date, last: date, but: int = 0) -> list[Out]:
    """Every activity that collects on one of these days, by its first day."""
    found: dict[str, Out] = {}
    for row in FieldSpan.between(first, last, but):
        before = found.get(row.number)
        spans = (*(before.field.spans if before else ()), (row.starts, row.ends))
        field = Fieldwork(
            spans, frozenset(row.units.split()), frozenset(row.places.split()), row.respondents, row.minutes, row.rounds
        )
        found[row.number] = Out(row.number, row.title, row.agency, row.status, field)
    return list(found.values())


def met_by(submission: Submission) -> list[Met]:
    """Those that ask the same people as this one, as it is filled in now."""
    field = field_of(submission)
    if field is None:
        return []
    first, last = min(field.months), month_of(max(field.months))[1]
    names = place_names()
    return [
        Met(
            each.number,
            each.title,
            each.agency,
            each.status,
            in_words(names, found.places),
            wording.enumeration([wording.month_year(month) for month in found.months]),
        )
        for each in out_between(first, last, submission.id)
        if (found := meeting(field, each.field))
    ]


def in_words(names: dict[str, str], places: Iterable[str]) -> str:
    """The kecamatan and villages by name."""
    return wording.enumeration([names.get(code, code) for code in sorted(places)]) or "seluruh kabupaten"


def place_names() -> dict[str, str]:
    """What the kecamatan and villages are called."""
    return {**Area.districts(), **Area.villages()}


def write_places(
    submission: Submission, actor: User, districts: Iterable[str], villages: Iterable[str], at: datetime
) -> None:
    """Keep in which kecamatan it collects, and in which of their villages only; none means the whole regency.

    Raises `StepRefused`.
    """
    names = place_names()
    with write():
        refresh(submission)
        open_for_writing(submission, actor)
        kept: dict[str, Any] = {code: names[code] for code in places_kept(districts, villages) if code in names}
        keep_beside(submission, "districts", kept, at)
