"""For applicants: the form, from the first question to the number."""

from pst.rules.office.guide.page import APPLICANT, Page, Picture, Step

PAGE = Page(
    "mengisi",
    "Mengisi dan mengirim permohonan",
    APPLICANT,
    "Isian tersimpan sendiri sambil Anda mengetik; lanjutkan kapan saja, di perangkat mana saja.",
    (
        Step("Tekan “Mulai mengisi”; permohonan terdahulu dapat disalin sebagai awal.", "/permohonan/baru"),
        Step("Isi bagian demi bagian dengan “Simpan dan lanjutkan”. Urutannya bebas."),
        Step("Jadwal dan variabel dari lembar kerja: buka “Tempel dari lembar kerja”, lalu “Periksa yang ditempel”."),
        Step("Mau melanjutkan di perangkat lain? Tekan “Kirim tautan ke surel saya”."),
        Step("Dikerjakan bersama? “Undang rekan” untuk membaca, ikut mengisi, atau menyetujui sebelum dikirim."),
        Step("Internet sering terputus? Isi formulir XLSX, unggah, lalu “Lihat pratinjau”.", "/permohonan/baru/berkas"),
        Step("Tekan “Periksa dan kirim”: yang masih kurang disebut satu per satu, dan dapat dibuka dari sana."),
        Step("Sesudah lengkap, tekan “Kirim permohonan”. Simpan nomor, kode pelacakan, dan “Tanda terima (PDF)”."),
    ),
    rooms=("submissions", "answers", "form_files", "resumption", "likeness", "sample_sheets"),
    picture=Picture(
        "Sebuah bagian formulir yang sedang diisi, dengan penjelasan di samping setiap pertanyaan.",
        "submissions/submissions/block.html",
        "pemohon3",
        ("/permohonan", "main a:has-text('Perikanan Tangkap')", "main a:has-text('Blok III')"),
    ),
)
