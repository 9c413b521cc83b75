"""The office's ready sentences."""

from itertools import groupby
from typing import Any

from pst.actions.office.sentences import BLOCKS, SENTENCES
from pst.models.office.sentences import Sentence
from pst.rules.office.sentences import KINDS, USES
from pst.views.office.lists import Column, OfficeList, room_of

TITLES = {int(number) if number else None: title for number, title in BLOCKS}


class Sentences(OfficeList):
    """All sentences, kind by kind, and those of one kind in the order of the form."""

    kind = SENTENCES
    name, slug, title = "sentences", "kalimat", "Kalimat siap pakai"
    new_title, add_label = "Kalimat baru", "Tambah kalimat"
    about = "Kalimat baku untuk catatan pemeriksaan dan surat."
    template = "office/sentences/index.html"
    caption_hidden = False
    empty = ("Belum ada kalimat", "Tambahkan kalimat yang sering dipakai kantor ini.")
    added, changed, removed = "Kalimat ditambahkan.", "Kalimat disimpan.", "Kalimat dihapus."
    remove_label = "Hapus kalimat ini"
    history = "Versi dan riwayat kalimat ini"
    offered_again = "Simpan untuk menambahkannya lagi."
    columns = (
        Column("Pokok", lambda row: row.heading),
        Column("Kalimat", lambda row: row.text),
        Column("Dipakai pada", lambda row: TITLES[row.block]),
        Column("Pemakaian", lambda row: USES[row.use]),
        Column("Versi", lambda row: row.version),
    )

    def rows(self) -> list[Sentence]:
        order = list(KINDS)
        return sorted(Sentence.all_in_order(), key=lambda row: order.index(row.kind))

    def called(self, row: Sentence) -> str:
        return str(row.heading)

    def edit_words(self, row: Sentence, place: int) -> str:
        return f"kalimat {row.heading} nomor {place}"

    def in_list(self) -> dict[str, Any]:
        by_kind = groupby(self.rows(), key=lambda row: row.kind)
        return {"groups": [(KINDS[kind], self.lines(rows)) for kind, rows in by_kind]}


blueprint = room_of(Sentences())
