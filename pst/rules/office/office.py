"""What the office decides for itself: every setting, its default, and the words beside it.

What the published standard fixes has that as default; what is only known from memory or other offices is here
so that the office can correct it without a programmer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import time
from typing import Any

from pst.rules.numbering import LETTER_PATTERN
from pst.rules.submissions.counting import OnRevision, StartsOn
from pst.rules.submissions.deadlines import ClockRule


@dataclass(frozen=True)
class Declared:
    """One setting: where it stands (`group`), its label and help, and how it is entered."""

    key: str
    group: str
    label: str
    default: object
    help: str = ""
    kind: str = "text"
    """text, longtext, number, choice, lines (one item a line) or yesno."""
    options: tuple[tuple[str, str], ...] = ()


ON_REVISION = (
    ("pause_resume", "Berhenti selama menunggu pemohon, lalu dilanjutkan"),
    ("restart_on_revision", "Dihitung dari awal setelah perbaikan diterima"),
    ("no_pause", "Berjalan terus"),
)
STARTS_ON = (
    ("declared_complete", "Saat petugas menyatakan permohonan lengkap"),
    ("submitted", "Saat permohonan dikirim"),
)
KIOSK_HOURS = (
    ("open", "Hanya selama loket buka"),
    ("day", "Juga sebelum loket buka dan selama istirahat"),
    ("always", "Kapan saja"),
)
YES_NO = (("ya", "Ya"), ("tidak", "Tidak"))

# fmt: off
DECLARED: tuple[Declared, ...] = (
    Declared("office_name", "office", "Nama kantor", "Badan Pusat Statistik Kabupaten Mempawah"),
    Declared("office_short", "office", "Nama singkat", "BPS Kabupaten Mempawah"),
    Declared("office_region", "office", "Wilayah pada kop surat", "Kabupaten Mempawah"),
    Declared("office_code", "office", "Kode wilayah BPS", "6104", "Empat angka; dipakai pada nomor permohonan."),
    Declared("address", "office", "Alamat", "Jalan Raden Kusno No. 59, Terusan, Mempawah 78912"),
    Declared("city", "office", "Kota pada tanggal surat", "Mempawah"),
    Declared("phone", "office", "Telepon", "(0561) 691049"),
    Declared("website", "office", "Laman", "mempawahkab.bps.go.id"),
    Declared("email", "office", "Surel kantor", "bps6104@bps.go.id"),
    Declared("complaint_email", "office", "Surel pengaduan", "ipds6104@bps.go.id"),
    Declared("complaint_whatsapp", "office", "WhatsApp pengaduan", "+6283852509777"),
    Declared("complaint_instagram", "office", "Instagram", "@bpskabmempawah"),
    Declared("opening_hours", "office", "Jam pelayanan",
             "Senin–Kamis 08.00–15.30 WIB (istirahat 12.00–13.00)\nJumat 08.00–15.30 WIB (istirahat 11.30–13.00)",
             "Satu baris untuk setiap kelompok hari.", "longtext"),

    Declared("promise_days", "clock", "Janji layanan (hari kerja)", 14, "Menurut standar pelayanan: 14.", "number"),
    Declared("clock_on_revision", "clock", "Jam layanan saat menunggu perbaikan pemohon", "pause_resume",
             "", "choice", ON_REVISION),
    Declared("clock_starts_on", "clock", "Jam layanan mulai berjalan", "declared_complete", "", "choice", STARTS_ON),
    Declared("closing_time", "clock", "Jam tutup layanan", "15.30",
             "Yang diterima sesudah jam ini dihitung mulai hari kerja berikutnya. Bentuk: 15.30."),
    Declared("stage_completeness", "clock", "Target cek kelengkapan (hari kerja)", 1, "", "number"),
    Declared("stage_review", "clock", "Target pemeriksaan (hari kerja)", 5, "", "number"),
    Declared("stage_evaluation", "clock", "Target evaluasi tim (hari kerja)", 3, "", "number"),
    Declared("stage_drafting", "clock", "Target naskah surat (hari kerja)", 2, "", "number"),
    Declared("stage_signature", "clock", "Target pengesahan (hari kerja)", 2, "", "number"),
    Declared("extension_days", "clock", "Perpanjangan paling lama untuk satu permohonan (hari kerja)", 14,
             "Diputuskan Kepala dengan alasan yang dibaca pemohon; 0 berarti tidak pernah.", "number"),
    Declared("silence_months", "clock", "Usul penolakan setelah catatan tidak ditanggapi (bulan)", 3, "", "number"),
    Declared("silence_reminders", "clock", "Pengingat catatan yang belum ditanggapi (hari)", "30, 60, 80",
             "Dihitung sejak catatan dikirim."),

    Declared("letter_pattern", "letter", "Pola nomor surat", LETTER_PATTERN,
             "Bagian yang dikenal: {prefix} {seq} {unit} {kka} {mm} {yyyy}."),
    Declared("letter_prefix", "letter", "Kode sifat pada nomor", "B", "B untuk biasa."),
    Declared("letter_unit", "letter", "Kode unit pada nomor", "61040"),
    Declared("letter_kka", "letter", "Kode klasifikasi arsip", "KS.200", "Ditetapkan kantor, misalnya KS.200 atau VS.100."),
    Declared("letter_nature", "letter", "Sifat surat", "Biasa"),
    Declared("legal_basis", "letter", "Dasar hukum (satu baris satu peraturan)",
             "Undang-Undang Nomor 16 Tahun 1997 tentang Statistik\n"
             "Peraturan Pemerintah Nomor 51 Tahun 1999 tentang Penyelenggaraan Statistik\n"
             "Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia\n"
             "Peraturan BPS Nomor 4 Tahun 2019 tentang Norma, Standar, Prosedur, dan Kriteria Penyelenggaraan Statistik "
             "Sektoral oleh Pemerintah Daerah",
             "", "lines"),
    Declared("letter_duties", "letter", "Kewajiban pada surat layak (satu baris satu kewajiban)",
             "melaksanakan kegiatan sesuai dengan rancangan yang direkomendasikan\n"
             "mencantumkan identitas rekomendasi pada instrumen dan publikasi kegiatan\n"
             "menyerahkan hasil kegiatan kepada BPS Kabupaten Mempawah melalui walidata\n"
             "melengkapi metadata kegiatan, variabel, dan indikator\n"
             "mengajukan kembali permohonan apabila rancangan berubah atau kegiatan dilaksanakan pada periode baru",
             "", "lines"),
    Declared("letter_copies", "letter", "Tembusan (satu baris satu tujuan)",
             "Bupati Mempawah (sebagai laporan)\n"
             "Kepala Dinas Komunikasi dan Informatika Kabupaten Mempawah (walidata)\n"
             "Arsip", "", "lines"),
    Declared("identity_survei", "letter", "Huruf identitas rekomendasi: survei", "V"),
    Declared("identity_kompilasi", "letter", "Huruf identitas rekomendasi: kompilasi", "K"),
    Declared("identity_pencacahan", "letter", "Huruf identitas rekomendasi: pencacahan lengkap", "S"),
    Declared("identity_lain", "letter", "Huruf identitas rekomendasi: cara lain", "L"),

    Declared("application_letter", "form", "Surat permohonan wajib pada jalur daring", "tidak", "", "choice", YES_NO),
    Declared("examine_all", "form", "Evaluasi tim menunggu semua bagian formulir ditandai diperiksa", "tidak", "",
             "choice", YES_NO),
    Declared("metadata_required", "form", "Isian khusus metadata (MS-Keg) wajib", "ya",
             "Isian yang tidak ada pada ROMANTIK: konsep variabel, unit pengumpulan, penyesuaian nonrespon, rencana rilis.",
             "choice", YES_NO),
    Declared("draft_retention_months", "form", "Draf yang tidak pernah dikirim dihapus setelah (bulan)", 6, "", "number"),
    Declared("desk_hours", "desk", "Jam loket Senin–Kamis", "08.00–12.00, 13.00–15.30",
             "Bentuk: 08.00–12.00, 13.00–15.30. Jam Ramadan dan hari tutup diatur pada halaman jadwal loket."),
    Declared("desk_hours_friday", "desk", "Jam loket Jumat", "08.00–11.30, 13.00–15.30"),
    Declared("kiosk_hours", "desk", "Pengunjung mengisi buku tamu sendiri", "day", "", "choice", KIOSK_HOURS),
    Declared("desk_counters", "desk", "Jumlah loket", 2, "", "number"),
    Declared("priority_run", "desk", "Panggilan prioritas berturut-turut paling banyak", 3,
             "Sesudahnya satu pengunjung lain dipanggil. 0: prioritas selalu lebih dahulu.", "number"),
    Declared("usual_minutes", "desk", "Lama pelayanan yang lazim (menit)", 15,
             "Dipakai untuk perkiraan tunggu sampai tiga pengunjung selesai pada hari itu.", "number"),
    Declared("survey_days", "desk", "Tautan penilaian berlaku (hari)", 30, "", "number"),
    Declared("visit_retention_months", "desk", "Buku tamu dianonimkan setelah (bulan)", 24, "", "number"),

    Declared("backup_daily", "form", "Cadangan data dibuat setiap hari", "ya",
             "Dibuat di folder cadangan milik aplikasi; salin juga ke tempat lain secara berkala.", "choice", YES_NO),
    Declared("backups_kept", "form", "Banyaknya cadangan harian yang disimpan", 7,
             "Cadangan harian yang lebih lama dihapus; cadangan yang dibuat dengan tombol tetap disimpan.", "number"),

    Declared("complaint_manager", "complaints", "Akun pengelola pengaduan (surel)", "",
             "Membuka semua pengaduan kecuali tentang dirinya dan tentang Kepala. UU 25/2009 Pasal 36: umumkan namanya."),
    Declared("complaint_designate", "complaints", "Akun yang menangani pengaduan tentang Kepala (surel)", "",
             "Bukan Kepala. Kosong: pengelola pengaduan."),
    Declared("complaint_referral", "complaints", "Tujuan rujukan pengaduan tentang Kepala",
             "Kepala Badan Pusat Statistik Provinsi Kalimantan Barat"),
    Declared("complaint_days_verify", "complaints", "Verifikasi pengaduan (hari kerja)", 3, "", "number"),
    Declared("complaint_days_follow", "complaints", "Tindak lanjut pertama (hari kerja)", 5, "", "number"),
    Declared("complaint_days_silence", "complaints", "Waktu pelapor menanggapi jawaban (hari kerja)", 10,
             "Sesudahnya pengaduan ditutup sendiri; pelapor tetap dapat membukanya kembali.", "number"),
    Declared("complaint_days_supply", "complaints", "Waktu pelapor melengkapi (hari kalender)", 30,
             "UU 25/2009 Pasal 44: sesudahnya dianggap ditarik.", "number"),
    Declared("complaint_days_information", "complaints", "Permintaan informasi dijawab (hari kerja)", 5, "", "number"),
    Declared("complaint_days_ordinary", "complaints", "Pengaduan tidak berkadar pengawasan dan aspirasi dijawab (hari kerja)",
             14, "", "number"),
    Declared("complaint_days_oversight", "complaints", "Pengaduan berkadar pengawasan dijawab (hari kerja)", 60, "", "number"),
    Declared("complaint_smallest_cell", "complaints", "Angka terkecil yang ditampilkan pada rekap", 5,
             "Angka di bawahnya disamarkan agar tidak menunjuk orang.", "number"),
    Declared("complaint_wait_seconds", "complaints", "Tunggu sebelum mengirim, tanpa skrip (detik)", 20, "", "number"),
    Declared("complaint_effort_bits", "complaints", "Kerja kecil peramban sebelum mengirim (bit)", 14,
             "Setiap tambahan satu melipatduakan waktunya.", "number"),
    Declared("box_interval_days", "complaints", "Kotak saran dibuka sedikitnya setiap (hari)", 7, "", "number"),
)
# fmt: on

GROUPS = {
    "office": "Data kantor",
    "clock": "Jam layanan",
    "letter": "Surat",
    "form": "Formulir dan penyimpanan",
    "desk": "Loket dan buku tamu",
    "complaints": "Pengaduan",
}


GROUP_CONTENTS = {
    "office": "Nama, alamat, kontak, jam pelayanan.",
    "clock": "Janji hari kerja, aturan jeda, target setiap tahap.",
    "letter": "Pola nomor, dasar hukum, kewajiban, tembusan.",
    "form": "Isian yang wajib, masa simpan draf, cadangan harian.",
    "desk": "Jam loket, jumlah loket, giliran prioritas, masa simpan buku tamu.",
    "complaints": "Pengelola, batas waktu setiap kelas, kotak saran.",
}
"""What an administrator finds in a group."""

GROUP_NOTES = {
    "clock": "Janji layanan, aturan jeda, saat mulai, dan jam tutup berlaku untuk permohonan yang dikirim sesudah "
    "perubahan. Permohonan yang sudah dikirim tetap dihitung menurut aturan saat dikirim, seperti tertulis pada "
    "tanda terimanya.",
    "letter": "Perubahan berlaku untuk surat yang terbit sesudahnya. Surat yang sudah terbit tidak berubah.",
}
"""What a change in a group does to what is already there."""


@dataclass(frozen=True)
class Office:
    """The settings in force, by name; made by `office_of`."""

    office_name: str
    office_short: str
    office_region: str
    office_code: str
    address: str
    city: str
    phone: str
    website: str
    email: str
    complaint_email: str
    complaint_whatsapp: str
    complaint_instagram: str
    opening_hours: str
    promise_days: int
    clock_on_revision: OnRevision
    clock_starts_on: StartsOn
    closing_time: str
    stage_completeness: int
    stage_review: int
    stage_evaluation: int
    stage_drafting: int
    stage_signature: int
    extension_days: int
    silence_months: int
    silence_reminders: str
    letter_pattern: str
    letter_prefix: str
    letter_unit: str
    letter_kka: str
    letter_nature: str
    legal_basis: str
    letter_duties: str
    letter_copies: str
    identity_survei: str
    identity_kompilasi: str
    identity_pencacahan: str
    identity_lain: str
    application_letter: str
    examine_all: str
    metadata_required: str
    draft_retention_months: int
    desk_hours: str
    desk_hours_friday: str
    kiosk_hours: str
    desk_counters: int
    priority_run: int
    usual_minutes: int
    survey_days: int
    visit_retention_months: int
    backup_daily: str
    backups_kept: int
    complaint_manager: str
    complaint_designate: str
    complaint_referral: str
    complaint_days_verify: int
    complaint_days_follow: int
    complaint_days_silence: int
    complaint_days_supply: int
    complaint_days_information: int
    complaint_days_ordinary: int
    complaint_days_oversight: int
    complaint_smallest_cell: int
    complaint_wait_seconds: int
    complaint_effort_bits: int
    box_interval_days: int

    @property
    def name(self) -> str:
        return self.office_short

    @property
    def closing(self) -> time:
        """When the service day ends, on the wall clock (WIB); typed as 15.30 or 15:30."""
        hours, minutes = self.closing_time.replace(".", ":").split(":")
        return time(int(hours), int(minutes))

    @property
    def clock_rule(self) -> ClockRule:
        """The rule that new submissions are counted by; older ones keep the one they began with."""
        return ClockRule(
            days=self.promise_days,
            on_revision=self.clock_on_revision,
            starts_on=self.clock_starts_on,
            closing=self.closing,
        )

    @property
    def reminder_days(self) -> tuple[int, ...]:
        """Days after remarks on which a silent applicant is reminded: (30, 60, 80) for "30, 60, 80"."""
        return tuple(int(part) for part in self.silence_reminders.replace(";", ",").split(",") if part.strip())

    def lines(self, key: str) -> tuple[str, ...]:
        """A setting of kind "lines" as its items."""
        return tuple(line.strip() for line in getattr(self, key).splitlines() if line.strip())


def office_of(stored: Mapping[str, object]) -> Office:
    """The settings in force: what the office stored, else the declared default."""
    values: dict[str, Any] = {item.key: stored.get(item.key, item.default) for item in DECLARED}
    return Office(**values)


assert {item.key for item in DECLARED} == {item.name for item in fields(Office)}
