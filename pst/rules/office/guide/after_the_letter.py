"""For applicants: what follows the letter."""

from pst.rules.office.guide.page import APPLICANT, Page, Picture, Step

PAGE = Page(
    "sesudah-surat",
    "Sesudah surat terbit",
    APPLICANT,
    "Surat dan identitas rekomendasi dicantumkan pada kuesioner; hasil kegiatan diserahkan kepada BPS.",
    (
        Step("Buka permohonannya, lalu “Unduh surat (PDF)” atau “Baca di layar”.", "/permohonan"),
        Step("Siapa pun yang menerima surat itu dapat memeriksa keasliannya dengan kode atau QR pada surat.",
             "/verifikasi"),
        Step("Lengkapi “Metadata variabel dan indikator (MS-Var, MS-Ind)” pada ringkasan permohonan.", "/permohonan"),
        Step("Sejak pengumpulan data mulai, tulis alamat hasilnya atau unggah berkasnya, lalu “Serahkan hasil”."),
        Step("Untuk evaluasi statistik sektoral, ringkasan yang sama memuat paket bukti (ZIP) berisi semuanya."),
    ),
    rooms=("metadata", "letters.letter_page", "verification", "fieldwork"),
    picture=Picture(
        "Permohonan yang suratnya sudah terbit: tombol unduh dan keadaannya.",
        "submissions/submissions/show.html",
        "pemohon1",
        ("/permohonan", "main a:has-text('Stunting')"),
    ),
)  # fmt: skip
