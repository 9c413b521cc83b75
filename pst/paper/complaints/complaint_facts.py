"""What the papers of complaints need to know, as plain values frozen before anything is drawn.

Dates are the office's own; `made_at` is naive UTC and becomes the creation date inside the PDF. No paper knows
who complained.
"""

from dataclasses import dataclass
from datetime import date, datetime

from pst.paper.office_facts import OfficeFacts
from pst.paper.signature import SignatoryFacts


@dataclass(frozen=True)
class BlankForm:
    """One blank form: its number, the code of its stub, and the address the QR on the stub leads to."""

    number: str
    code: str
    url: str


@dataclass(frozen=True)
class FormFacts:
    """A batch of blank forms; `track_url` is where the code can be typed."""

    office: OfficeFacts
    forms: tuple[BlankForm, ...]
    track_url: str
    whatsapp: str
    made_at: datetime


@dataclass(frozen=True)
class MinutesFacts:
    """One opening of the box: counts alone, nothing of what the sheets say."""

    office: OfficeFacts
    number: str
    opened: datetime
    """Wall clock of the office."""
    witnesses: tuple[str, str]
    officer: str
    found: int
    coded: int
    plain: int
    void: int
    note: str
    closed: datetime | None
    made_at: datetime


@dataclass(frozen=True)
class ReplyFacts:
    """A letter that answers a complaint or hands it on; a draft has neither `number` nor `day`."""

    office: OfficeFacts
    complaint: str
    """The number of the complaint."""
    number: str
    day: date | None
    nature: str
    recipient: str
    subject: str
    paragraphs: tuple[str, ...]
    summary: tuple[tuple[str, str], ...]
    signatory: SignatoryFacts
    made_at: datetime
    chain: str = ""
    """As in `paper/letters/facts.py`."""
