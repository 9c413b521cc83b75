"""Every kind of outgoing mail, one row each, and the states a mail can be in. Its words: `templates/emails/<kind>/`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MailKind:
    """What the program must know of a kind of mail."""

    name: str
    label: str
    secret: bool = False
    """It carries a link that opens an account: nobody in the office reads it, and the link is wiped once sent."""
    personal: bool = False
    """It tells what one person may know: not even colleagues find it among the outgoing mail."""
    with_letter: bool = False
    """It carries the letter itself."""
    by_hand: bool = False
    """Somebody of the office wrote or chose what it says, and may call it back. What tells people of their account or
    of a step of their case is owed to them.
    """
    to_visitor: bool = False
    """It goes to a visitor, by name: it is forgotten with the visit."""


ROWS = (
    MailKind("confirm_address", "Konfirmasi alamat surel", secret=True),
    MailKind("reset_password", "Tautan kata sandi baru", secret=True),
    MailKind("invitation", "Undangan membuat kata sandi", secret=True),
    MailKind("confirm_new_email", "Konfirmasi alamat surel baru", secret=True),
    MailKind("email_changed", "Alamat surel berubah"),
    MailKind("account_exists", "Akun sudah ada"),
    MailKind("password_changed", "Kata sandi diganti"),
    MailKind("new_device", "Masuk dari perangkat baru"),
    MailKind("head_account", "Akun Kepala berubah"),
    MailKind("second_factor", "Faktor kedua berubah"),
    MailKind("erasure", "Penghapusan akun", personal=True),
    MailKind("breach", "Kegagalan pelindungan data", personal=True),
    MailKind("failed_sign_ins", "Percobaan masuk yang gagal"),
    MailKind("received", "Permohonan diterima"),
    MailKind("declared_complete", "Permohonan lengkap"),
    MailKind("returned_incomplete", "Dikembalikan: belum lengkap"),
    MailKind("returned_for_revision", "Dikembalikan: perlu perbaikan"),
    MailKind("revision_received", "Perbaikan diterima"),
    MailKind("issued", "Surat terbit", with_letter=True),
    MailKind("letter_replaced", "Surat diganti", with_letter=True),
    MailKind("letter_revoked", "Surat dicabut"),
    MailKind("withdrawn", "Permohonan dibatalkan"),
    MailKind("message", "Pesan", by_hand=True),
    MailKind("due_moved", "Tanggal selesai berubah"),
    MailKind("resume_draft", "Tautan melanjutkan draf", secret=True),
    MailKind("shared", "Undangan mengerjakan isian"),
    MailKind("form_approved", "Isian disetujui rekan"),
    MailKind("form_objected", "Isian belum disetujui rekan"),
    MailKind("extended", "Batas waktu diperpanjang"),
    MailKind("results_due", "Pengingat hasil dan metadata"),
    MailKind("reminder_officer", "Pengingat petugas"),
    MailKind("signature_waits", "Surat menunggu tanda tangan"),
    MailKind("reminder_applicant", "Pengingat pemohon"),
    MailKind("handover", "Kabar pekerjaan"),
    MailKind("complaint_handover", "Pengaduan diserahkan", personal=True),
    MailKind("morning", "Kabar pekerjaan pagi", personal=True),
    MailKind("complaint_digest", "Pengaduan menunggu", personal=True),
    MailKind("monthly", "Kabar bulanan Kepala"),
    MailKind("box_reminder", "Pengingat kotak saran"),
    MailKind("satisfaction", "Undangan menilai pelayanan", secret=True, to_visitor=True),
    MailKind("form", "Formulir dari loket", by_hand=True, to_visitor=True),
)
KINDS = {row.name: row for row in ROWS}
WITH_LETTER = tuple(row.name for row in ROWS if row.with_letter)
PERSONAL = tuple(row.name for row in ROWS if row.personal)
TO_VISITORS = tuple(row.name for row in ROWS if row.to_visitor)


def kind_of(name: str) -> MailKind:
    """Its row; a kind that only an earlier version knew has nothing but its name."""
    return KINDS.get(name) or MailKind(name, name)


STATE_LABELS: dict[str, str] = {
    "queued": "Menunggu dikirim",
    "sent": "Terkirim",
    "kept": "Disimpan sebagai berkas",
    "failed": "Gagal",
    "dropped": "Tidak jadi dikirim",
}

STATE_TONES: dict[str, str] = {
    "queued": "info",
    "sent": "success",
    "kept": "neutral",
    "failed": "danger",
    "dropped": "neutral",
}
