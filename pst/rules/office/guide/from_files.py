"""For the administrator: people and agencies, one by one or from a file."""

from pst.rules.office.guide.page import ADMIN, Page, Picture, Step

PAGE = Page(
    "orang-dan-instansi",
    "Orang dan instansi, juga dari berkas",
    ADMIN,
    "Daftar dari CSV atau XLSX diperlihatkan dahulu; semua baris diambil, atau tidak satu pun.",
    (
        Step("Tekan “Ambil dari berkas”, pilih berkasnya, lalu “Lihat pratinjau”.", "/petugas/kantor/instansi"),
        Step("Baris yang tidak dapat diambil disebut sebabnya: betulkan pada berkasnya, lalu “Unggah berkas lain”."),
        Step("Akun satu per satu: “Buat akun”. Tautan kata sandinya dikirim ke alamat surelnya.",
             "/petugas/kantor/pengguna"),
        Step("Instansi yang diusulkan pemohon: “Setujui”, atau “Gabungkan” bila hanya berbeda penulisan.",
             "/petugas/kantor/instansi"),
        Step("Pegawai pindah? “Tutup akun” dan pilih yang meneruskan pekerjaannya.", "/petugas/kantor/pengguna"),
    ),
    rooms=("people", "agencies", "erasures"),
    picture=Picture(
        "Daftar instansi dengan tombol mengambil dari berkas.",
        "office/agencies/index.html",
        "admin",
        ("/petugas/kantor/instansi",),
        "h1",
    ),
)  # fmt: skip
