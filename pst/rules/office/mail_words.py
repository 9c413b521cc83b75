"""The Indonesian for kinds and states of outgoing mail."""

KIND_LABELS: dict[str, str] = {
    "confirm_address": "Konfirmasi alamat surel",
    "reset_password": "Tautan kata sandi baru",
    "invitation": "Undangan membuat kata sandi",
    "account_exists": "Akun sudah ada",
    "password_changed": "Kata sandi diganti",
    "received": "Permohonan diterima",
    "declared_complete": "Permohonan lengkap",
    "returned_incomplete": "Dikembalikan: belum lengkap",
    "returned_for_revision": "Dikembalikan: perlu perbaikan",
    "revision_received": "Perbaikan diterima",
    "issued": "Surat terbit",
    "letter_replaced": "Surat diganti",
    "letter_revoked": "Surat dicabut",
    "withdrawn": "Permohonan dibatalkan",
    "message": "Pesan",
    "due_moved": "Tanggal selesai berubah",
    "resume_draft": "Tautan melanjutkan draf",
    "extended": "Batas waktu diperpanjang",
    "results_due": "Pengingat hasil kegiatan",
    "reminder_officer": "Pengingat petugas",
    "reminder_applicant": "Pengingat pemohon",
    "complaint_digest": "Pengaduan menunggu",
    "box_reminder": "Pengingat kotak saran",
    "satisfaction": "Undangan menilai pelayanan",
    "form": "Formulir dari loket",
}

PERSONAL_KINDS = ("complaint_digest",)
"""They tell what one person may know: not even colleagues find them among the outgoing mail."""

STATE_LABELS: dict[str, str] = {
    "queued": "Menunggu dikirim",
    "sent": "Terkirim",
    "kept": "Disimpan sebagai berkas",
    "failed": "Gagal",
}

STATE_TONES: dict[str, str] = {"queued": "info", "sent": "success", "kept": "neutral", "failed": "danger"}
