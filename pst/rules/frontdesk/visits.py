"""The guest book: what it asks, as data, and how visits are numbered and people recognised.

Items and options are those of the survey of data needs (SKD) and of the guest books of BPS; only name, institution,
purpose and one contact are mandatory (data minimisation, UU 27/2022 Pasal 16).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pst.rules import wording
from pst.rules.frontdesk.tickets import SERVICE_LABELS, SERVICES, STEPS
from pst.rules.items import Item, Options
from pst.rules.months import months_after
from pst.rules.steps import past_words


@dataclass(frozen=True)
class Group:
    """One screen of the kiosk."""

    key: str
    title: str
    items: tuple[Item, ...]
    help: str = ""
    skippable: bool = False
    """Everything that is needed was asked before: a number may be taken from here."""


SEX: Options = (("l", "Laki-laki"), ("p", "Perempuan"))
AGES: Options = (
    ("-17", "Di bawah 17 tahun"), ("17-25", "17–25 tahun"), ("26-34", "26–34 tahun"), ("35-44", "35–44 tahun"),
    ("45-54", "45–54 tahun"), ("55-65", "55–65 tahun"), ("66-", "Di atas 65 tahun"),
)  # fmt: skip
EDUCATION: Options = (
    ("slta", "SLTA/sederajat atau di bawahnya"), ("diploma", "D1, D2, atau D3"), ("s1", "D4 atau S1"), ("s2", "S2"),
    ("s3", "S3"),
)  # fmt: skip
OCCUPATION: Options = (
    ("pelajar", "Pelajar atau mahasiswa"), ("peneliti", "Peneliti atau dosen"), ("asn", "ASN, TNI, atau Polri"),
    ("bumn", "Pegawai BUMN atau BUMD"), ("swasta", "Pegawai swasta"), ("wiraswasta", "Wiraswasta"), ("lain", "Lainnya"),
)  # fmt: skip
INSTITUTION_KIND: Options = (
    ("negara", "Lembaga negara"), ("kementerian", "Kementerian atau lembaga pemerintah"),
    ("keamanan", "TNI, Polri, BIN, atau Kejaksaan"), ("pemda", "Pemerintah daerah"),
    ("internasional", "Lembaga internasional"), ("pendidikan", "Lembaga penelitian atau pendidikan"),
    ("bumn", "BUMN atau BUMD"), ("swasta", "Swasta"), ("lain", "Lainnya"),
)  # fmt: skip
USE: Options = (
    ("pemerintahan", "Pemerintahan"), ("perencanaan", "Perencanaan dan evaluasi"),
    ("kuliah", "Tugas sekolah atau kuliah"), ("skripsi", "Skripsi, tesis, atau disertasi"),
    ("penelitian", "Penelitian"), ("komersial", "Komersial"),
    ("lain", "Lainnya"),
)  # fmt: skip
NEEDS: Options = (
    ("lansia", "Lanjut usia"), ("hamil", "Hamil atau membawa bayi"), ("disabilitas", "Penyandang disabilitas"),
)  # fmt: skip
TOPICS: Options = (
    ("ajukan", "Mengajukan rekomendasi"), ("lanjut", "Melengkapi permohonan"), ("ambil", "Mengambil surat"),
    ("data", "Mencari data"), ("metode", "Bertanya tentang metode"), ("beli", "Membeli data atau peta"),
    ("magang", "Magang atau kunjungan"), ("adu", "Pengaduan atau saran"),
)  # fmt: skip
"""What most visitors come for, so that nobody has to type it."""
ALONE = "Perorangan"
MONTHS = tuple((str(number), wording.month(number)) for number in range(1, 13))
CHANNELS = {"kiosk": "Diisi sendiri", "officer": "Diisi petugas", "paper": "Dari buku kertas"}

# fmt: off
GROUPS: tuple[Group, ...] = (
    Group("siapa", "Siapa Anda?", (
        Item("name", "Nama lengkap", required=True, limit=120, error="Tuliskan nama Anda."),
        Item("institution", "Instansi, sekolah, atau perusahaan", required=True,
             error="Tuliskan instansi Anda, atau sentuh “Perorangan”."),
        Item("alone", "Tidak mewakili instansi", "choices", (("ya", ALONE),)),
    )),
    Group("kontak", "Bagaimana Anda dapat dihubungi?", (
        Item("phone", "Nomor HP atau WhatsApp", "phone", limit=30),
        Item("email", "Alamat surel", "email", limit=254, help="Ke alamat ini formulir dan tautan penilaian dikirim."),
        Item("birth_month", "Bulan lahir", "choice", MONTHS,
             help="Dengan nomor HP dan bulan lahir, kunjungan berikutnya tidak perlu mengisi ulang."),
    ), help="Isi salah satu: nomor HP atau surel."),
    Group("layanan", "Apa keperluan Anda?", (
        Item("service", "Layanan, dengan huruf nomor antreannya", "choice",
             tuple((it.letter, it.lettered, it.about) for it in SERVICES), required=True, error="Pilih satu layanan."),
        Item("topic", "Keperluan", "choice", TOPICS),
        Item("purpose", "Keperluan lain, atau lebih rinci", required=True, limit=240,
             error="Sentuh salah satu keperluan, atau tuliskan dengan singkat."),
        Item("needs", "Didahulukan bila sesuai", "choices", NEEDS),
    )),
    Group("lanjutan", "Hampir selesai", (
        Item("use", "Data atau layanan ini untuk apa?", "choice", USE),
        Item("case", "Kode permohonan atau pengaduan", limit=60,
             help="Hanya bila kunjungan ini melanjutkan suatu urusan. "
                  "Pengaduan rahasia atau anonim jangan dituliskan."),
    ), help="Semua boleh dikosongkan.", skippable=True),
    Group("diri", "Tentang Anda", (
        Item("sex", "Jenis kelamin", "choice", SEX),
        Item("age", "Kelompok umur", "choice", AGES),
        Item("education", "Pendidikan terakhir", "choice", EDUCATION),
    ), help="Semua boleh dilewati; hanya dipakai untuk menghitung jumlah pengunjung.", skippable=True),
    Group("pekerjaan", "Pekerjaan Anda", (
        Item("occupation", "Pekerjaan", "choice", OCCUPATION),
        Item("institution_kind", "Jenis instansi", "choice", INSTITUTION_KIND),
    ), help="Semua boleh dilewati; hanya dipakai untuk menghitung jumlah pengunjung.", skippable=True),
)
# fmt: on

ITEMS: dict[str, Item] = {item.code: item for group in GROUPS for item in group.items}
OPTION_LABELS = {
    code: {option[0]: option[1] for option in item.options} for code, item in ITEMS.items() if item.options
} | {"service": SERVICE_LABELS}

STATISTICAL = ("sex", "age", "education", "occupation", "institution_kind", "use")
"""Items that stay when a visit is anonymised: groups of people, nobody in particular."""

INSTEAD = {"institution": "alone", "purpose": "topic"}
"""What need not be typed where the other item was tapped."""

ONE_CONTACT = "Isi nomor HP atau alamat surel, salah satu saja sudah cukup."
COMPLAINT_NUMBER = re.compile(r"ADU-\d{4}-\d{4,}")


def label_of(code: str, value: str | None) -> str:
    """The words of a chosen option; "" where nothing was chosen."""
    return OPTION_LABELS.get(code, {}).get(value or "", value or "")


def written_down(given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as the book keeps them: what was tapped, in the words that else would have been typed."""
    answers = dict(given)
    if answers.pop("alone", None):
        answers.setdefault("institution", ALONE)
    topic = label_of("topic", answers.pop("topic", ""))
    if purpose := ": ".join(words for words in (topic, answers.get("purpose", "")) if words):
        answers["purpose"] = purpose
    return answers


def visit_number(year: int, sequence: int) -> str:
    """KUN-2026-0001: running number of the visits of a year."""
    return f"KUN-{year}-{sequence:04d}"


def phone_key(phone: str) -> str:
    """The number as it is recognised however it was typed: 0812 3456-7890 and +62 812… are one."""
    digits = re.sub(r"\D", "", phone)
    for prefix in ("0062", "62", "0"):
        if digits.startswith(prefix):
            return digits.removeprefix(prefix)
    return digits


def complaint_number_in(text: str) -> str:
    """The complaint number in what was typed, e.g. ADU-2026-0001; "" when it is none."""
    found = COMPLAINT_NUMBER.fullmatch(re.sub(r"\s+", "", text).upper())
    return found[0] if found else ""


def has_contact(given: Mapping[str, object]) -> bool:
    """Was at least one way given to reach the visitor?"""
    return bool(given.get("phone") or given.get("email"))


def kept_until(today: date, months: int) -> date:
    """Visits before this day are anonymised: `months` full months back from today, at the first of the month."""
    return months_after(today.replace(day=1), -months)


VERB_LABELS: dict[str, str] = {
    "sign": "Mengisi buku tamu",
    "issue_ticket": "Nomor antrean diambil",
    **past_words(STEPS),
    "mail_form": "Formulir dikirim lewat surel",
    "give_form": "Formulir diberikan",
    "search_catalogue": "Katalog dicari bersama",
    "read_code": "Kode akun dibacakan",
    "open_account": "Akun dibuatkan",
    "start_submission": "Permohonan mulai diisi di loket",
    "link_case": "Dikaitkan dengan urusan",
    "note_outcome": "Hasil konsultasi dicatat",
    "hand_over": "Surat diserahkan",
    "rate": "Penilaian diterima",
    "forget": "Data tamu dihapus atas permintaannya",
}
"""How an event of a visit reads in its history."""
