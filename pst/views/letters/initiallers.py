"""Whose initials a draft needs before it stands before the head."""

from collections.abc import Iterable
from dataclasses import replace

from pst.actions.letters.initials import INITIALLERS
from pst.models.accounts.users import User
from pst.models.letters.initials import Initialler
from pst.rules.items import Item
from pst.views.office.lists import Column, OfficeList, room_of


class Initiallers(OfficeList):
    """The chain, in its order."""

    kind = INITIALLERS
    name, slug, title, section = "initiallers", "paraf", "Paraf sebelum Kepala", "people"
    new_title, add_label = "Paraf baru", "Tambah paraf"
    about = "Siapa memaraf naskah surat sebelum sampai kepada Kepala, dan urutannya."
    caption = "Paraf menurut urutan"
    empty = ("Tanpa paraf", "Naskah yang diajukan petugas langsung sampai kepada Kepala.")
    added = changed = "Paraf {row.name} disimpan dan berlaku bagi naskah yang diajukan sesudah ini."
    removed = "Paraf {row.name} dihapus."
    remove_label = "Hapus paraf ini"
    columns = (
        Column("Jabatan", lambda row: row.name),
        Column("Urutan", lambda row: row.place),
        Column("Yang memaraf", lambda row: row.person.name),
        Column("Penggantinya", lambda row: row.stand_in.name if row.stand_in_id else "–"),
    )

    def rows(self) -> list[Initialler]:
        return Initialler.chain()

    def items(self, row: Initialler | None = None) -> Iterable[Item]:
        """With the accounts that may be chosen."""
        people = tuple((str(user.id), f"{user.name} ({user.email})") for user in User.colleagues())
        name, place, person, stand_in = self.kind.items
        return (
            name,
            place,
            replace(person, options=(("", "Pilih …"), *people)),
            replace(stand_in, options=(("", "Tanpa pengganti"), *people)),
        )


blueprint = room_of(Initiallers())
