"""Block III: why the activity is held, when, and which variables it collects."""

from pst.questionnaires.kinds import Block, Choice, Date, LongText, Schedule, Table, Text
from pst.questionnaires.rekomendasi_2026.options import STAGES
from pst.questionnaires.tables import MAX_CELL

SCHEDULE = Schedule(
    "jadwal",
    "3.3",
    "Rencana Jadwal Kegiatan",
    "Isi tanggal mulai dan tanggal selesai setiap tahap; satu tahap boleh beberapa kali, masing-masing satu "
    "baris. Waktu mengurus rekomendasi termasuk tahap perencanaan. Untuk kompilasi, pengumpulan data adalah "
    "waktu menarik catatan ke lembar kerja, bukan waktu pelayanan yang menghasilkan catatan itu.",
    columns=(
        Choice("tahap", "", "Tahap", "Tahap kegiatan.", options=STAGES),
        Date("awal", "", "Tanggal mulai", "Hari pertama tahap ini."),
        Date("akhir", "", "Tanggal selesai", "Hari terakhir tahap ini; boleh sama dengan tanggal mulai."),
    ),
    initial_rows=tuple({"tahap": stage.code, "awal": "", "akhir": ""} for stage in STAGES),
    row_name="jadwal",
)

VARIABLES = Table(
    "variabel",
    "3.4",
    "Variabel (Karakteristik) yang Dikumpulkan",
    "Daftarkan semua keterangan pokok yang akan dikumpulkan, cukup untuk menjawab tujuan pada 3.2. Satu "
    "variabel satu baris.",
    columns=(
        Text(
            "nama",
            "",
            "Nama variabel",
            "Nama keterangan tanpa singkatan dan tanpa satuan, misalnya Jumlah balita stunting.",
            max_length=MAX_CELL,
        ),
        LongText(
            "konsep",
            "",
            "Konsep",
            "Ide dasar yang diwakili variabel; boleh mengacu pada Standar Data Statistik Nasional.",
            max_length=MAX_CELL,
            metadata_only=True,
        ),
        LongText(
            "definisi",
            "",
            "Definisi",
            'Batas dan cakupan variabel, langsung pada isinya (tanpa kata "adalah") dan diakhiri titik.',
            max_length=MAX_CELL,
        ),
        Text(
            "referensi_waktu",
            "",
            "Referensi waktu",
            "Kurun waktu yang ditanyakan, misalnya selama tahun 2025, 30 Juni 2026, atau seminggu yang lalu.",
            max_length=MAX_CELL,
        ),
    ),
    row_name="variabel",
)

BLOCK_3 = Block(
    number=3,
    key="perencanaan",
    title="Blok III. Perencanaan dan Persiapan",
    intro="Alasan, tujuan, jadwal, dan variabel kegiatan.",
    questions=(
        LongText(
            "latar_belakang_kegiatan",
            "3.1",
            "Latar Belakang Kegiatan",
            "Jelaskan masalah yang dihadapi, dasar hukum atau kebutuhan datanya, dan mengapa kegiatan ini "
            "perlu dilakukan.",
            min_length=50,
        ),
        LongText(
            "tujuan_kegiatan",
            "3.2",
            "Tujuan Kegiatan",
            "Tuliskan tujuan umum dan tujuan khusus; sebutkan indikator yang akan dihasilkan.",
            min_length=50,
        ),
        SCHEDULE,
        VARIABLES,
    ),
)
