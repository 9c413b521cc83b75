"""For officers: completeness and the design."""

from pst.rules.office.guide.page import OFFICER, Page, Picture, Step

PAGE = Page(
    "memeriksa",
    "Memeriksa permohonan",
    OFFICER,
    "Yang menunggu Anda berurutan menurut batas waktunya; langkah berikutnya selalu tampak di sisi kanan.",
    (
        Step("Ambil yang belum dipegang siapa pun dengan “Ambil”, lalu buka judulnya.", "/petugas"),
        Step("Pada “Isian dan catatan”, baca bagian demi bagian; lampiran terbuka di samping isiannya."),
        Step(
            "Isian yang perlu diperbaiki: “Beri catatan”, pilih kalimat siap pakai atau tulis, lalu “Simpan catatan”."
        ),
        Step("Temuan otomatis: “Setuju: jadikan catatan”, atau “Abaikan” dengan alasan."),
        Step("Bagian yang sudah dibaca: “Tandai diperiksa”; bagian itu terlipat."),
        Step(
            "Lengkap? “Nyatakan lengkap”: pemohon disurati dan hari kerja berjalan. Belum? “Kembalikan: belum lengkap”."
        ),
        Step(
            "Ada catatan tentang rancangan: “Kembalikan untuk diperbaiki”. Hitungan berhenti sampai perbaikan datang."
        ),
        Step("Tidak ada lagi: “Mulai evaluasi tim”."),
    ),
    rooms=(
        "waiting",
        "worklist",
        "due_days",
        "review",
        "remarks",
        "steps",
        "examinations",
        "overrulings",
        "intake",
        "extensions",
    ),
    picture=Picture(
        "Pemeriksaan: daftar bagian di kiri, isian di tengah, langkah berikutnya di kanan.",
        "review/case/show.html",
        "petugas1",
        ("/petugas/permohonan?cari=Disdukcapil", "main a:has-text('Disdukcapil')"),
        ".pst-case",
    ),
)
