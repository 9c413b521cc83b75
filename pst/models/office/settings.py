"""The office's own decisions, as they are kept; what they mean stands in `rules/office/`."""

from base64 import b64decode
from dataclasses import replace

from peewee import CharField, DateTimeField, TextField

from pst.models.base import Json, Table
from pst.paper.office_facts import OfficeFacts, office_facts
from pst.rules.office.office import Office, office_of

LOGO = "logo"
"""Where the picture of the letterhead is kept; no setting that anybody types."""


class Setting(Table):
    """One decision of the office, under the code declared in `rules/office/office.py`."""

    key = CharField(primary_key=True, max_length=60)
    value = Json()
    changed_at = DateTimeField()
    changed_by = TextField(default="")

    @classmethod
    def everything(cls) -> dict[str, object]:
        return dict(cls.raw("SELECT key, value FROM setting WHERE key != ?", LOGO).tuples())

    @classmethod
    def logo(cls) -> bytes | None:
        """The picture that the office puts on its letters, as PNG; None without one, which is how it begins."""
        kept = cls.get_or_none(cls.key == LOGO)
        return b64decode(kept.value) if kept else None


def the_office() -> Office:
    """The settings in force now."""
    return office_of(Setting.everything())


def the_letterhead(office: Office | None = None) -> OfficeFacts:
    """The office as its papers begin, with its picture."""
    return replace(office_facts(office or the_office()), logo=Setting.logo())
