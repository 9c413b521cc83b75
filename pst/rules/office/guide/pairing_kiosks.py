"""For the administrator: the device in the visitors' room."""

from pst.rules.office.guide.page import ADMIN, Page, Step

PAGE = Page(
    "kios",
    "Memasangkan kios",
    ADMIN,
    "Sebelum kios pertama terpasang, siapa pun di jaringan dapat mengambil nomor; sesudahnya hanya di kios.",
    (
        Step("Tekan “Tambah kios” dan beri nama, misalnya menurut letaknya.", "/petugas/kantor/kios"),
        Step("Tekan “Tampilkan kode pemasangan”; kodenya berlaku 15 menit dan satu kali."),
        Step("Pada perangkatnya, buka alamat yang tertulis, ketik kode itu, lalu “Pasangkan perangkat ini”."),
        Step("Ganti perangkat? Kode baru pada kios yang sama; perangkat lama berhenti menjadi kios."),
    ),
    rooms=("kiosks", "pairing"),
)
