"""What the office decides for itself: every setting, declared once as a field of `Office`.

What the published standard fixes has that as default; what is only known from memory or other offices is here
so that the office can correct it without a programmer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from pst.rules.catalogue.everyday import EVERYDAY, readable
from pst.rules.dates import EXAMPLE, read_date
from pst.rules.items import Item, items_of
from pst.rules.letters.numbering import LETTER_PATTERN, letter_number
from pst.rules.letters.signing import LETTER_SIGNING, SIGNED_FILE, UNSIGNED_NOTE
from pst.rules.office.kiosks import ACCESS as KIOSK_ACCESS
from pst.rules.office.settings import (
    ACCOUNT,
    AREA_CODE,
    INSTAGRAM,
    MAILBOX,
    NUMBER_PART,
    SITE,
    TELEPHONE,
    a_day,
    between_commas,
    choice,
    clock_hour,
    days_apart,
    line,
    number,
    number_pattern,
    opening,
    parts_of_number,
    text,
)
from pst.rules.submissions.counting import OnRevision, StartsOn
from pst.rules.submissions.deadlines import ClockRule


@dataclass(frozen=True)
class Group:
    """One page of settings: its place in addresses, its name, what an administrator finds there.

    `note` says what a change does to what is already there.
    """

    slug: str
    title: str
    contents: str
    note: str = ""


GROUPS = {
    "office": Group("data-kantor", "Data kantor", "Nama, alamat, kontak, jam pelayanan."),
    "clock": Group(
        "jam-layanan",
        "Hitungan hari kerja",
        "Janji hari kerja, aturan jeda, target setiap tahap.",
        "Janji layanan, aturan jeda, saat mulai, dan jam tutup berlaku untuk permohonan yang dikirim sesudah "
        "perubahan. Permohonan yang sudah dikirim tetap dihitung menurut aturan saat dikirim, seperti tertulis pada "
        "tanda terimanya.",
    ),
    "letter": Group(
        "surat",
        "Surat",
        "Pola nomor, dasar hukum, kewajiban, tembusan.",
        "Perubahan berlaku untuk surat yang terbit sesudahnya. Surat yang sudah terbit tidak berubah.",
    ),
    "access": Group(
        "akses",
        "Akses dan keamanan",
        "Sejak kapan faktor kedua wajib.",
        "Faktor kedua adalah kode dari aplikasi autentikator di ponsel, di samping kata sandi. Yang belum "
        "menyalakannya pada tanggal itu diantar menyalakannya ketika masuk.",
    ),
    "form": Group("formulir", "Formulir dan penyimpanan", "Isian yang wajib, masa simpan draf, cadangan harian."),
    "desk": Group("loket", "Loket dan buku tamu", "Jam loket, jumlah loket, giliran prioritas, masa simpan buku tamu."),
    "catalogue": Group("katalog", "Katalog", "Singkatan dan kata sehari-hari yang dipahami pencarian."),
    "complaints": Group("pengaduan", "Pengaduan", "Pengelola, batas waktu setiap kelas, kotak saran."),
}

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
IDENTITY_MISSING = (
    ("silent", "Terbit tanpa menyebut identitas"),
    ("refuse", "Tidak dapat disahkan sebelum identitasnya diketik"),
)
YES_NO = (("ya", "Ya"), ("tidak", "Tidak"))


@dataclass(frozen=True)
class Office:
    """The settings in force, by name; made by `office_of`."""

    # fmt: off
    office_name: str = line("office", "Nama kantor", "Badan Pusat Statistik Kabupaten Mempawah")
    office_short: str = line("office", "Nama singkat", "BPS Kabupaten Mempawah")
    office_region: str = line("office", "Wilayah pada kop surat", "Kabupaten Mempawah")
    office_code: str = line("office", "Kode wilayah BPS", "6104", "Empat angka; dipakai pada nomor permohonan.",
        check=AREA_CODE, width="5")
    address: str = line("office", "Alamat", "Jalan Raden Kusno No. 59, Terusan, Mempawah 78912")
    city: str = line("office", "Kota pada tanggal surat", "Mempawah", width="20")
    phone: str = line("office", "Telepon", "(0561) 691049", check=TELEPHONE, required=False, width="20")
    website: str = line("office", "Laman", "mempawahkab.bps.go.id", check=SITE, required=False)
    email: str = line("office", "Surel kantor", "bps6104@bps.go.id", check=MAILBOX)
    privacy_officer: str = line("office", "Pejabat pelindung data pribadi (nama dan kontak)", "",
        "Disebut pada pemberitahuan privasi; kosong: surel kantor.", required=False)
    complaint_email: str = line("office", "Surel pengaduan", "ipds6104@bps.go.id", check=MAILBOX)
    complaint_whatsapp: str = line("office", "WhatsApp pengaduan", "+6283852509777", check=TELEPHONE, required=False,
        width="20")
    complaint_instagram: str = line("office", "Instagram", "@bpskabmempawah", check=INSTAGRAM, required=False,
        width="20")
    opening_hours: str = text("office", "Jam pelayanan",
        "Senin–Kamis 08.00–15.30 WIB (istirahat 12.00–13.00)\n"
        "Jumat 08.00–15.30 WIB (istirahat 11.30–13.00)", "Satu baris untuk setiap kelompok hari.")
    service_basis: str = text("office", "Dasar hukum standar pelayanan (satu baris satu peraturan)",
        "Undang-Undang Nomor 16 Tahun 1997 tentang Statistik\n"
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n"
        "Peraturan Kepala BPS Nomor 78 Tahun 2020 tentang Standar Pelayanan Statistik Terpadu", rows=4)
    service_pledge: str = text("office", "Maklumat pelayanan",
        "", "Janji kantor seperti dipasang di ruang pelayanan; kosong bila belum ada.", required=False, rows=4)

    promise_days: int = number("clock", "Janji layanan (hari kerja)", 14, "Menurut standar pelayanan: 14.",
        limits=(1, 250))
    clock_on_revision: OnRevision = choice("clock", "Hitungan hari kerja saat menunggu perbaikan pemohon",
        "pause_resume", ON_REVISION)
    clock_starts_on: StartsOn = choice("clock", "Hitungan hari kerja mulai berjalan", "declared_complete", STARTS_ON)
    closing_time: str = line("clock", "Jam tutup layanan", "15.30",
        "Yang diterima sesudah jam ini dihitung mulai hari kerja berikutnya. Bentuk: 15.30.", check=clock_hour,
        width="5")
    stage_completeness: int = number("clock", "Target cek kelengkapan (hari kerja)", 1)
    stage_review: int = number("clock", "Target pemeriksaan (hari kerja)", 5)
    stage_evaluation: int = number("clock", "Target evaluasi tim (hari kerja)", 3)
    stage_drafting: int = number("clock", "Target naskah surat (hari kerja)", 2)
    stage_signature: int = number("clock", "Target pengesahan (hari kerja)", 2)
    extension_days: int = number("clock", "Perpanjangan paling lama untuk satu permohonan (hari kerja)", 14,
        "Diputuskan Kepala dengan alasan yang dibaca pemohon; 0 berarti tidak pernah.", limits=(0, 60))
    silence_months: int = number("clock", "Usul penolakan setelah catatan tidak ditanggapi (bulan)", 3, limits=(1, 24))
    silence_reminders: str = line("clock", "Pengingat catatan yang belum ditanggapi (hari)", "30, 60, 80",
        "Dihitung sejak catatan dikirim.", check=days_apart, required=False, width="20")

    letter_pattern: str = line("letter", "Pola nomor surat", LETTER_PATTERN,
        "Bagian yang dikenal: {prefix} {seq} {unit} {kka} {mm} {yyyy}; {seq:03d} menulis 007.", check=number_pattern)
    letter_prefix: str = line("letter", "Kode sifat pada nomor", "B, R",
        "Dipisah koma, dipilih tiap surat; yang pertama yang biasa.", check=parts_of_number, width="10")
    letter_unit: str = line("letter", "Kode unit pada nomor", "61040", check=NUMBER_PART, width="10")
    letter_kka: str = line("letter", "Kode klasifikasi arsip", "KS.200, HM.310",
        "Yang lazim di kantor, dipisah koma, dipilih tiap surat; yang pertama yang biasa.", check=parts_of_number,
        width="20")
    letter_nature: str = line("letter", "Sifat surat", "Biasa", width="20")
    valid_months: int = number("letter", "Masa berlaku rekomendasi (bulan sejak tanggal surat)", 0,
        "0: tanpa akhir.", limits=(0, 120))
    letter_copies: str = text("letter", "Tembusan (satu baris satu tujuan)",
        "Bupati Mempawah (sebagai laporan)\n"
        "Kepala Dinas Komunikasi dan Informatika Kabupaten Mempawah (walidata)\n"
        "Arsip", rows=6, required=False)
    identity_missing: str = choice("letter", "Surat layak yang belum memiliki identitas dari ROMANTIK", "silent",
        IDENTITY_MISSING, help="Identitas diberikan ROMANTIK dan diketik pada naskah.")
    letter_signing: str = choice("letter", "Surat diterbitkan", SIGNED_FILE, LETTER_SIGNING,
        help="Aplikasi ini tidak menandatangani: berkasnya ditandatangani di luar, lalu diunggah.")
    unsigned_note: str = line("letter", "Keterangan pada surat yang diterbitkan tanpa tanda tangan", UNSIGNED_NOTE,
        "Dicetak di samping kode QR.")

    second_factor_leading: str = line("access", "Faktor kedua wajib bagi Kepala dan administrator mulai",
        "", f"Misalnya {EXAMPLE}. Kosong: sejak pertama kali masuk.", check=a_day, required=False, width="20")
    second_factor_officers: str = line("access", "Faktor kedua wajib bagi petugas mulai",
        "", f"Misalnya {EXAMPLE}. Kosong: tidak diwajibkan.", check=a_day, required=False, width="20")
    reset_minutes: int = number("access", "Tautan kata sandi baru berlaku (menit)", 30,
        "Sepuluh menit yang dianjurkan, bila surel kantor tidak terlambat.", limits=(10, 120))
    security_log_months: int = number("access", "Catatan keamanan disimpan (bulan)", 12,
        "Siapa masuk, gagal, dan ditolak, dengan alamat jaringan dan perangkatnya.", limits=(1, 60))

    application_letter: str = choice("form", "Surat permohonan wajib pada jalur daring", "tidak", YES_NO)
    examine_all: str = choice("form", "Evaluasi tim menunggu semua bagian formulir ditandai diperiksa", "ya", YES_NO)
    metadata_required: str = choice("form", "Isian khusus metadata (MS-Keg) wajib", "ya", YES_NO,
        help="Isian yang tidak ada pada ROMANTIK: konsep variabel, unit pengumpulan, penyesuaian nonrespon, rencana "
        "rilis.")
    draft_retention_months: int = number("form", "Draf yang tidak pernah dikirim dihapus setelah (bulan)", 6,
        limits=(1, 120))
    backup_daily: str = choice("form", "Cadangan data dibuat setiap hari", "ya", YES_NO,
        help="Dibuat di folder cadangan milik aplikasi; salin juga ke tempat lain secara berkala.")
    backups_kept: int = number("form", "Banyaknya cadangan harian yang disimpan", 7,
        "Cadangan harian yang lebih lama dihapus; cadangan yang dibuat dengan tombol tetap disimpan.")

    desk_hours: str = line("desk", "Jam loket Senin–Kamis", "08.00–12.00, 13.00–15.30",
        "Bentuk: 08.00–12.00, 13.00–15.30. Jam Ramadan dan hari tutup diatur pada halaman jadwal loket.", check=opening)
    desk_hours_friday: str = line("desk", "Jam loket Jumat", "08.00–11.30, 13.00–15.30", check=opening)
    kiosk_access: str = choice("desk", "Buku tamu dan nomor antrean terbuka", "first", KIOSK_ACCESS,
        help="Kios dipasangkan pada halaman Kios buku tamu.")
    kiosk_hours: str = choice("desk", "Pengunjung mengisi buku tamu sendiri", "day", KIOSK_HOURS)
    desk_counters: int = number("desk", "Jumlah loket", 2, limits=(1, 20))
    priority_run: int = number("desk", "Panggilan prioritas berturut-turut paling banyak", 3,
        "Sesudahnya satu pengunjung lain dipanggil. 0: prioritas selalu lebih dahulu.", limits=(0, 20))
    usual_minutes: int = number("desk", "Lama pelayanan yang lazim (menit)", 15,
        "Dipakai untuk perkiraan tunggu sampai tiga pengunjung selesai pada hari itu.", limits=(1, 120))
    survey_days: int = number("desk", "Tautan penilaian berlaku (hari)", 30, limits=(1, 365))
    visit_retention_months: int = number("desk", "Buku tamu dianonimkan setelah (bulan)", 24, limits=(1, 120))

    everyday_words: str = text("catalogue", "Singkatan dan kata sehari-hari", EVERYDAY,
        "Satu baris satu arti, misalnya: dinkes = dinas kesehatan. Berlaku dua arah dan langsung.", rows=20,
        required=False, check=readable, limit=20_000)

    complaint_manager: str = line("complaints", "Akun pengelola pengaduan (surel)", "",
        "Membuka semua pengaduan kecuali tentang dirinya dan tentang Kepala. UU 25/2009 Pasal 36: umumkan "
        "namanya.", check=ACCOUNT, required=False)
    complaint_designate: str = line("complaints", "Akun yang menangani pengaduan tentang Kepala (surel)", "",
        "Bukan Kepala. Kosong: pengelola pengaduan.", check=ACCOUNT, required=False)
    complaint_referral: str = line("complaints", "Tujuan rujukan pengaduan tentang Kepala",
        "Kepala Badan Pusat Statistik Provinsi Kalimantan Barat")
    complaint_days_verify: int = number("complaints", "Verifikasi pengaduan (hari kerja)", 3)
    complaint_days_follow: int = number("complaints", "Tindak lanjut pertama (hari kerja)", 5)
    complaint_days_silence: int = number("complaints", "Waktu pelapor menanggapi jawaban (hari kerja)", 10,
        "Sesudahnya pengaduan ditutup sendiri; pelapor tetap dapat membukanya kembali.")
    complaint_days_supply: int = number("complaints", "Waktu pelapor melengkapi (hari kalender)", 30,
        "UU 25/2009 Pasal 44: sesudahnya dianggap ditarik.")
    complaint_days_information: int = number("complaints", "Permintaan informasi dijawab (hari kerja)", 5)
    complaint_days_ordinary: int = number("complaints",
        "Pengaduan tidak berkadar pengawasan dan aspirasi dijawab (hari kerja)", 14)
    complaint_days_oversight: int = number("complaints", "Pengaduan berkadar pengawasan dijawab (hari kerja)", 60,
        limits=(1, 120))
    complaint_smallest_cell: int = number("complaints", "Angka terkecil yang ditampilkan pada rekap", 5,
        "Angka di bawahnya disamarkan agar tidak menunjuk orang.", limits=(3, 20))
    complaint_wait_seconds: int = number("complaints", "Tunggu sebelum mengirim, tanpa skrip (detik)", 20,
        limits=(0, 300))
    complaint_effort_bits: int = number("complaints", "Kerja kecil peramban sebelum mengirim (bit)", 14,
        "Setiap tambahan satu melipatduakan waktunya.", limits=(8, 20))
    box_interval_days: int = number("complaints", "Kotak saran dibuka sedikitnya setiap (hari)", 7)
    # fmt: on

    @property
    def name(self) -> str:
        return self.office_short

    @property
    def letter_prefixes(self) -> tuple[str, ...]:
        """What may stand before a running number, the usual one first."""
        return between_commas(self.letter_prefix)

    @property
    def classifications(self) -> tuple[str, ...]:
        """The archive's codes that letters usually get, the usual one first."""
        return between_commas(self.letter_kka)

    def letter_number_of(self, seq: int | str, day: date, prefix: str = "", kka: str = "") -> str:
        """The number of a letter of this day; where its codes are not chosen, with the usual ones."""
        codes = (prefix or self.letter_prefixes[0], self.letter_unit, kka or self.classifications[0])
        return letter_number(self.letter_pattern, seq, *codes, day)

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

    @property
    def second_factor_days(self) -> tuple[date | None, date | None]:
        """From when heads and administrators, and officers, must have a second factor; None where none is set."""
        return read_date(self.second_factor_leading), read_date(self.second_factor_officers)

    def lines(self, code: str) -> tuple[str, ...]:
        """A setting of several lines as its items."""
        return tuple(line.strip() for line in getattr(self, code).splitlines() if line.strip())


def office_of(stored: Mapping[str, Any]) -> Office:
    """The settings in force: what the office stored, else the declared default."""
    return Office(**{code: stored[code] for code in SETTINGS if code in stored})


SETTINGS: dict[str, Item] = items_of(Office)
"""The declarations by their codes, in their order."""


def of_group(group: str) -> tuple[Item, ...]:
    """The settings of one group, in their order."""
    return tuple(item for item in SETTINGS.values() if item.group == group)
