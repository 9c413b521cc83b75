"""The rows that say something of one person, as `rules/personal.py` declares them."""

from collections.abc import Iterator
from typing import Any

from peewee import ForeignKeyField, IntegerField, fn

from pst.models import schema
from pst.models.accounts.users import User
from pst.models.audit import Event, Look
from pst.models.base import Table
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.emails import Email
from pst.models.frontdesk.visits import Visitor
from pst.models.letters.letters import Letter
from pst.models.office.agencies import Agency
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.letters.validity import OUT
from pst.rules.personal import STORED, Stored

Person = User | Visitor | Complaint
"""An account's owner, somebody in the guest book, or whoever told a complaint."""
CALLED = {Submission: Submission.number, Agency: Agency.name, User: User.name}
"""What a row behind a foreign key is called by."""
SHOWN = {
    Remark: Remark.sent_at.is_null(False),
    Letter: Letter.state.in_(OUT),
    Event: Event.noun != "complaint",
    ComplaintMessage: ComplaintMessage.side != "internal",
    ComplaintFile: ComplaintFile.side != "internal",
}
"""What of a table is not yet, or never, its person's to read: the office's drafts; and of complaints an officer's own
history tells nothing, since whoever is complained about meets nothing of it."""


def way_to(stored: Stored, person: Person) -> str:
    """How its rows are found from this kind of person; "" when they are none of theirs."""
    ways = {User: stored.owner, Visitor: stored.guest, Complaint: stored.teller}
    return ways[type(person)]


def stored_of(person: Person) -> list[Stored]:
    """The tables that hold something of this kind of person."""
    return [each for each in STORED if way_to(each, person)]


def held_of(person: Person) -> list[Stored]:
    """Those of them that hold anything of this one."""
    return [it for it in stored_of(person) if schema.NAMED[it.table].select().where(*_shown_of(it, person)).exists()]


def rows_of(stored: Stored, person: Person, most: int | None = None) -> Iterator[dict[str, Any]]:
    """What the person is given of a table, newest first, by column."""
    table = schema.NAMED[stored.table]
    asked = [_shown(table._meta.fields[name]) for name in stored.columns]
    if not asked:
        return iter(())
    query = table.select(*asked).where(*_shown_of(stored, person))
    return query.order_by(table._meta.primary_key.desc()).limit(most).dicts().iterator()


def _shown_of(stored: Stored, person: Person) -> tuple[Any, ...]:
    """The conditions that a row is this person's, and to be read by that person."""
    table = schema.NAMED[stored.table]
    return belonging(stored, person), *((SHOWN[table],) if table in SHOWN else ())


def belonging(stored: Stored, person: Person) -> Any:
    """The condition that a row is this person's; of the logs also what others did to the account or opened of it."""
    table = schema.NAMED[stored.table]
    theirs = _along(table, way_to(stored, person), person)
    if table is Event:
        theirs |= (Event.noun == "account") & (Event.key == str(person.id))
    if table is Email:
        theirs = Email.written_to(person)
    if table is Look:
        theirs |= Look.about(person.id)
    return theirs


def delete_of(stored: Stored, person: Person) -> int:
    """Delete the person's rows of a table; how many. Only inside `write()`."""
    return int(schema.NAMED[stored.table].delete().where(belonging(stored, person)).execute())


def _along(table: type[Table], way: str, person: Person) -> Any:
    first, _, rest = way.partition(".")
    column = table._meta.fields[first]
    if rest:
        further = column.rel_model
        return column.in_(further.select(further.id).where(_along(further, rest, person)))
    if isinstance(column, ForeignKeyField | IntegerField):
        return column == person.id
    return fn.LOWER(column) == person.email.lower()


def _shown(column: Any) -> Any:
    called = CALLED.get(column.rel_model) if isinstance(column, ForeignKeyField) else None
    if called is None:
        return column
    return called.model.select(called).where(called.model.id == column).alias(column.name)
