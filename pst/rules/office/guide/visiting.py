"""For visitors: the guest book and the queue."""

from pst.rules.office.guide.page import VISITOR, Page, Picture, Step

PAGE = Page(
    "buku-tamu",
    "Buku tamu dan antrean",
    VISITOR,
    "Buku tamu diisi di kios ruang pelayanan, sekitar satu menit. Petugas dengan senang hati mengisikannya untuk Anda.",
    (
        Step("Sentuh “Baru pertama kali”, isi nama dan keperluan, lalu “Ambil nomor antrean”.", "/buku-tamu"),
        Step("Sudah pernah datang? Sentuh “Pernah berkunjung”: cukup nomor HP dan bulan lahir, atau kartu kunjungan."),
        Step("“Cetak nomor”, atau pindai QR-nya untuk melihat giliran di ponsel."),
        Step("Nomor muncul di papan dan dipanggil dengan suara; yang didahulukan dipanggil lebih dahulu.", "/antrean"),
        Step("Nomor terlewat? Beri tahu petugas loket; nomor Anda dapat dipanggil lagi."),
        Step("Sesudah dilayani, pindai QR pada struk untuk menilai pelayanan kami."),
    ),
    rooms=("visits", "returning", "tickets", "satisfaction"),
    picture=Picture(
        "Layar pertama kios: dua tombol besar, baru pertama kali dan pernah berkunjung.",
        "frontdesk/visits/start.html",
        "",
        ("/buku-tamu",),
    ),
)
