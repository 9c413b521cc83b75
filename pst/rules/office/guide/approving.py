"""For the head: approval and signature."""

from pst.rules.office.guide.page import HEAD, Page, Picture, Step

PAGE = Page(
    "mengesahkan",
    "Mengesahkan dan menandatangani surat",
    HEAD,
    "Dibaca sekali, disahkan sekali. Yang ikut menyusun naskahnya tidak dapat mengesahkannya.",
    (
        Step("Surat yang menunggu Anda bertanda “tanda tangan Anda”; buka, lalu “Baca dan sahkan”.", "/petugas"),
        Step("Di sisi kanan ada ringkasan pemeriksaan; yang tidak sebagaimana mestinya disebut di atas suratnya."),
        Step("Tepat: “Sahkan surat”. Surat diberi nomor dan PDF-nya dibuat."),
        Step("Belum tepat: tulis alasannya, lalu “Kembalikan ke petugas”."),
        Step("Tandatangani PDF-nya di luar, secara elektronik atau di atas kertas, lalu unggah lewat “Bawa berkas "
             "bertanda tangan”. Surat terbit dengan berkas itu."),
        Step("Keliru sesudah terbit? Pada suratnya: “Ganti dengan surat baru”, atau “Cabut surat”.", "/petugas/surat"),
    ),
    rooms=("letters.approval", "initials"),
    picture=Picture(
        "Surat yang akan disahkan, dengan ringkasan pemeriksaan dan kotak pengembalian di kanannya.",
        "letters/letters/approval.html",
        "kepala",
        ("/petugas", "main a:has-text('Komposisi Sampah')", "main a:has-text('Baca dan sahkan')"),
        "h1",
    ),
)  # fmt: skip
