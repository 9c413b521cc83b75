"""Keeping a register's filters under a name, and letting go of them."""

from pst.models.accounts.kept_filters import QUERY_LIMIT, KeptFilter
from pst.models.accounts.users import User
from pst.models.base import write
from pst.rules.refusals import Refusal

MOST = 60
"""Filters one person keeps."""
OWN_ALONE = "/petugas/pengaduan"
"""The register whose filters are shared with nobody: their words may name whom a complaint is about."""


def keep(person: User, path: str, query: str, name: str, shared: bool) -> None:
    """Keep a register as it is narrowed; the same name again takes the place of what it meant before."""
    if not query:
        raise Refusal("Saring daftarnya dahulu, lalu simpan.")
    if len(query) > QUERY_LIMIT:
        raise Refusal("Saringannya terlalu panjang untuk disimpan. Pendekkan kata yang dicari.")
    if shared and path.startswith(OWN_ALONE):
        raise Refusal("Saringan daftar pengaduan hanya dapat disimpan untuk sendiri.", "shared")
    own = (KeptFilter.person == person.id) & (KeptFilter.path == path)
    with write():
        if KeptFilter.update(query=query, shared=shared).where(own, KeptFilter.name == name).execute():
            return
        if KeptFilter.select().where(KeptFilter.person == person.id).count() >= MOST:
            raise Refusal(f"Paling banyak {MOST} saringan tiap orang. Hapus dahulu yang tidak terpakai.")
        KeptFilter.create(person=person, path=path, query=query, name=name, shared=shared)


def drop(person: User, filter_id: int) -> str | None:
    """Let go of one's own; its name, or None where there is none of one's own."""
    with write():
        kept = KeptFilter.get_or_none(KeptFilter.id == filter_id, KeptFilter.person == person.id)
        if kept is not None:
            kept.delete_instance()
    return kept.name if kept else None
