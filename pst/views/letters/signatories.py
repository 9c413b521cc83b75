"""Who signs letters, by date."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pst import clock
from pst.actions.letters.signatories import SIGNATORIES
from pst.models.accounts.users import User
from pst.models.letters.signatories import Signatory
from pst.rules import wording
from pst.rules.dates import read_date
from pst.rules.items import Item
from pst.rules.review.labels import SIGNATORY_LABELS
from pst.views.office.lists import Column, OfficeList, room_of
from pst.web.querying import text_of


class Signatories(OfficeList):
    """All rows, and who signs on the day that is asked for (today)."""

    kind = SIGNATORIES
    name, slug, title, section = "signatories", "penanda-tangan", "Penanda tangan", "people"
    new_title, add_label = "Pejabat baru", "Tambah pejabat"
    about = "Kepala, Plt., dan Plh. menurut tanggal."
    template, entry_template = "letters/signatories/index.html", "letters/signatories/entry.html"
    caption, caption_hidden, table_id = "Pejabat menurut tanggal mulai", False, "pejabat"
    empty = ("Belum ada pejabat", "Surat baru dapat diterbitkan setelah ada pejabat yang mengesahkannya.")
    added = changed = "{row.name} disimpan sebagai penanda tangan."
    removed = "Baris {row.name} dihapus."
    remove_label = "Hapus baris ini"
    columns = (
        Column("Nama", lambda row: row.name),
        Column("Sebagai", lambda row: SIGNATORY_LABELS[row.kind]),
        Column("Mulai", lambda row: wording.long_date(row.starts)),
        Column("Selesai", lambda row: wording.long_date(row.ends) if row.ends else "Seterusnya"),
        Column("Surat keputusan atau perintah", lambda row: row.mandate, short="Surat"),
        Column("Keadaan", lambda row: _state(row)[0], lambda row: _state(row)[1]),
    )

    def rows(self) -> list[Signatory]:
        return list(Signatory.everybody())

    def items(self, row: Signatory | None = None) -> Iterable[Item]:
        """With the accounts that may sign.

        The row's own also when it no longer may, so that its dates can be corrected.
        """
        heads = [(str(user.id), f"{user.name} ({user.email})") for user in User.heads()]
        if row is not None and str(row.user_id) not in dict(heads):
            heads.append((str(row.user_id), f"{row.name} (bukan Kepala lagi)"))
        account, *others = self.kind.items
        return (replace(account, options=(("", "Pilih …"), *heads)), *others)

    def in_list(self) -> dict[str, Any]:
        day = read_date(text_of("tanggal")) or clock.today()
        return {**super().in_list(), "day": day, "signs": Signatory.on(day), "kinds": SIGNATORY_LABELS}


blueprint = room_of(Signatories())


def _state(row: Signatory) -> tuple[str, str]:
    """Whether the row is in force today, and the tone of that."""
    if row.starts > clock.today():
        return "Akan datang", "info"
    return ("Sudah selesai", "neutral") if row.ends and row.ends < clock.today() else ("Berlaku", "success")
