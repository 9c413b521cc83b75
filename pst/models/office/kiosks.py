"""The devices at which visitors sign the guest book: paired by an administrator, each known by a key of its own."""

from datetime import datetime

from peewee import CharField, DateTimeField

from pst.models.base import Table


class Kiosk(Table):
    """A device of the office, from when it is named on; taken out, its key opens nothing any more.

    Of the code that pairs it and of the key that it then carries only hashes are kept.
    """

    name = CharField(max_length=60)
    code_hash = CharField(max_length=64, default="")
    code_until = DateTimeField(null=True)
    """Until when the code pairs a device."""
    key_hash = CharField(max_length=64, default="", index=True)
    paired_at = DateTimeField(null=True)
    seen_at = DateTimeField(null=True)

    @classmethod
    def with_key(cls, key_hash: str) -> "Kiosk | None":
        """The device that carries the key of this hash."""
        return cls.one("SELECT * FROM kiosk WHERE key_hash = ?", key_hash)

    @classmethod
    def awaited(cls, at: datetime) -> list["Kiosk"]:
        """Those whose code still pairs a device."""
        return list(cls.select().where(cls.code_until > at, cls.code_hash != ""))

    @classmethod
    def is_any_paired(cls) -> bool:
        return bool(cls.select().where(cls.paired_at.is_null(False)).exists())
