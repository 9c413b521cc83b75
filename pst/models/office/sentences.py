"""The office's ready sentences, for remarks and for letters."""

from textwrap import shorten
from typing import Any

from peewee import CharField, IntegerField, ModelSelect, TextField

from pst.models.base import Table
from pst.rules.office.sentences import IN_REMARKS


class Sentence(Table):
    """A sentence in the office's own wording, of a kind, for a block of the form or for all (`block` null).

    What was written with it keeps its words; `version` counts how often it was worded anew, and what it said before
    stands in its events.
    """

    kind = CharField(max_length=12, default="condition")
    block = IntegerField(null=True)
    heading = CharField(max_length=80)
    text = TextField()
    done = TextField(default="")
    """What a letter says once it was done."""
    rules = CharField(max_length=200, default="")
    """Ids of the rules of design that it answers, parted by blanks."""
    use = CharField(max_length=8, default="offered")
    version = IntegerField(default=1)

    @classmethod
    def all_in_order(cls) -> ModelSelect:
        return cls.select().order_by(cls.block, cls.heading, cls.id)

    @classmethod
    def offered(cls, *kinds: str) -> list["Sentence"]:
        """Those that officers may use, of these kinds."""
        return list(cls.all_in_order().where(cls.kind.in_(kinds), cls.use != "retired"))

    @classmethod
    def replies(cls) -> list[tuple[int, str, str]]:
        """(id, heading, text) of those for whoever complained."""
        return [(row.id, row.heading, row.text) for row in cls.offered("reply")]

    @classmethod
    def choices(cls) -> list[tuple[int, str]]:
        """(id, heading and how it begins) of those that findings are counted by."""
        rows = cls.all_in_order().where(cls.kind.in_(IN_REMARKS)).select(cls.id, cls.heading, cls.text).tuples()
        return [(key, f"{heading}: {shorten(text, 50, placeholder=' …')}") for key, heading, text in rows]

    @classmethod
    def standing(cls) -> list[Any]:
        """(kind, text) of those that every letter begins with, in their order."""
        return list(cls.all_in_order().where(cls.use == "standing").select(cls.kind, cls.text).tuples())

    @classmethod
    def of_rule(cls, rule_id: str) -> "Sentence | None":
        """The one for a remark that answers this rule of design."""
        return next((each for each in cls.offered(*IN_REMARKS) if rule_id in each.rules.split()), None)
