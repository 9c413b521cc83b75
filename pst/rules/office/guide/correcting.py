"""For applicants: the round of corrections."""

from pst.rules.office.guide.page import APPLICANT, Page, Picture, Step

PAGE = Page(
    "membetulkan",
    "Membetulkan menurut catatan petugas",
    APPLICANT,
    "Hanya isian yang diberi catatan yang terbuka. Selama menunggu Anda, hitungan hari kerja berhenti.",
    (
        Step("Buka permohonannya dari surel kami, atau dari daftar Anda, lalu pilih “Catatan”.", "/permohonan"),
        Step("Setiap catatan berdampingan dengan isiannya: perbaiki di situ juga."),
        Step("Tulis “Tanggapan Anda” pada setiap catatan: apa yang diperbaiki, atau mengapa tidak."),
        Step("Belum selesai? “Simpan dahulu”, lanjutkan lain waktu."),
        Step("Tekan “Kirim perbaikan” sebelum tanggal yang tertulis di atas catatan."),
        Step("Ada catatan yang tidak jelas? Tanyakan lewat “Pesan” pada permohonan itu."),
    ),
    rooms=("submissions.show?catatan",),
    picture=Picture(
        "Catatan petugas bersama isian yang diperbaiki dan kotak tanggapan.",
        "submissions/submissions/sections/catatan.html",
        "pemohon3",
        ("/permohonan", "main a:has-text('Padi Palawija')", "main a:has-text('Perbaiki')"),
        "#corrections",
    ),
)
