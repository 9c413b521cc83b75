"""What the applicant's copies need to know: the form as it was sent, and the receipt for it."""

from dataclasses import dataclass
from datetime import datetime

from pst.paper.office_facts import OfficeFacts


@dataclass(frozen=True)
class FormTable:
    """An answer made of rows: the heads of its columns, then one tuple of texts per row, equally long."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class FormRow:
    """One question as it was answered: its printed number (“3.1”, may be empty), its label, the answer in
    words.

    An empty text is printed as “(tidak diisi)”. Line breaks in a text are kept.
    """

    number: str
    label: str
    answer: str | FormTable


@dataclass(frozen=True)
class FormBlock:
    """One block of the form, only with the questions that were asked."""

    title: str
    rows: tuple[FormRow, ...]


@dataclass(frozen=True)
class CopyFacts:
    """What every copy says of the revision it was made from.

    `sent_at` is a text in the office's time; `made_at` naive UTC, for the PDF's date.
    """

    office: OfficeFacts
    number: str
    code: str
    track_url: str
    revision: int
    sent_at: str
    made_at: datetime
    title: str
    applicant: str
    agency: str


@dataclass(frozen=True)
class FilledFormFacts(CopyFacts):
    """A frozen revision on paper."""

    blocks: tuple[FormBlock, ...]


@dataclass(frozen=True)
class ReceiptFacts(CopyFacts):
    """Proof that a submission arrived.

    `clock_rule` and `due_rule` are the office's rules in whole sentences (`rules.deadlines` words them);
    `next_steps` what happens now, in order.
    """

    clock_rule: str
    due_rule: str
    next_steps: tuple[str, ...]
