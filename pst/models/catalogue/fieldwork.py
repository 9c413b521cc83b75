"""When activities are out in the field, and whom they ask: of every submission that was sent, as it was last sent."""

import json
from datetime import date
from typing import Any

from peewee import CharField, DateField, IntegerField, TextField

from pst.models.base import Ref, Table
from pst.models.submissions.submissions import Submission
from pst.rules.catalogue.fieldwork import Fieldwork
from pst.rules.review.workflow import DECIDED, UNDECIDED


class FieldSpan(Table):
    """One range of days in which an activity collects; units and places are codes parted by blanks."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    starts = DateField()
    ends = DateField()
    units = CharField(max_length=120)
    places = TextField(default="")
    respondents = IntegerField(null=True)
    minutes = IntegerField(null=True)
    rounds = IntegerField(default=1)

    class Meta:
        indexes = ((("ends",), False),)

    @classmethod
    def note(cls, submission: Submission, field: Fieldwork | None) -> None:
        """Write down what is known now. Only inside `write()`."""
        cls.delete().where(cls.submission == submission.id).execute()
        if field is None:
            return
        for starts, ends in field.spans:
            cls.create(
                submission=submission.id,
                starts=starts,
                ends=ends,
                units=" ".join(sorted(field.units)),
                places=" ".join(sorted(field.places)),
                respondents=field.respondents,
                minutes=field.minutes,
                rounds=field.rounds,
            )

    @classmethod
    def between(cls, first: date, last: date, but: int = 0) -> list[Any]:
        """Those of others that are out on one of these days and were not refused, with their submission."""
        running, decided = (json.dumps([state.value for state in states]) for states in (UNDECIDED, DECIDED))
        return cls.many(_BETWEEN, first, last, but, running, decided)


_BETWEEN = """
    SELECT span.*, submission.number, submission.title, submission.status, submission.outcome,
        COALESCE(agency.name, '') AS agency
    FROM field_span AS span JOIN submission ON submission.id = span.submission_id
        LEFT JOIN agency ON agency.id = submission.agency_id
    WHERE span.ends >= ? AND span.starts <= ? AND span.submission_id != ?
        AND (submission.status IN (SELECT value FROM json_each(?))
            OR submission.status IN (SELECT value FROM json_each(?)) AND submission.outcome = 'layak')
    ORDER BY span.starts, span.id"""
