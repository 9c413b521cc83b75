"""For officers: complaints of all ways."""

from pst.rules.office.guide.page import OFFICER, Page, Picture, Step

PAGE = Page(
    "menangani-pengaduan",
    "Menangani pengaduan",
    OFFICER,
    "Pengaduan yang menyangkut Anda tidak tampil bagi Anda. Identitas pelapor disegel.",
    (
        Step("Yang datang lewat saluran lain: “Catat pengaduan”, lalu “Simpan dan buat tanda terima”.",
             "/petugas/pengaduan"),
        Step("Kotak saran: “Catat pembukaan kotak” di hadapan dua saksi, lalu entri setiap lembarnya.",
             "/petugas/pengaduan/kotak"),
        Step("Pastikan “Yang tidak boleh tahu” sudah benar, lalu “Nyatakan lengkap dan tindak lanjuti”.",
             "/petugas/pengaduan"),
        Step("Dua kotak tulisan: “Kepada pelapor” dibacanya dengan kode, “Hanya untuk petugas” tidak pernah."),
        Step("Jawab dengan “Kirim jawaban”; pelapor menyatakan selesai, atau pengaduan dibuka kembali."),
        Step("Perlu identitasnya? “Buka dengan alasan”. Alasan dan nama Anda dibaca pelapor."),
        Step("Akhir bulan: “Rekap bulanan”; angka kecil disamarkan pada rekap yang diumumkan."),
    ),
    rooms=("complaint_desk", "complaint_case", "complaint_step", "complaint_letters", "complaint_access", "boxes",
           "complaint_publication", "complaint_redaction"),
    picture=Picture(
        "Register pengaduan: yang menunggu kantor menurut batas waktunya.",
        "complaints/desk/index.html",
        "petugas1",
        ("/petugas/pengaduan",),
        "h1",
    ),
)  # fmt: skip
