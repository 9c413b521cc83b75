"""The sentences officers use again in remarks."""

from itertools import groupby
from typing import Any

from pst.actions.office.sentences import BLOCKS, SENTENCES
from pst.models.review.remarks import RemarkTemplate
from pst.views.office.lists import Column, OfficeList, room_of

TITLES = {int(number) if number else None: title for number, title in BLOCKS}


class Sentences(OfficeList):
    """All sentences, block by block."""

    kind = SENTENCES
    name, slug, title = "sentences", "kalimat", "Kalimat catatan"
    new_title, add_label = "Kalimat baru", "Tambah kalimat"
    about = "Kalimat baku yang dipakai petugas saat memeriksa."
    template = "office/sentences/index.html"
    caption_hidden = False
    empty = ("Belum ada kalimat", "Tambahkan kalimat yang sering dipakai kantor ini.")
    added, changed, removed = "Kalimat ditambahkan.", "Kalimat disimpan.", "Kalimat dihapus."
    remove_label = "Hapus kalimat ini"
    offered_again = "Simpan untuk menambahkannya lagi."
    columns = (Column("Pokok", lambda row: row.heading), Column("Kalimat", lambda row: row.text))

    def rows(self) -> list[RemarkTemplate]:
        return list(RemarkTemplate.all_in_order())

    def called(self, row: RemarkTemplate) -> str:
        return str(row.heading)

    def edit_words(self, row: RemarkTemplate, place: int) -> str:
        return f"kalimat {row.heading} nomor {place}"

    def in_list(self) -> dict[str, Any]:
        by_block = groupby(self.rows(), key=lambda row: row.block)
        return {"groups": [(TITLES[block], self.lines(rows)) for block, rows in by_block]}


blueprint = room_of(Sentences())
