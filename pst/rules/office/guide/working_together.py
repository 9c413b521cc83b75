"""For applicants: a form that several people of the agency work on."""

from pst.rules.office.guide.page import APPLICANT, Page, Step

PAGE = Page(
    "bersama",
    "Mengerjakan permohonan bersama",
    APPLICANT,
    "Rekan atau atasan seinstansi dapat membaca, ikut mengisi, atau menyetujui isian; yang mengirim pemohonnya.",
    (
        Step("Pemohon: buka permohonannya dan tekan “Undang rekan”.", "/permohonan"),
        Step("Ketik alamat surelnya, pilih yang boleh dilakukannya, lalu “Kirim undangan”."),
        Step("Yang diundang: buka tautan dalam surelnya, atau permohonan itu di daftar.", "/permohonan"),
        Step("Yang mengisi membuka bagian mana pun: jadwal, variabel, berkas, dan rincian sampelnya juga. "
             "Bila dua orang mengubah isian yang sama, kedua tulisannya diperlihatkan dan dipilih."),
        Step("Yang menyetujui membaca isiannya, lalu “Setujui untuk dikirim”, atau menulis alasannya dan menekan "
             "“Belum saya setujui”; pemohon membacanya pada permohonan dan dalam surel."),
        Step("Isian yang berubah sesudah disetujui meminta persetujuan lagi; sampai itu permohonan belum terkirim."),
        Step("Selesai? Pemohon menekan “Batalkan undangan”, atau yang diundang “Keluar dari permohonan ini”."),
    ),
    rooms=("together",),
)  # fmt: skip
