"""One activity of the catalogue as the formats of others tell of it: no person, no contact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

Row = Mapping[str, str]
"""A row of a table, as texts, by the codes of its columns."""


class Answer(NamedTuple):
    """What the form says of the design, as people read it."""

    label: str
    text: str


@dataclass(frozen=True)
class ActivityFacts:
    """`method` and `sector` are labels; `url` the page of the activity, `publisher` the office whose catalogue it is.

    `publication` is where its results are, `design` holds answers by the code of their question, `collected` the spans
    of collection as planned.
    """

    number: str
    url: str
    title: str
    agency: str
    publisher: str
    year: int | None = None
    method: str = ""
    sector: str = ""
    region: str = ""
    identity_number: str = ""
    purpose: str = ""
    issued_on: date | None = None
    valid_until: date | None = None
    publication: str = ""
    design: Mapping[str, Answer] = field(default_factory=dict)
    collected: tuple[tuple[date, date], ...] = ()
    variables: tuple[Row, ...] = ()
    indicators: tuple[Row, ...] = ()
