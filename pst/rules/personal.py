"""Personal data, declared once: which columns of which table say something of a person, whose, and what becomes of it.

On this stand what a person is given about himself, what is erased on request, the privacy page, and the law that a
column of personal nature is declared (`tests/laws/test_personal.py`). UU 27/2022, Pasal 5–13, 16, and 42–45.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pst.rules.office.office import Office
from pst.rules.privacy import NOTICE_VERSION

ERASED_NAME = "(dihapus)"
ERASED_HOST = "dihapus.invalid"
"""Where nobody has a mailbox (RFC 2606): an erased account keeps an address that is its own, and reaches nobody."""

ARCHIVE = (
    "Naskah dan surat dinas adalah arsip negara: disimpan menurut jadwal retensi arsip, dan baru dimusnahkan menurut "
    "tata caranya (UU 43/2009)."
)
CHAIN = (
    "Riwayat adalah rantai yang disegel: satu baris yang dihapus atau diubah memutus semua sesudahnya, dan tidak ada "
    "lagi yang dapat membuktikan apa yang dilakukan kantor."
)
GUARD = "Bukti siapa masuk dan siapa membuka data pribadi; terhapus sendiri setelah masa simpannya."


@dataclass(frozen=True)
class Topic:
    """One kind of data as people know it: what for, and how long; words in braces are settings of the office."""

    label: str
    purpose: str
    kept: str

    def kept_by(self, office: Office) -> str:
        """How long this office keeps it."""
        return self.kept.format(office=office)


TOPICS: dict[str, Topic] = {
    "account": Topic(
        "Akun",
        "Mengenali pemohon dan petugas, menghubungi, dan memberi tahu.",
        "Selama akun dipakai, atau sampai penghapusannya dikabulkan. Pendaftaran yang tidak dikonfirmasi dihapus "
        "setelah 48 jam, tautan setelah lewat waktunya, kabar pekerjaan 90 hari sesudah dibaca.",
    ),
    "security": Topic(
        "Keamanan",
        "Pertanggungjawaban, dan mencegah orang menebak kata sandi atau kode.",
        "Catatan masuk {office.security_log_months} bulan; percobaan yang gagal 30 hari; riwayat dan catatan siapa "
        "membuka data pribadi selama yang ditunjuknya disimpan.",
    ),
    "submission": Topic(
        "Permohonan",
        "Memeriksa rancangan dan memberi rekomendasi kegiatan statistik.",
        "Draf yang tidak pernah dikirim {office.draft_retention_months} bulan; yang dikirim menurut jadwal retensi "
        "arsip.",
    ),
    "letter": Topic("Surat", "Menerbitkan surat dan membuktikan keasliannya.", "Menurut jadwal retensi arsip."),
    "visit": Topic(
        "Buku tamu",
        "Melayani kunjungan, memanggil nomor, mengirim formulir dan tautan penilaian, menghitung pengunjung.",
        "{office.visit_retention_months} bulan; sesudahnya nama, kontak, dan keperluan dihapus.",
    ),
    "survey": Topic(
        "Penilaian",
        "Memperbaiki pelayanan.",
        "Tautannya {office.survey_days} hari; komentar dihapus bersama nama tamunya.",
    ),
    "complaint": Topic("Pengaduan", "Menangani dan menjawab pengaduan.", "Menurut jadwal retensi arsip."),
    "mail": Topic(
        "Surel keluar",
        "Menyampaikan kabar, dan membuktikan bahwa sudah disampaikan.",
        "Yang kepada tamu {office.visit_retention_months} bulan; yang lain selama permohonannya disimpan.",
    ),
    "office": Topic(
        "Petugas dan instansi",
        "Menjalankan pelayanan: siapa menandatangani, berjaga, dan bertanggung jawab.",
        "Selama berlaku; sesudahnya menurut jadwal retensi arsip.",
    ),
}
"""In the order of the privacy page."""


@dataclass(frozen=True)
class Stored:
    """A table that says something of a person.

    `columns` are what the person is given, with their words; of `secret` ones only that they are there is said: what
    opens doors, and the office's own papers. `owner`, `guest` and `teller` are the ways to it from an account, a
    visitor and a complaint: columns between dots. On erasure its rows go, are wiped to these values, or stay for a
    reason; an index goes with what it finds.
    """

    table: str
    topic: str
    label: str
    columns: Mapping[str, str]
    secret: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""
    guest: str = ""
    teller: str = ""
    goes: bool = False
    wiped: Mapping[str, object] = field(default_factory=dict)
    stays: str = ""

    @property
    def fate(self) -> str:
        """What becomes of it on erasure, in words."""
        return self.stays or ("Dihapus." if self.goes else "Dikosongkan; nama menjadi “(dihapus)”.")


WHO = {"name": "Nama", "institution": "Instansi", "phone": "Telepon", "email": "Surel"}
ABOUT = {"sex": "Jenis kelamin", "age": "Kelompok umur", "education": "Pendidikan", "occupation": "Pekerjaan",
         "institution_kind": "Jenis instansi"}  # fmt: skip
BY_NAME = "Naskah dinas yang dapat menyebut nama; tidak disusun menurut orang."

STORED: tuple[Stored, ...] = (
    Stored(
        "user", "account", "Akun",
        {"name": "Nama", "email": "Surel", "position": "Jabatan", "phone": "Telepon", "agency": "Instansi",
         "roles": "Peran", "told_by": "Kabar pekerjaan", "confirmed_at": "Surel dikonfirmasi",
         "created_at": "Dibuat", "signed_in_at": "Terakhir masuk",
         "notice_version": "Versi pemberitahuan privasi yang dibaca", "notice_at": "Dibaca"},
        secret={"password_hash": "Sidik kata sandi", "second_factor": "Rahasia faktor kedua, disegel",
                "calendar_hash": "Sidik alamat kalender"},
        owner="id",
        wiped={"name": ERASED_NAME, "position": "", "phone": "", "password_hash": "", "second_factor": "",
               "calendar_hash": "", "signed_in_at": None, "active": False},
    ),
    Stored(
        "erasure", "account", "Permintaan penghapusan",
        {"asked_at": "Diminta", "said": "Alasan Anda", "decided_at": "Diputuskan", "granted": "Dikabulkan",
         "answer": "Jawaban kantor"},
        owner="user", stays="Bukti bahwa permintaan dijawab; kata-kata Anda sendiri di dalamnya dihapus.",
    ),
    Stored(
        "user_session", "account", "Perangkat yang sedang masuk",
        {"device": "Perangkat", "created_at": "Masuk", "seen_at": "Terakhir dipakai"}, owner="user", goes=True,
    ),
    Stored(
        "recovery_code", "account", "Kode cadangan", {"used_at": "Dipakai"}, {"code_hash": "Sidik kode"},
        owner="user", goes=True,
    ),
    Stored(
        "passkey", "account", "Kunci sandi (passkey)",
        {"name": "Nama kunci", "created_at": "Dibuat", "used_at": "Terakhir dipakai"},
        {"credential_id": "Tanda kunci", "public_key": "Kunci umumnya"}, owner="user", goes=True,
    ),
    Stored(
        "mailed_token", "account", "Tautan yang dikirim", {"purpose": "Untuk", "expires_at": "Berlaku sampai"},
        {"token_hash": "Sidik tautan", "facts": "Isian pendaftaran yang belum dikonfirmasi"}, owner="user", goes=True,
    ),
    Stored(
        "kept_filter", "account", "Saringan tersimpan",
        {"name": "Nama saringan", "path": "Daftar", "query": "Saringan"},
        owner="person", goes=True,
    ),
    Stored(
        "notice", "account", "Kabar pekerjaan",
        {"kind": "Jenis", "key": "Nomor", "made_at": "Waktu", "read_at": "Dibaca"}, owner="person", goes=True,
    ),
    Stored(
        "security_event", "security", "Catatan keamanan",
        {"at": "Waktu", "kind": "Kejadian", "device": "Perangkat", "address": "Alamat jaringan"},
        owner="user", stays=GUARD,
    ),
    Stored(
        "attempt", "security", "Percobaan yang gagal", {"who": "Akun, alamat, atau kode yang dicoba"}, stays=GUARD,
    ),
    Stored(
        "look", "security", "Pembukaan data pribadi, oleh Anda dan atas data Anda",
        {"at": "Waktu", "user": "Oleh", "what": "Data", "why": "Keperluan"}, owner="user", stays=GUARD,
    ),
    Stored(
        "held_event", "security", "Riwayat yang menunggu harinya berakhir", {}, {"event": "Kejadian"}, stays=CHAIN,
    ),
    Stored(
        "event", "security", "Riwayat",
        {"at": "Waktu", "noun": "Jenis", "key": "Nomor", "verb": "Tindakan", "actor_name": "Oleh",
         "note": "Keterangan"},
        {"facts": "Rincian kejadian"}, owner="actor", stays=CHAIN,
    ),
    Stored(
        "submission", "submission", "Permohonan",
        {"number": "Nomor", "title": "Judul", "created_at": "Dibuat", "submitted_at": "Dikirim", "answers": "Isian",
         "beside": "Keterangan atas kegiatan serupa, rincian sampel", "letter_number": "Nomor surat permohonan"},
        {"romantik_record": "Catatan ROMANTIK dengan catatan pemeriksanya"},
        owner="applicant", stays=ARCHIVE,
    ),
    Stored(
        "revision", "submission", "Isian yang dikirim",
        {"submission": "Permohonan", "number": "Kiriman ke-", "sent_at": "Dikirim",
         "questionnaire": "Edisi formulir dan pernyataannya", "answers": "Isian",
         "beside": "Keterangan atas kegiatan serupa, rincian sampel"},
        owner="submission.applicant", stays=ARCHIVE,
    ),
    Stored(
        "invited", "submission", "Undangan mengerjakan isian",
        {"submission": "Permohonan", "email": "Surel", "may": "Boleh", "at": "Diundang", "approved_at": "Disetujui",
         "objection": "Belum disetujui karena", "objected_at": "Ditulis"},
        {"approved_mark": "Sidik isian yang disetujui"}, owner="email", goes=True,
    ),
    Stored(
        "attachment", "submission", "Berkas permohonan",
        {"submission": "Permohonan", "name": "Nama berkas", "at": "Diunggah"},
        owner="submission.applicant", stays=ARCHIVE,
    ),
    Stored(
        "remark", "submission", "Catatan dan tanggapan",
        {"submission": "Permohonan", "text": "Catatan", "sent_at": "Dikirim", "reply": "Tanggapan",
         "replied_at": "Ditanggapi"},
        owner="submission.applicant", stays=ARCHIVE,
    ),
    Stored(
        "message", "submission", "Pesan",
        {"submission": "Permohonan", "from_office": "Dari kantor", "text": "Pesan", "at": "Waktu"},
        owner="submission.applicant", stays=ARCHIVE,
    ),
    Stored(
        "duty", "submission", "Hasil kegiatan",
        {"submission": "Permohonan", "link": "Tautan", "note": "Keterangan", "done_at": "Diserahkan"},
        owner="submission.applicant", stays=ARCHIVE,
    ),
    Stored("submission_index", "submission", "Indeks pencarian permohonan", {}, {"words": "Kata yang dicari"}),
    Stored("internal_note", "submission", "Catatan petugas", {}, {"text": "Catatan"}, stays=BY_NAME),
    Stored(
        "evaluation", "submission", "Evaluasi tim", {},
        {"participants": "Peserta", "conclusion": "Kesimpulan", "alone_reason": "Alasan"}, stays=BY_NAME,
    ),
    Stored(
        "opinion", "submission", "Pendapat evaluasi Anda",
        {"invited_at": "Diminta", "stance": "Pendapat", "text": "Alasan", "given_at": "Diberikan"},
        owner="officer", stays=ARCHIVE,
    ),
    Stored(
        "letter", "letter", "Surat",
        {"number": "Nomor", "issued_on": "Tanggal", "outcome": "Hasil", "facts": "Isi surat"},
        {"draft": "Naskah", "number_by": "Pemberi nomor", "number_reason": "Alasan nomor",
         "end_reason": "Alasan akhir"},
        owner="submission.applicant", stays=ARCHIVE,
    ),
    Stored(
        "signed_copy", "letter", "Berkas bertanda tangan", {},
        {"signer": "Penanda tangan", "facts": "Sertifikatnya", "reason": "Alasan"}, stays=ARCHIVE,
    ),
    Stored(
        "book_entry", "letter", "Buku surat keluar", {},
        {"recipient": "Tujuan", "subject": "Perihal", "reason": "Alasan"}, stays=BY_NAME,
    ),
    Stored(
        "visitor", "visit", "Tamu", {**WHO, "birth_month": "Bulan lahir", **ABOUT, "card": "Kode kartu kunjungan",
                                     "created_at": "Dicatat", "last_visit_on": "Kunjungan terakhir"},
        {"phone_key": "Nomor telepon untuk mengenali"}, guest="id", goes=True,
    ),
    Stored(
        "visit", "visit", "Kunjungan",
        {"number": "Nomor", "arrived_at": "Datang", **WHO, **ABOUT, "service": "Layanan", "purpose": "Keperluan",
         "use": "Pemanfaatan", "needs": "Didahulukan karena", "privacy": "Versi pemberitahuan privasi",
         "outcome": "Hasil konsultasi", "complaint": "Nomor pengaduan"},
        guest="visitor",
        wiped={"name": "", "phone": "", "email": "", "institution": "", "purpose": "", "outcome": "", "needs": [],
               "complaint": "", "submission": None, "visitor": None},
    ),
    Stored("visit_index", "visit", "Indeks pencarian buku tamu", {}, {"words": "Nama dan instansi"}),
    Stored(
        "ticket", "visit", "Nomor antrean",
        {"day": "Hari", "number": "Nomor", "issued_at": "Diambil", "ended_at": "Selesai"}, guest="visit.visitor",
        stays="Tidak memuat nama; dipakai menghitung waktu tunggu.",
    ),
    Stored(
        "rating", "survey", "Penilaian",
        {"answered_on": "Hari", "overall": "Nilai", "answers": "Jawaban", "comment": "Komentar"},
        {"token": "Kode tautan"}, guest="visit.visitor", wiped={"comment": "", "token": ""},
    ),
    Stored(
        "complaint", "complaint", "Pengaduan",
        {"number": "Nomor", "received_at": "Diterima", "title": "Judul", "text": "Uraian", "happened": "Kapan terjadi",
         "place": "Tempat", "service": "Layanan", "who": "Yang diadukan", "hope": "Harapan",
         "case_number": "Nomor urusan", "outside_number": "Nomor di kanal lain", "rating": "Nilai",
         "rating_note": "Keterangan nilai", "notice_version": "Versi pemberitahuan privasi"},
        {"board_text": "Kalimat pada papan"}, teller="id", stays=ARCHIVE,
    ),
    Stored(
        "complaint_message", "complaint", "Percakapan", {"side": "Dari", "text": "Pesan", "at": "Waktu"},
        teller="complaint", stays=ARCHIVE,
    ),
    Stored(
        "complaint_file", "complaint", "Berkas percakapan", {"side": "Dari", "name": "Nama berkas", "at": "Waktu"},
        teller="complaint", stays=ARCHIVE,
    ),
    Stored(
        "identity", "complaint", "Identitas pelapor, disegel terpisah", {},
        {"sealed": "Nama, surel, telepon, alamat"}, teller="complaint", goes=True,
    ),
    Stored(
        "identity_opening", "complaint", "Pembukaan identitas", {"at": "Waktu", "why": "Alasan"}, teller="complaint",
        stays=GUARD,
    ),
    Stored(
        "complaint_letter", "complaint", "Surat tentang pengaduan", {}, {"signed_by": "Penanda tangan"}, stays=ARCHIVE,
    ),
    Stored("complaint_index", "complaint", "Indeks pencarian pengaduan", {}, {"words": "Kata dalam uraian"}),
    Stored(
        "complaint_subject", "complaint", "Siapa yang diadukan", {}, {"user": "Akun", "why": "Sebab"}, stays=ARCHIVE,
    ),
    Stored(
        "publication", "complaint", "Ringkasan yang diumumkan", {},
        {"title": "Judul", "text": "Ringkasan", "answer": "Jawaban"}, stays=BY_NAME,
    ),
    Stored(
        "box_opening", "complaint", "Berita acara kotak saran", {},
        {"first_witness": "Saksi", "second_witness": "Saksi", "note": "Catatan"}, stays=BY_NAME,
    ),
    Stored(
        "email", "mail", "Surel kepada Anda",
        {"kind": "Jenis", "to": "Kepada", "created_at": "Dibuat", "sent_at": "Terkirim"},
        {"facts": "Isi surel", "error": "Kesulitan pengiriman", "owner": "Pemilik alamat yang sudah ditinggalkan"},
        owner="to", goes=True,
    ),
    Stored(
        "signatory", "office", "Penanda tangan",
        {"name": "Nama", "rank": "Pangkat", "nip": "NIP", "starts": "Mulai", "ends": "Selesai",
         "mandate": "Surat perintah"},
        owner="user", stays=ARCHIVE,
    ),
    Stored(
        "initialler", "office", "Paraf sebelum Kepala", {"name": "Jabatan", "place": "Urutan"}, owner="person",
        stays=ARCHIVE,
    ),
    Stored(
        "initial", "letter", "Paraf pada naskah", {"name": "Jabatan", "given_at": "Dibubuhkan"}, owner="given_by",
        stays=ARCHIVE,
    ),
    Stored("on_duty", "office", "Jadwal jaga", {"day": "Hari"}, owner="officer", stays=ARCHIVE),
    Stored(
        "seat", "office", "Duduk di loket", {"counter": "Loket", "since": "Sejak"}, owner="officer", goes=True,
    ),
    Stored(
        "agency", "office", "Instansi", {},
        {"name": "Nama", "former": "Nama sebelumnya", "address": "Alamat", "phone": "Telepon", "email": "Surel",
         "leader": "Pimpinan"},
        stays="Data jabatan dan instansi, bukan milik satu orang.",
    ),
    Stored(
        "setting", "office", "Pengaturan kantor", {}, {"value": "Isi", "changed_by": "Diubah oleh"}, stays=BY_NAME,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class InBrowser:
    """What is kept in the reader's own browser: where, under which name, what, and until when."""

    place: str
    name: str
    what: str
    until: str


IN_BROWSER = (
    InBrowser(
        "Kuki", "pst", "Tanda sesi sesudah masuk; penjaga formulir, dan percakapan pengaduan yang sedang dibuka.",
        "Sampai peramban ditutup, atau Anda keluar.",
    ),
    InBrowser(
        "Kuki", "pst-device", "Nomor akun dan tanda perangkat, agar tebakan orang lain tidak menutup akun Anda.",
        "Setahun sesudah terakhir masuk.",
    ),
    InBrowser("Kuki", "pst-kiosk", "Tanda kios kantor; hanya pada kios.", "Setahun sesudah terakhir dipakai."),
    InBrowser(
        "localStorage", "pst:", "Tulisan yang belum tersimpan ketika Anda sudah masuk: isian, catatan, pesan, "
        "naskah. Tidak dikirim ke mana pun. Pengaduan dan buku tamu tidak pernah.",
        "Sampai tersimpan, dibuang, Anda keluar, atau lewat tujuh hari.",
    ),
    InBrowser(
        "sessionStorage", "pst:sent", "Formulir mana yang baru dikirim, agar catatannya dapat dihapus.",
        "Sampai halaman berikutnya.",
    ),
    InBrowser("sessionStorage", "pst:board-sound", "Suara papan antrean menyala atau tidak.", "Sampai tab ditutup."),
)  # fmt: skip


def by_topic(tables: Iterable[Stored], office: Office) -> list[tuple[str, str, str]]:
    """(topic, what is kept in it, how long) of these tables."""
    found = _labels_by(tables, lambda stored: stored.topic)
    return [(TOPICS[code].label, labels, TOPICS[code].kept_by(office)) for code, labels in found]


def by_fate(tables: Iterable[Stored]) -> list[tuple[str, str]]:
    """(what becomes of it on erasure, of what) of these tables."""
    return _labels_by(tables, lambda stored: stored.fate)


def _labels_by(tables: Iterable[Stored], key: Callable[[Stored], str]) -> list[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for stored in tables:
        found.setdefault(key(stored), []).append(stored.label)
    return [(code, ", ".join(labels)) for code, labels in found.items()]


def privacy_notice(office: Office) -> dict[str, Any]:
    """What the privacy notice shows: its version, each topic with its data, purpose and time, the browser's part."""
    lines = [(topic.label, _data_of(code), topic.purpose, topic.kept_by(office)) for code, topic in TOPICS.items()]
    return {"version": NOTICE_VERSION, "lines": lines, "in_browser": IN_BROWSER}


def _data_of(topic: str) -> str:
    words = [word for each in STORED if each.topic == topic for word in (*each.columns.values(), *each.secret.values())]
    return ", ".join(dict.fromkeys(words))


BY_TABLE = {each.table: each for each in STORED}
