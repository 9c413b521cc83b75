"""Facts of an invented letter, form and receipt, as full as real ones get."""

from dataclasses import replace
from datetime import date, datetime

from pst.paper.letters.facts import (
    DITOLAK,
    LAYAK,
    ActivityFacts,
    BlockResult,
    LetterFacts,
    Recipient,
    RequestFacts,
    VariableFacts,
)
from pst.paper.office_facts import OfficeFacts
from pst.paper.signature import SignatoryFacts
from pst.paper.submissions.form_facts import FilledFormFacts, FormBlock, FormRow, FormTable, ReceiptFacts

OFFICE = OfficeFacts(
    name="Badan Pusat Statistik",
    region="Kabupaten Mempawah",
    address="Jalan Raden Kusno No. 59, Terusan, Mempawah 78912",
    phone="(0561) 691049",
    website="mempawahkab.bps.go.id",
    email="bps6104@bps.go.id",
    city="Mempawah",
)
ACTIVITY = ActivityFacts(
    title="Kompilasi Data Kasus Stunting Kabupaten Mempawah",
    year=2026,
    method="Kompilasi Produk Administrasi",
    sector="Kesehatan",
    agency="Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Mempawah",
    responsible="Kepala Bidang Kesehatan Masyarakat",
    region="Kabupaten Mempawah, Provinsi Kalimantan Barat",
    collection="4 Mei 2026 s.d. 30 November 2026",
)
LETTER = LetterFacts(
    office=OFFICE,
    number="B-155/61040/KS.200/03/2026",
    date=date(2026, 3, 30),  # Senin
    made_at=datetime(2026, 3, 30, 2, 15),
    recipient=Recipient(f"Kepala {ACTIVITY.agency}", "Mempawah"),
    request=RequestFacts("REK-6104-2026-0007", date(2026, 3, 6), date(2026, 3, 9), "050/118/Dinkes-PPKB/2026"),
    activity=ACTIVITY,
    outcome=LAYAK,
    identity_number="K-26.6104.003",
    conditions=(
        "Lengkapi definisi variabel “Jumlah balita pendek” dengan batas umur dan sumber baku antropometri yang dipakai",
        "Sampaikan pedoman pengisian lembar kerja kepada seluruh puskesmas sebelum pengumpulan data dimulai.",
    ),
    legal_basis=(
        "Undang-Undang Nomor 16 Tahun 1997 tentang Statistik",
        "Peraturan Pemerintah Nomor 51 Tahun 1999 tentang Penyelenggaraan Statistik",
        "Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia",
        "Peraturan BPS Nomor 4 Tahun 2019 tentang Norma, Standar, Prosedur, dan Kriteria Penyelenggaraan "
        "Statistik Sektoral oleh Pemerintah Daerah",
    ),
    duties=(
        "melaksanakan kegiatan sesuai dengan rancangan yang direkomendasikan",
        "mencantumkan identitas rekomendasi pada instrumen dan publikasi kegiatan",
        "menyerahkan hasil kegiatan kepada BPS Kabupaten Mempawah melalui walidata",
        "melengkapi metadata kegiatan, variabel, dan indikator",
        "mengajukan kembali permohonan apabila rancangan berubah atau kegiatan dilaksanakan pada periode baru",
    ),
    closing=(
        "Apabila memerlukan penjelasan, Saudara dapat menghubungi petugas Pelayanan Statistik Terpadu melalui telepon "
        "(0561) 691049 atau pos-el bps6104@bps.go.id. Atas perhatian dan kerja sama Saudara, kami ucapkan terima "
        "kasih.",
    ),
    signatory=SignatoryFacts(
        "Kepala Badan Pusat Statistik\nKabupaten Mempawah,",
        "Rahmawati Contoh, S.ST., M.Si.",
        "Pembina",
        "197001011995032001",
    ),
    copies=(
        "Bupati Mempawah (sebagai laporan)",
        "Kepala Dinas Komunikasi dan Informatika Kabupaten Mempawah (walidata)",
        "Arsip",
    ),
    block_results=(
        BlockResult("Identitas", "Judul Kegiatan", "Sesuai"),
        BlockResult(
            "III",
            "3.2 Tujuan Kegiatan",
            "Diperbaiki",
            "Tujuan khusus dan indikator sudah ditambahkan pada revisi ke-2.",
        ),
        BlockResult(
            "III", "3.4 Variabel yang Dikumpulkan", "Perlu ditindaklanjuti", "Batas umur belum disebut pada definisi."
        ),
        BlockResult("IV", "4.7 Sarana Pengumpulan Data", "Sesuai"),
        BlockResult("VI", "6.2 Metode Pemeriksaan Kualitas", "Diperbaiki", "Cara supervisi sudah dijelaskan."),
    ),
    variables=(
        VariableFacts(
            "Jumlah balita ditimbang", "Banyaknya anak berumur 0–59 bulan yang ditimbang di posyandu.", "Setiap bulan"
        ),
        VariableFacts("Jumlah balita pendek", "Banyaknya anak dengan tinggi menurut umur < −2 SD.", "Setiap bulan"),
        VariableFacts(
            "Jumlah bayi dengan berat lahir rendah", "Banyaknya bayi lahir hidup < 2.500 gram.", "Setiap bulan"
        ),
    ),
    verify_url="https://pst.example.go.id/verifikasi/8F3K-7QXM-2HTD",
    verify_code="8F3K-7QXM-2HTD",
    revision=2,
)
REFUSAL = replace(
    LETTER,
    outcome=DITOLAK,
    number="B-156/61040/KS.200/03/2026",
    identity_number="",
    conditions=("Rincikan jadwal setiap tahap.", "Tambahkan definisi untuk setiap variabel."),
    reasons=(
        "Catatan pemeriksaan tanggal 11 Desember 2025 tidak ditanggapi dalam waktu tiga bulan",
        "Pengumpulan data sudah berlangsung sebelum pemeriksaan selesai",
    ),
)
DRAFT = replace(LETTER, number=None, date=None, verify_url="", verify_code="")
FORM = FilledFormFacts(
    office=OFFICE,
    number="REK-6104-2026-0007",
    code="7QXM-2HTD-8F3K",
    track_url="https://pst.example.go.id/lacak",
    revision=2,
    sent_at="Jumat, 13 Maret 2026, pukul 10.42 WIB",
    made_at=datetime(2026, 3, 13, 3, 42),
    title=ACTIVITY.title,
    applicant="Siti Contoh",
    agency=ACTIVITY.agency,
    blocks=(
        FormBlock(
            "Identitas kegiatan", (FormRow("", "Judul Kegiatan", ACTIVITY.title), FormRow("", "Tahun Kegiatan", "2026"))
        ),
        FormBlock(
            "Blok III. Perencanaan dan persiapan",
            (
                FormRow(
                    "3.1", "Latar Belakang Kegiatan", "Kasus stunting perlu dipantau.\n\nData dipakai tiap bulan. " * 6
                ),
                FormRow(
                    "3.3",
                    "Rencana Jadwal Kegiatan",
                    FormTable(
                        ("Tahap", "Mulai", "Selesai"),
                        (
                            ("Perencanaan", "1 Maret 2026", "30 April 2026"),
                            ("Pengumpulan data", "4 Mei 2026", "30 November 2026"),
                        ),
                    ),
                ),
                FormRow("3.4", "Catatan", ""),
            ),
        ),
    ),
)
RECEIPT = ReceiptFacts(
    office=OFFICE,
    number=FORM.number,
    code=FORM.code,
    track_url=FORM.track_url,
    revision=1,
    sent_at="Jumat, 6 Maret 2026, pukul 09.10 WIB",
    made_at=datetime(2026, 3, 6, 2, 10),
    title=ACTIVITY.title,
    applicant=FORM.applicant,
    agency=FORM.agency,
    clock_rule=(
        "Waktu layanan 14 hari kerja, dihitung sejak permohonan dinyatakan lengkap dan berhenti selama "
        "menunggu perbaikan dari pemohon."
    ),
    due_rule="Bila lengkap pada Senin, 9 Maret 2026, surat terbit paling lambat Senin, 6 April 2026.",
    next_steps=(
        "Petugas memeriksa kelengkapan permohonan paling lama satu hari kerja.",
        "Anda menerima surel tentang hasilnya.",
        "Rancangan diperiksa dan dievaluasi bersama tim.",
    ),
)
