"""Block IX: supporting files, the note to the examiner, the organiser's approval, and the statement."""

from pst.questionnaires.kinds import Agreement, Block, Date, Files, LongText, Text

BLOCK_9 = Block(
    number=9,
    key="berkas",
    title="Blok IX. Berkas Pendukung, Catatan, dan Pernyataan",
    intro="Berkas yang membantu pemeriksa, catatan bila perlu, dan pernyataan sebelum permohonan dikirim.",
    questions=(
        Files(
            "file_berkas_pendukung",
            "9.1",
            "Berkas Pendukung",
            "Kuesioner/instrumen atau lembar kerja, KAK/TOR atau proposal, rancangan tabel (dummy tabel), "
            "publikasi edisi sebelumnya, atau pedoman petugas. PDF, DOCX, XLSX, JPG, atau PNG, paling besar "
            "10 MB per berkas.",
        ),
        Files(
            "surat_permohonan",
            "9.2",
            "Surat permohonan dari instansi",
            "Surat pengantar kepada Kepala BPS, ditandatangani pimpinan instansi. PDF, paling besar 10 MB.",
            required=False,
            extensions=("pdf",),
        ),
        LongText(
            "catatan_pemohon",
            "9.3",
            "Catatan",
            "Penjelasan untuk pemeriksa, misalnya tanggapan atas catatan perbaikan.",
            required=False,
        ),
        Text(
            "pengesahan_tempat",
            "9.4",
            "Mengetahui/menyetujui: Tempat",
            "Kota atau kecamatan penandatanganan, misalnya Mempawah. Dicetak di bagian pengesahan formulir.",
            required=False,
        ),
        Date("pengesahan_tanggal", "9.4", "Mengetahui/menyetujui: Tanggal", "Tanggal penandatanganan.", required=False),
        Text(
            "pengesahan_jabatan",
            "9.4",
            "Mengetahui/menyetujui: Jabatan",
            "Jabatan penandatangan dari instansi penyelenggara, misalnya Kepala Dinas Kesehatan.",
            required=False,
        ),
        Text(
            "pengesahan_nama",
            "9.4",
            "Mengetahui/menyetujui: Nama",
            "Nama lengkap penandatangan dengan gelar.",
            required=False,
        ),
        Text(
            "pengesahan_nip",
            "9.4",
            "Mengetahui/menyetujui: NIP",
            "Nomor Induk Pegawai penandatangan; isi “-” bila tidak punya.",
            required=False,
        ),
        Agreement(
            "pernyataan",
            "",
            "Isian ini benar, dan pengumpulan data belum dimulai.",
            "Penyelenggara kegiatan statistik sektoral memberitahukan rancangannya kepada BPS sebelum data "
            "dikumpulkan, mengikuti rekomendasi, dan menyerahkan hasilnya (PP 51/1999).",
        ),
    ),
)
