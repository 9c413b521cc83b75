"""What officers find in designs, again and again: every remark that was sent, and how often each kind comes."""

from collections.abc import Iterator
from typing import Any

from peewee import JOIN, fn

from pst.models.narrowing import Choice, Number, Wanted, equals, narrowed, years_of
from pst.models.office.agencies import Agency
from pst.models.office.sentences import Sentence
from pst.models.paging import PAGE, TOP, Page, Place, Sort, page_by_key
from pst.models.review.remarks import SENT, Remark
from pst.models.submissions.submissions import Submission
from pst.rules.review.labels import REMARK_STATE_LABELS, SEVERITY_LABELS

MOST = 12
"""How many of the commonest are named."""

FILTERS = (
    Number("tahun", "Tahun kegiatan", equals(Submission.year), lambda: years_of(Submission.year, most=30)),
    Number("instansi", "Instansi", equals(Submission.agency), Agency.choices),
    Number("kalimat", "Kalimat siap pakai", equals(Remark.sentence), Sentence.choices),
    Choice("sifat", "Sifat", equals(Remark.severity), SEVERITY_LABELS),
    Choice("keadaan", "Keadaan", equals(Remark.state), {state: REMARK_STATE_LABELS[state] for state in SENT}),
)
SORTS = (Sort("permohonan", "Permohonan", Remark.submission),)


def findings_page(wanted: Wanted, place: Place = TOP) -> Page:
    """One page of the findings, newest first."""
    return page_by_key(_listed(wanted), Remark.id, place, PAGE)


def findings_rows(wanted: Wanted) -> Iterator[Any]:
    """All of them, oldest first, read as they are written out."""
    return _listed(wanted).order_by(Remark.id).namedtuples().iterator()


def commonest_sentences(wanted: Wanted) -> list[tuple[str, int]]:
    """(heading and words of the ready sentence, or None, how often), the commonest first."""
    columns = (Sentence.id, Sentence.heading, Sentence.text)
    found = _counted(wanted, *columns).limit(MOST).tuples()
    return [(f"{heading}: {text}" if key else "", number) for key, heading, text, number in found]


def commonest_agencies(wanted: Wanted) -> list[tuple[str, int]]:
    """(agency, how often), the commonest first."""
    return [(name or "", number) for name, number in _counted(wanted, Agency.name).limit(MOST).tuples()]


def by_question(wanted: Wanted) -> list[tuple[str, str, int]]:
    """(edition of the form, question, how often)."""
    return list(_counted(wanted, Submission.questionnaire, Remark.code).tuples())


def _listed(wanted: Wanted) -> Any:
    return _joined(
        wanted,
        Remark.id,
        Remark.code,
        Remark.severity,
        Remark.state,
        Remark.text,
        Remark.sent_at,
        Submission.number,
        Submission.title,
        Submission.questionnaire,
        Agency.name.alias("agency"),
        Sentence.heading,
    )


def _counted(wanted: Wanted, *columns: Any) -> Any:
    number = fn.COUNT(Remark.id)
    return _joined(wanted, *columns, number).group_by(*columns).order_by(number.desc(), columns[0])


def _joined(wanted: Wanted, *columns: Any) -> Any:
    query = (
        Remark.select(*columns)
        .join(Submission)
        .join(Agency, JOIN.LEFT_OUTER)
        .switch(Remark)
        .join(Sentence, JOIN.LEFT_OUTER)
        .where(Remark.state.in_(SENT))
    )
    return narrowed(query, FILTERS, wanted)
