"""The security log: who came in, who was refused, what changed of an account."""

from datetime import datetime

from peewee import JOIN, CharField, DateTimeField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.narrowing import Choice, Wanted, Words, equals, narrowed
from pst.models.paging import TOP, Page, Place, Sort, page_by_key
from pst.rules.accounts.security_log import KINDS


class SecurityEvent(Table):
    """One of `KINDS`: whose account (none of an unknown mailbox), by whom if by somebody else, and from where."""

    at = DateTimeField(index=True)
    kind = CharField(max_length=20)
    user = Ref(User, null=True, backref="+", on_delete="CASCADE")
    by = Ref(User, null=True, backref="+")
    address = CharField(max_length=45, default="")
    device = CharField(max_length=120, default="")

    class Meta:
        indexes = ((("user", "id"), False), (("kind", "id"), False), (("address", "id"), False))

    @classmethod
    def page(cls, wanted: Wanted, place: Place = TOP) -> Page:
        """One page of everything, newest first."""
        by = User.alias()
        query = cls.select(
            cls.id, cls.at, cls.kind, cls.address, cls.device, User.name.alias("who"), by.name.alias("by_whom")
        )
        joined = query.join(User, JOIN.LEFT_OUTER, on=cls.user).switch(cls).join(by, JOIN.LEFT_OUTER, on=cls.by)
        return page_by_key(narrowed(joined, FILTERS, wanted), cls.id, place)

    @classmethod
    def newest_of(cls, user_id: int, most: int = 10) -> list["SecurityEvent"]:
        """What happened last to one account."""
        return list(cls.select().where(cls.user == user_id).order_by(cls.id.desc()).limit(most))

    @classmethod
    def knows(cls, user_id: int, device: str, address: str) -> bool:
        """Has this person come in like this before, or never yet at all?"""
        entered = cls.select(cls.id).where(cls.user == user_id, cls.kind == "sign_in")
        return not entered.exists() or entered.where(cls.device == device, cls.address == address).exists()

    @classmethod
    def since(cls, user_id: int, kind: str, moment: datetime) -> bool:
        """Has this happened to the account since that moment?"""
        return cls.select().where(cls.user == user_id, cls.kind == kind, cls.at > moment).exists()

    @classmethod
    def forget_before(cls, limit: datetime) -> int:
        return cls.delete().where(cls.at < limit).execute()


FILTERS = (
    Choice("jenis", "Kejadian", equals(SecurityEvent.kind), KINDS),
    Words("nama", "Nama", lambda words, _: User.name.contains(words)),
    Words("alamat", "Alamat jaringan", equals(SecurityEvent.address)),
)
SORTS = (Sort("waktu", "Waktu", rising=False),)
