"""For officers: the counter."""

from pst.rules.office.guide.page import OFFICER, Page, Picture, Step

PAGE = Page(
    "loket",
    "Melayani di loket",
    OFFICER,
    "Loket memanggil dari semua antrean, kecuali Anda memilih lain. Hampir semuanya dapat dengan papan tik.",
    (
        Step("Pilih loket Anda, lalu “Mulai”.", "/petugas/loket"),
        Step("“Panggil berikutnya”, lalu “Mulai layani” begitu orangnya datang; bila tidak datang, “Tidak hadir”."),
        Step("Buka kunjungannya: tulis yang ditanyakan, lalu “Simpan hasil”."),
        Step("Mau mengajukan rekomendasi? “Mulai permohonan” membuka draf bagi tamu itu."),
        Step("Mengambil surat? “Catat surat diserahkan”, dan cetak tanda terimanya."),
        Step("“Selesai” dengan hasil pelayanannya. Keliru? “Urungkan” pada daftar di bawah."),
        Step("Tamu tidak dapat memakai kios: isikan untuknya, “Simpan kunjungan”.", "/petugas/tamu/baru"),
        Step("Jadwal jaga, jam khusus, dan hari tutup diatur di sini.", "/petugas/loket/jadwal"),
    ),
    rooms=("counter", "roster", "guests", "visit_page", "guest_report"),
    picture=Picture(
        "Loket: nomor yang sedang dilayani di kiri, antrean di kanan.",
        "frontdesk/counter/desk.html",
        "petugas3",
        ("/petugas/loket", "main label:has-text('Loket 1')", "main button:has-text('Mulai')"),
        "h1",
    ),
)
