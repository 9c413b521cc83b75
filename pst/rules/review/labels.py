"""The Indonesian for codes: statuses, verbs, roles, outcomes. Dates and numbers are `wording.py`'s."""

from typing import Any

from pst.rules.frontdesk import visits
from pst.rules.review.workflow import DECIDED, STEPS, Status
from pst.rules.roles import Role
from pst.rules.steps import past_words

S = Status

STATUS_LABELS: dict[str, str] = {
    S.DRAFT: "Draf",
    S.SUBMITTED: "Diajukan – cek kelengkapan",
    S.INCOMPLETE: "Dikembalikan: belum lengkap",
    S.IN_REVIEW: "Diperiksa",
    S.NEEDS_REVISION: "Perlu perbaikan",
    S.REVISED: "Perbaikan dikirim",
    S.EVALUATION: "Evaluasi tim",
    S.DRAFTING: "Penyusunan naskah surat",
    S.INITIALLING: "Menunggu paraf",
    S.AWAITING_SIGNATURE: "Menunggu pengesahan Kepala",
    S.SIGNING: "Menunggu tanda tangan",
    S.ISSUED: "Surat terbit",
    S.COMPLETED: "Selesai",
    S.WITHDRAWN: "Dibatalkan",
}

STATUS_TONES: dict[str, str] = {
    S.DRAFT: "neutral", S.SUBMITTED: "info", S.INCOMPLETE: "warning", S.IN_REVIEW: "info",
    S.NEEDS_REVISION: "warning", S.REVISED: "info", S.EVALUATION: "info", S.DRAFTING: "info",
    S.INITIALLING: "info", S.AWAITING_SIGNATURE: "info", S.SIGNING: "info", S.ISSUED: "success", S.COMPLETED: "success",
    S.WITHDRAWN: "neutral",
}  # fmt: skip

NEXT_FOR_APPLICANT: dict[str, str] = {
    S.DRAFT: "Lengkapi isian, periksa, lalu kirim permohonan.",
    S.SUBMITTED: "Petugas memeriksa kelengkapan dalam satu hari kerja.",
    S.INCOMPLETE: "Lengkapi isian yang disebut petugas, lalu kirim kembali.",
    S.IN_REVIEW: "Petugas memeriksa rancangan kegiatan Anda. Anda tidak perlu melakukan apa pun.",
    S.NEEDS_REVISION: "Perbaiki isian yang diberi catatan, tanggapi setiap catatan, lalu kirim perbaikan.",
    S.REVISED: "Perbaikan sudah diterima dan akan diperiksa petugas.",
    S.EVALUATION: "Petugas bersama tim mengevaluasi rancangan kegiatan Anda.",
    S.DRAFTING: "Petugas menyusun naskah surat.",
    S.INITIALLING: "Naskah surat diparaf sebelum disahkan Kepala.",
    S.AWAITING_SIGNATURE: "Naskah surat menunggu pengesahan Kepala.",
    S.SIGNING: "Surat sudah disahkan dan menunggu tanda tangan. Setelah itu Anda menerima surel.",
    S.ISSUED: "Surat sudah terbit dan dapat diunduh di halaman ini.",
    S.COMPLETED: "Surat sudah Anda terima. Perhatikan kewajiban sesudah kegiatan.",
    S.WITHDRAWN: "Permohonan dibatalkan; tidak ada tindakan lagi.",
}

NEXT_AFTER_REFUSAL = (
    "Permohonan ditolak; alasannya tertulis dalam surat. Setelah rancangan diperbaiki, Anda dapat mengajukan "
    "permohonan baru dan menyalin isian permohonan ini sebagai awal."
)

NEXT_AFTER_REVOCATION = (
    "Surat Anda dicabut dan tidak berlaku lagi. Tanyakan kelanjutannya kepada petugas lewat pesan, atau ajukan "
    "permohonan baru dan salin isian permohonan ini sebagai awal."
)

NEXT_FOR_PUBLIC: dict[str, str] = {
    S.DRAFT: "Pemohon melengkapi isian lalu mengirim permohonan.",
    S.SUBMITTED: "Petugas memeriksa kelengkapan dalam satu hari kerja.",
    S.INCOMPLETE: "Pemohon melengkapi isian lalu mengirimnya kembali.",
    S.IN_REVIEW: "Petugas memeriksa rancangan kegiatan.",
    S.NEEDS_REVISION: "Pemohon memperbaiki isian yang diberi catatan, lalu mengirimnya kembali.",
    S.REVISED: "Petugas memeriksa perbaikan.",
    S.EVALUATION: "Petugas bersama tim mengevaluasi rancangan kegiatan.",
    S.DRAFTING: "Petugas menyusun naskah surat.",
    S.INITIALLING: "Naskah surat diparaf sebelum disahkan Kepala.",
    S.AWAITING_SIGNATURE: "Kepala mengesahkan surat.",
    S.SIGNING: "Surat ditandatangani, lalu diterbitkan.",
    S.ISSUED: "Surat sudah terbit; pemohon mengunduhnya dari akunnya.",
    S.COMPLETED: "Permohonan selesai; tidak ada langkah lagi.",
    S.WITHDRAWN: "Permohonan dibatalkan; tidak ada langkah lagi.",
}
"""The next step as the tracking page tells it, to whoever holds the code."""

REVOKED_FOR_PUBLIC = (
    "Surat permohonan ini dicabut dan tidak berlaku lagi; pemohon menanyakan kelanjutannya kepada petugas."
)

ROLE_LABELS: dict[str, str] = {
    Role.APPLICANT: "Pemohon",
    Role.OFFICER: "Petugas",
    Role.HEAD: "Kepala",
    Role.ADMIN: "Administrator",
    Role.INITIALLER: "Pemaraf",
    Role.SYSTEM: "Sistem",
}

OUTCOME_LABELS = {"layak": "Layak", "ditolak": "Ditolak", "": "Belum diputuskan"}
OUTCOME_TONES = {"layak": "success", "ditolak": "danger"}

METHOD_LABELS = {
    "pencacahan_lengkap": "Pencacahan lengkap",
    "survei": "Survei",
    "kompilasi_produk_administrasi": "Kompilasi produk administrasi",
    "cara_lain_sesuai_dengan_perkembangan_ti": "Cara lain",
}

CHANNEL_LABELS = {"online": "Daring", "visit": "Kunjungan", "letter": "Surat", "romantik": "ROMANTIK"}

SEVERITY_LABELS = {"must": "Wajib diperbaiki", "advice": "Saran"}

REMARK_STATE_LABELS = {
    "noted": "Belum dikirim",
    "open": "Belum diperbaiki",
    "answered": "Sudah ditanggapi",
    "settled": "Selesai",
    "dropped": "Dihapus",
}

STANCE_LABELS = {"layak": "Layak", "bersyarat": "Layak dengan catatan", "ditolak": "Tidak layak"}

SIGNATORY_LABELS = {"kepala": "Kepala", "plt": "Plt. Kepala", "plh": "Plh. Kepala"}

VERB_LABELS: dict[str, str] = {
    **past_words(STEPS),
    "start": "Permohonan dimulai",
    "examine": "Bagian formulir ditandai diperiksa",
    "unexamine": "Tanda diperiksa dicabut",
    "overrule": "Temuan rancangan diabaikan",
    "conclude": "Kesimpulan evaluasi dicatat",
    "assign": "Petugas ditunjuk",
    "release": "Tidak lagi ditangani petugas yang pergi",
    "due_moved": "Batas waktu berubah",
    "extend": "Batas waktu diperpanjang",
    "note_romantik": "Nomor ROMANTIK dicatat",
    "remark_changed": "Catatan diubah",
    "remark_dropped": "Catatan dihapus",
    "remark_restored": "Penghapusan catatan diurungkan",
    "withdraw_message": "Pesan ditarik",
    "remark_settled": "Catatan dinyatakan selesai",
    "remark_noted": "Catatan dibuka kembali",
    "attach": "Berkas dilampirkan",
    "remove_file": "Berkas dilepas",
    "save_metadata": "Metadata variabel dan indikator disimpan",
    "take_form_file": "Isian diambil dari formulir XLSX",
    "revoke": "Surat dicabut",
    "replace": "Surat diganti",
    "issue_replacement": "Surat pengganti disahkan dan diberi nomor",
    "void_replacement": "Surat pengganti dibatalkan sebelum ditandatangani",
    "bring_copy": "Berkas bertanda tangan dibawa",
    "take_copy": "Berkas bertanda tangan diterima",
    "refuse_copy": "Berkas bertanda tangan ditolak",
    "record_results": "Hasil kegiatan diserahkan",
    "confirm_results": "Hasil kegiatan diterima BPS",
    "confirm_metadata": "Metadata dinyatakan lengkap",
    "invite": "Rekan diminta pendapat",
    "opinion": "Pendapat diberikan",
    "edit_draft": "Naskah surat diubah",
    "drop_draft": "Draf lama dihapus",
    "share": "Rekan diundang mengerjakan isian",
    "unshare": "Undangan rekan dibatalkan",
    "leave_share": "Rekan keluar dari isian",
    "approve_form": "Isian disetujui sebelum dikirim",
    "object_form": "Isian belum disetujui",
    "create": "Ditambahkan",
    "change": "Diubah",
    "remove": "Dihapus",
    "seed": "Diisikan pada awal",
    "give_code": "Kode pemasangan ditampilkan",
    "pair": "Kios dipasangkan",
    "restore": "Dipulihkan",
    "rehearse": "Dicoba dipulihkan",
    "seal": "Dicatat dalam rantai",
    "mail_head": "Kepala rantai disurelkan kepada Kepala",
    "print_forms": "Formulir kotak saran dicetak",
    "open_box": "Kotak saran dibuka",
    "recount": "Hitungan lembar diperbaiki",
    "close_opening": "Pembukaan kotak ditutup",
    "approve": "Disetujui",
    "merge": "Digabungkan",
    "close": "Akun ditutup",
    "reopen": "Akun dibuka kembali",
    "ask_erasure": "Penghapusan akun diminta",
    "refuse_erasure": "Penghapusan akun ditolak",
    "erase": "Akun dan datanya dihapus",
    "register": "Mendaftar",
    "tell_people": "Yang bersangkutan diberi tahu",
    "read_notice": "Pemberitahuan privasi dibaca",
    "send_password_link": "Tautan kata sandi dikirim",
    "show_invitation": "Tautan undangan diperlihatkan kepada administrator",
    "print_password_link": "Tautan kata sandi dicetak di server",
    "reset_password": "Kata sandi ditetapkan lewat tautan",
    "change_password": "Kata sandi diganti",
    "try_again": "Surel diantrekan kembali",
    "cancel_mail": "Surel dibatalkan",
    "turn_on_factor": "Aplikasi autentikator dinyalakan",
    "turn_off_factor": "Aplikasi autentikator dimatikan",
    "sign_out_everywhere": "Dikeluarkan dari semua perangkat",
    "new_device": "Masuk dari perangkat baru",
    "add_passkey": "Kunci sandi ditambahkan",
    "remove_passkey": "Kunci sandi dihapus",
    "reset_factor": "Faktor kedua diatur ulang",
    "renew_codes": "Kode cadangan dibuat baru",
    "use_recovery_code": "Kode cadangan dipakai",
    "try_mail": "Surel uji dikirim",
    "change_data": "Data diri diubah",
    "ask_new_email": "Alamat surel baru diminta",
    "change_email": "Alamat surel diganti",
    "lock": "Akun dikunci sementara",
    "send_resume_link": "Tautan melanjutkan draf dikirim",
    "resume": "Masuk lewat tautan melanjutkan draf",
    "plan_week": "Jadwal loket disusun",
    "add_special": "Jam khusus ditambahkan",
    "drop_special": "Jam khusus dihapus",
    "take_over": "Loket diambil alih",
    "end_earlier_days": "Antrean hari sebelumnya diakhiri",
    "anonymise": "Kunjungan lama dianonimkan",
    "enter_letter": "Surat dicatat dalam buku",
    "set_aside": "Nomor dicadangkan atau dijelaskan",
    "void_number": "Nomor dinyatakan batal",
    "import_book": "Buku surat lama diambil",
    "import": "Daftar kegiatan diambil",
}

WHILE_AWAITED = {
    "pause_resume": "Hitungan hari kerja berhenti sampai perbaikannya datang.",
    "restart_on_revision": "Hitungan hari kerja dimulai dari awal setelah perbaikannya datang.",
    "no_pause": "Hitungan hari kerja berjalan terus selama menunggu perbaikannya.",
}
"""What a return does to the clock, by the rule the submission is counted by."""

NOUN_LABELS: dict[str, str] = {
    "submission": "Permohonan",
    "account": "Akun",
    "agency": "Instansi",
    "signatory": "Penanda tangan",
    "initialler": "Paraf",
    "letter": "Surat",
    "letter_book": "Buku surat",
    "chain": "Rantai kejadian",
    "holiday": "Hari libur",
    "setting": "Pengaturan",
    "sentence": "Kalimat siap pakai",
    "remark": "Catatan pemeriksaan",
    "email": "Surel",
    "backup": "Cadangan",
    "visit": "Kunjungan",
    "queue": "Antrean",
    "roster": "Jadwal loket",
    "retention": "Masa simpan",
    "box": "Kotak saran",
    "activity": "Kegiatan dalam katalog",
    "catalogue": "Katalog",
    "kiosk": "Kios buku tamu",
    "breach": "Kegagalan data",
}
"""What an event happened to."""

PRIVATE_VERBS = frozenset(step.verb for step in STEPS if step.private) | {
    *("assign", "examine", "unexamine", "overrule", "note_romantik", "remark_settled", "remark_noted"),
    *("conclude", "invite", "opinion", "edit_draft", "issue_replacement", "void_replacement"),
}
"""Events that stay inside the office; the applicant's history leaves them out."""


def status_label(status: str) -> str:
    return STATUS_LABELS[status]


def status_tone(status: str) -> str:
    return STATUS_TONES[status]


def standing(case: Any, letter_state: str = "") -> tuple[str, str]:
    """The word and the tone of a submission's badge: its status, and once a letter is out what the letter says.

    `case` is a submission, or a row with `status` and `outcome`.
    """
    if letter_state == "revoked":
        return "Surat dicabut", "danger"
    if case.status in DECIDED and case.outcome:
        return OUTCOME_LABELS[case.outcome], OUTCOME_TONES[case.outcome]
    return STATUS_LABELS[case.status], STATUS_TONES[case.status]


def next_for_applicant(status: str, outcome: str, letter_state: str = "") -> str:
    """What happens next, as the applicant reads it; a refusal leaves other duties than a recommendation."""
    if letter_state == "revoked":
        return NEXT_AFTER_REVOCATION
    refused = outcome == "ditolak" and status in DECIDED
    return NEXT_AFTER_REFUSAL if refused else NEXT_FOR_APPLICANT[status]


def next_for_public(status: str, letter_state: str = "") -> str:
    """What happens next, as whoever holds the code reads it."""
    return REVOKED_FOR_PUBLIC if letter_state == "revoked" else NEXT_FOR_PUBLIC[status]


def role_label(role: str) -> str:
    return ROLE_LABELS[role]


def outcome_label(outcome: str) -> str:
    return OUTCOME_LABELS.get(outcome, outcome)


def method_label(method: str) -> str:
    return METHOD_LABELS.get(method, method or "–")


def verb_label(verb: str) -> str:
    """How an event reads in a history; an unknown verb reads as itself."""
    return VERB_LABELS.get(verb) or visits.VERB_LABELS.get(verb, verb.replace("_", " "))


LOOKED_AT = {
    "contact": "Kontak pemohon",
    "visitor": "Kontak tamu",
    "guests": "Buku tamu",
    "submissions": "Daftar permohonan",
    "complaints": "Daftar pengaduan",
}
"""What is looked at besides the things that events name."""


def look_label(what: str) -> str:
    """What was looked at, as `Look.what` names it: "contact REK-6104-2026-0001" is "Kontak pemohon REK-…"."""
    noun, _, key = what.partition(" ")
    known = {**NOUN_LABELS, **LOOKED_AT}
    return f"{known.get(noun, noun)} {key}".strip()
