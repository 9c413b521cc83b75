"""For the administrator: a new office."""

from pst.rules.office.guide.page import ADMIN, Page, Picture, Step

PAGE = Page(
    "memulai-kantor",
    "Memulai kantor",
    ADMIN,
    "Daftar langkah awal dinilai dari keadaan yang sebenarnya dan tetap ada sampai semuanya selesai.",
    (
        Step("Buka “Langkah awal kantor” dan kerjakan dari atas ke bawah.", "/petugas/kantor/mulai"),
        Step("Surel: isi setelannya di mesin, lalu “Kirim surel uji kepada saya”."),
        Step("Catat penanda tangan dengan “Tambah pejabat”.", "/petugas/kantor/penanda-tangan"),
        Step("Isi hari libur tahun ini dan tahun depan; tanpa itu batas waktu dapat keliru.",
             "/petugas/kantor/hari-libur"),
        Step("Janji hari kerja, nomor surat, jam pelayanan, dan saluran pengaduan ada pada “Aturan dan isi”.",
             "/petugas/kantor"),
        Step("Unggah gambar kop pada “Logo kop surat”."),
    ),
    rooms=("office", "beginning", "holidays", "signatories", "initiallers", "logo", "sentences", "emails"),
    picture=Picture(
        "Langkah awal kantor: setiap langkah bertanda selesai atau belum.",
        "office/beginning/show.html",
        "admin",
        ("/petugas/kantor/mulai",),
    ),
)  # fmt: skip
