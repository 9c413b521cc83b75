"""What a recommendation letter needs to know, as plain values frozen before anything is drawn.

Dates are the office's own calendar dates; `made_at` is naive UTC and becomes the creation date inside the
PDF, so that the same facts always give the same bytes.
"""

from dataclasses import dataclass
from datetime import date, datetime

from pst.paper.office_facts import OfficeFacts
from pst.paper.signature import SignatoryFacts
from pst.rules.letters.signing import UNSIGNED_NOTE

LAYAK = "layak"
DITOLAK = "ditolak"
Day = date
"""The same, inside a class that has a `date`."""


@dataclass(frozen=True)
class Recipient:
    """To whom the letter goes: an office held (“Kepala Dinas …”), and the place named after “di”."""

    name: str
    place: str


@dataclass(frozen=True)
class RequestFacts:
    """The submission that is answered: our number, when it came, when it was declared complete.

    `letter_number` is the number of the agency's own covering letter; empty when it came without one.
    """

    number: str
    received: date
    complete: date | None = None
    letter_number: str = ""


@dataclass(frozen=True)
class ActivityFacts:
    """The planned activity, in the words of the last revision; `collection` is its period as a text."""

    title: str
    year: int
    method: str
    sector: str
    agency: str
    responsible: str
    region: str
    collection: str


@dataclass(frozen=True)
class BlockResult:
    """One line of the examination summary: block, item, what was found, what the office remarks."""

    block: str
    item: str
    result: str
    note: str = ""


@dataclass(frozen=True)
class VariableFacts:
    """One variable the activity collects."""

    name: str
    definition: str
    reference: str


@dataclass(frozen=True)
class LetterFacts:
    """Everything the letter says. `number` and `date` are None while it is a draft; then every page is marked
    KONSEP.

    `outcome` is `LAYAK` or `DITOLAK`. `identity_number` is the one ROMANTIK gives; empty for a refusal.
    `conditions` go with layak, `reasons` with ditolak. `legal_basis`, `duties`, `closing` and `copies` are the
    office's own sentences, as they stood in the draft. `revision` is the revision of the form that was examined;
    `replaces` the number of the letter this one takes the place of. `evaluated` says that a team concluded; a
    refusal after months of silence must not claim it. `signing_note` says of which signature it speaks.
    """

    office: OfficeFacts
    number: str | None
    date: date | None
    made_at: datetime
    recipient: Recipient
    request: RequestFacts
    activity: ActivityFacts
    outcome: str
    signatory: SignatoryFacts
    legal_basis: tuple[str, ...]
    verify_url: str
    verify_code: str
    revision: int
    identity_number: str = ""
    conditions: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    block_results: tuple[BlockResult, ...] = ()
    variables: tuple[VariableFacts, ...] = ()
    nature: str = "Biasa"
    attachment_count: str = "1 (satu) berkas"
    subject: str = ""
    replaces: str | None = None
    evaluated: bool = True
    signing_note: str = UNSIGNED_NOTE
    valid_until: Day | None = None
    results_due: Day | None = None
    """The day by which results and metadata are handed in, as the duties have it."""
    chain: str = ""
    """The newest event of the office's history when the letter was numbered: `actions/audit.head`."""
    closing: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    """What the applicant said of activities that are alike."""
    stamp: str = ""
    """The office's signed stamp, in digits (`rules/letters/stamps.py`); letters from before it existed have none."""
    contact: str = ""
    """Whom to ask, in letters whose closing was not yet a sentence of the office."""

    @property
    def is_draft(self) -> bool:
        """Not numbered yet: not a letter, whatever it looks like."""
        return self.number is None

    @property
    def is_approval(self) -> bool:
        """The activity may be carried out as planned, perhaps with conditions."""
        return self.outcome == LAYAK
