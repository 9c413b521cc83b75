"""For complainants: six ways, and how the answer is read."""

from pst.rules.office.guide.page import COMPLAINANT, Page, Picture, Step

PAGE = Page(
    "pengaduan",
    "Mengadu atau memberi saran",
    COMPLAINANT,
    "Ada enam saluran: situs ini, kotak saran, SP4N-LAPOR!, surel, WhatsApp, dan Instagram; yang datang langsung "
    "dicatat petugas. Semuanya masuk satu register dan mendapat nomor. Boleh tanpa nama.",
    (
        Step("Semua saluran dan alamatnya ada di satu halaman; pilih yang paling aman bagi Anda.", "/pengaduan"),
        Step("Di situs ini: ceritakan dengan kata-kata Anda; isian lain boleh kosong.", "/pengaduan/baru"),
        Step("Pilih “Rahasia”, “Dengan nama”, atau “Tanpa identitas”, lalu “Kirim”."),
        Step("Catat kode rahasianya. Kami tidak menyimpan kode itu dan tidak dapat mencarikannya."),
        Step("Di kotak saran: pakai formulir bernomor dan simpan potongannya; di situ tertulis kodenya."),
        Step("Baca jawaban dan balas dengan kode itu. Kami tidak menyurati Anda, jadi tengoklah seminggu sekali.",
             "/pengaduan/lacak"),
        Step("Nyatakan “Ya, sudah selesai” atau “Belum selesai, buka kembali”."),
        Step("Sedang diawasi orang? “Tutup cepat” mengganti halaman pengaduan dengan halaman katalog."),
    ),
    rooms=("complaints", "complaint_dialogue"),
    picture=Picture(
        "Halaman pengaduan: tombol menyampaikan, pilihan kerahasiaan, dan tenggat yang dijanjikan.",
        "complaints/complaints/index.html",
        "",
        ("/pengaduan",),
    ),
)  # fmt: skip
