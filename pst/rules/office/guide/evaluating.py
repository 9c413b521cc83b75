"""For officers: the evaluation of the team."""

from pst.rules.office.guide.page import OFFICER, Page, Picture, Step

PAGE = Page(
    "evaluasi",
    "Evaluasi bersama tim",
    OFFICER,
    "Pendapat rekan dan kesimpulannya menjadi bahan naskah surat.",
    (
        Step("Buka permohonannya, lalu “Evaluasi”.", "/petugas"),
        Step("Pilih rekan pada “Minta pendapat”, lalu “Minta”; ia melihatnya pada daftar pekerjaannya."),
        Step("Yang diminta membuka “Beri pendapat Anda”, memilih, menguraikan, lalu “Simpan pendapat”."),
        Step("Pembicaraan di dalam kantor ditulis pada “Diskusi di dalam kantor”; pemohon tidak pernah melihatnya."),
        Step("Buka “Catat kesimpulan”: satu syarat atau satu alasan setiap baris, lalu “Simpan kesimpulan”."),
        Step("Lanjutkan dengan “Susun naskah surat”, atau “Kembali ke pemeriksaan”."),
    ),
    rooms=("evaluations", "review.show?evaluasi"),
    picture=Picture(
        "Bagian evaluasi: pendapat rekan dan kesimpulan tim.",
        "review/case/sections/evaluasi.html",
        "petugas1",
        (
            "/petugas/permohonan?cari=Kesejahteraan",
            "main a:has-text('Kesejahteraan')",
            ".pst-sections a:has-text('Evaluasi')",
        ),
        ".pst-sections",
    ),
)
