"""For officers and the head: the book of letters and its numbers."""

from pst.rules.office.guide.page import OFFICER, Page, Picture, Step

PAGE = Page(
    "buku-surat",
    "Buku surat dan nomornya",
    OFFICER,
    "Satu buku untuk semua surat kantor. Nomor tidak pernah diambil diam-diam: tiap tahun dinyatakan di mana bukunya.",
    (
        Step("Buka buku surat tahun ini dari register, nyatakan di mana bukunya dan nomor berikutnya, lalu “Simpan”.",
             "/petugas/surat"),
        Step("Buku lama dari CSV atau XLSX: “Lihat pratinjau” dahulu, baru diambil.", "/petugas/surat/buku/impor"),
        Step("Surat keluar lain: isi tujuan dan perihalnya, lalu “Catat”.", "/petugas/surat/catat"),
        Step("Nomor yang disimpan untuk nanti: “Cadangkan nomor”.", "/petugas/surat"),
        Step("Nomor yang terlewat disebut pada “Nomor yang belum dijelaskan”; beri alasannya dengan “Jelaskan”."),
    ),
    rooms=("letter_register", "book_years", "book_entries", "book_import"),
    picture=Picture(
        "Register surat dengan tombol mencatat surat keluar dan mencadangkan nomor.",
        "letters/book/index.html",
        "kepala",
        ("/petugas/surat",),
        "h1",
    ),
)  # fmt: skip
