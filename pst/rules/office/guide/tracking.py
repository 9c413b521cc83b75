"""For applicants: how far it is."""

from pst.rules.office.guide.page import APPLICANT, Page, Picture, Step

PAGE = Page(
    "melacak",
    "Melihat sampai di mana",
    APPLICANT,
    "Surat terbit paling lama {days} hari kerja; waktu yang Anda pakai untuk memperbaiki tidak dihitung.",
    (
        Step("Tanpa akun: ketik kode pelacakan dari tanda terima, lalu “Lacak”. Isinya tidak ditampilkan.", "/lacak"),
        Step("Dengan akun: buka permohonannya; “Sekarang” mengatakan giliran siapa dan apa berikutnya.", "/permohonan"),
        Step("“Hitungan hari kerja” memperlihatkan hari demi hari yang sudah terpakai, dan batas waktunya."),
        Step("“Riwayat” memuat setiap langkah, dan “Pesan” mengantar pertanyaan Anda kepada petugas."),
    ),
    rooms=("tracking", "submissions.show?jam", "submissions.show?riwayat", "deadlines"),
    picture=Picture(
        "Hitungan hari kerja sebuah permohonan, hari demi hari dalam kalender.",
        "submissions/submissions/sections/jam.html",
        "pemohon1",
        ("/permohonan", "main a:has-text('Stunting')", "main a:has-text('Hitungan hari kerja')"),
        ".pst-sections",
    ),
)
