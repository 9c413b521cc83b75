"""For officers: the letter, until it is with the head."""

from pst.rules.office.guide.page import OFFICER, Page, Step

PAGE = Page(
    "menyusun-surat",
    "Menyusun surat",
    OFFICER,
    "Naskah sudah berisi kesimpulan tim; petugas merapikannya, Kepala mengesahkannya.",
    (
        Step("Buka permohonannya, lalu “Surat”.", "/petugas"),
        Step("Periksa hasil, syarat, alamat tujuan, dan sifat surat; kalimat siap pakai masuk dengan “Sisipkan”."),
        Step("“Simpan naskah” memperlihatkan pratinjau suratnya di bawah."),
        Step("Nomor boleh dikosongkan: diambil dari buku surat saat disahkan."),
        Step("Tekan “Simpan dan ajukan ke Kepala”. Sesudah itu naskah tidak dapat diubah, kecuali dikembalikan."),
        Step("Sesudah disahkan: “Bawa berkas bertanda tangan”, unduh PDF-nya, tandatangani di luar, lalu unggah."),
        Step("Orang kedua membandingkan berkasnya: “Berkasnya sama: terbitkan surat”. Pemohon lalu disurati."),
    ),
    rooms=("letters", "signing", "review.show?surat"),
)
