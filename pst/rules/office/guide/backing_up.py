"""For the administrator: copies of everything."""

from pst.rules.office.guide.page import ADMIN, Page, Step

PAGE = Page(
    "cadangan",
    "Mencadangkan dan memulihkan",
    ADMIN,
    "Dicadangkan sendiri setiap hari, selagi melayani. Cadangan di mesin yang sama ikut hilang bila mesinnya rusak.",
    (
        Step("“Buat cadangan sekarang” membuat satu cadangan di luar jadwal.", "/petugas/kantor/cadangan"),
        Step(
            "Salin foldernya ke tempat lain, misalnya cakram luar yang disimpan di ruang lain; "
            "yang disegel juga diambil dengan “Unduh”."
        ),
        Step("Simpan kunci identitas pelapor dan kunci QR surat di tempat terkunci; keduanya sengaja tidak ikut."),
        Step(
            "Memulihkan dilakukan pengelola server selagi layanan berhenti; perintahnya tertulis di halaman yang sama."
        ),
        Step("Sesudah dipulihkan, Kepala menyatakan lagi sampai di mana buku surat, sebelum ada nomor baru."),
    ),
    rooms=("office.backups",),
)
