"""The office's own decisions, as they are kept; what they mean stands in `rules/office/`."""

from peewee import CharField, DateTimeField, TextField

from pst.models.base import Json, Table
from pst.rules.office.office import Office, office_of


class Setting(Table):
    """One decision of the office, under the code declared in `rules/office/office.py`."""

    key = CharField(primary_key=True, max_length=60)
    value = Json()
    changed_at = DateTimeField()
    changed_by = TextField(default="")

    @classmethod
    def everything(cls) -> dict[str, object]:
        return dict(cls.raw("SELECT key, value FROM setting").tuples())


def the_office() -> Office:
    """The settings in force now."""
    return office_of(Setting.everything())
