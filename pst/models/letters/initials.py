"""Initials (paraf) on a draft before it stands before the head: who gives them in this office, and in which order."""

from typing import Any

from peewee import JOIN, CharField, DateTimeField, IntegerField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table, database
from pst.models.letters.letters import Letter


class Initialler(Table):
    """Whose initials every draft needs, in the order of `place`; `stand_in` gives them where `person` is away."""

    place = IntegerField()
    name = CharField(max_length=120)
    """The position in which they are given."""
    person = Ref(User, backref="+")
    stand_in = Ref(User, null=True, backref="+")

    @classmethod
    def chain(cls) -> list["Initialler"]:
        """All of them in their order, with their people."""
        people = cls.select(cls, Person, StandIn).join(Person, on=(cls.person == Person.id), attr="person")
        others = people.switch(cls).join(StandIn, JOIN.LEFT_OUTER, on=(cls.stand_in == StandIn.id), attr="stand_in")
        return list(others.order_by(cls.place, cls.id))

    @classmethod
    def held_by(cls, user: User) -> list["Initialler"]:
        """The places where this person is named."""
        return list(cls.select().where((cls.person == user.id) | (cls.stand_in == user.id)))


class Initial(Table):
    """One of the initials that a draft needs, as the chain stood when it was handed over; given once `given_at`."""

    letter = Ref(Letter, backref="+")
    place = IntegerField()
    name = CharField(max_length=120)
    person = Ref(User, backref="+")
    stand_in = Ref(User, null=True, backref="+")
    given_by = Ref(User, null=True, backref="+")
    given_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("letter", "place"), False),)

    @classmethod
    def of(cls, letter_id: int) -> list[Any]:
        """All that the letter needs or needed, in their order, with the people."""
        people = cls.select(cls, Person, Giver).join(Person, on=(cls.person == Person.id), attr="person")
        givers = people.switch(cls).join(Giver, JOIN.LEFT_OUTER, on=(cls.given_by == Giver.id), attr="given_by")
        return list(givers.where(cls.letter == letter_id).order_by(cls.place))

    @classmethod
    def missing_of(cls, submission_id: int) -> list["Initial"]:
        """Those that its draft still needs, the one whose turn it is first."""
        draft = (Letter.submission == submission_id, Letter.state == "draft", cls.given_at.is_null())
        return list(cls.select(cls, Letter).join(Letter).where(*draft).order_by(cls.place))

    @classmethod
    def waits_for(cls, submission_id: int, user_id: int) -> bool:
        """Its draft waits for this person now."""
        return any(user_id in people for people in database.execute_sql(NEXT, (submission_id,)))

    @classmethod
    def held_by(cls, user: User) -> list["Initial"]:
        """Those that drafts on their way still need from this person, with letter and submission."""
        return list(cls.raw(HELD, user.id))


NEXT = """
    SELECT person_id, stand_in_id FROM initial JOIN letter ON letter.id = letter_id
    WHERE submission_id = ? AND letter.state = 'draft' AND given_at IS NULL ORDER BY place LIMIT 1"""

HELD = """
    SELECT initial.* FROM initial JOIN letter ON letter.id = letter_id JOIN submission ON submission.id = submission_id
    WHERE ?1 IN (person_id, stand_in_id) AND given_at IS NULL AND letter.state = 'draft'
        AND submission.status = 'initialling'"""

Person, StandIn, Giver = User.alias("person"), User.alias("stand_in"), User.alias("giver")
