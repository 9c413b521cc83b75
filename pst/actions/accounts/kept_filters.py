"""Keeping a register's filters under a name, and letting go of them."""

from pst.models.accounts.kept_filters import QUERY_LIMIT, KeptFilter
from pst.models.accounts.users import User
from pst.models.base import write
from pst.rules.refusals import Refusal

MOST = 30
"""Filters one person keeps of one register."""


def keep(person: User, path: str, query: str, name: str, shared: bool) -> None:
    """Keep a register as it is narrowed; the same name again takes the place of what it meant before."""
    if not query or len(query) > QUERY_LIMIT:
        raise Refusal("Saringan sepanjang itu tidak dapat disimpan. Saring daftarnya dahulu, lalu simpan.")
    own = (KeptFilter.person == person.id) & (KeptFilter.path == path)
    with write():
        if KeptFilter.update(query=query, shared=shared).where(own, KeptFilter.name == name).execute():
            return
        if KeptFilter.select().where(own).count() >= MOST:
            raise Refusal(f"Paling banyak {MOST} saringan tiap daftar. Hapus dahulu yang tidak terpakai.")
        KeptFilter.create(person=person, path=path, query=query, name=name, shared=shared)


def drop(person: User, filter_id: int) -> str | None:
    """Let go of one's own; its name, or None where there is none of one's own."""
    with write():
        kept = KeptFilter.get_or_none(KeptFilter.id == filter_id, KeptFilter.person == person.id)
        if kept is not None:
            kept.delete_instance()
    return kept.name if kept else None
