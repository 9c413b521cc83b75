"""Facts as the actions hand them, for every kind of mail."""

from datetime import datetime

from pst.models.emails import Email

WHEN = datetime(2026, 11, 23, 2, 0)  # Senin, 09.00 WIB

ACCOUNT = {"name": "Ratna Pemohon", "path": "/tautan/rahasia", "until": "25 November 2026 pukul 09.00 WIB"}
SUBMISSION = {
    "name": "Ratna Pemohon",
    "number": "REK-6104-2026-0001",
    "code": "ABCD-EFGH-JKMN-PQRS",
    "title": "Kompilasi Data Kunjungan Puskesmas 2027",
    "status": "in_review",
    "path": "/permohonan/REK-6104-2026-0001",
    "due_on": "11 Desember 2026",
}
STEP = {**SUBMISSION, "note": "Mohon lampirkan instrumen."}
LETTER = {
    **STEP,
    "letter_number": "B-155/61040/KS.200/11/2026",
    "issued_on": "2026-11-23",
    "outcome": "layak",
    "outcome_label": "Layak",
    "identity_number": "K-26.6104.001",
    "verify_path": "/verifikasi/ABCD-EFGH-JKMN-PQRS",
    "verify_code": "ABCD-EFGH-JKMN-PQRS",
    "letter_path": "/permohonan/REK-6104-2026-0001/surat",
    "letter_file": "a" * 64,
}

FACTS = {
    "confirm_address": ACCOUNT,
    "reset_password": ACCOUNT,
    "invitation": ACCOUNT,
    "new_device": {**ACCOUNT, "device": "Chrome di Windows", "address": "10.0.0.7", "when": ACCOUNT["until"]},
    "confirm_new_email": ACCOUNT,
    "email_changed": {
        **{"name": "Ratna", "what": "asked", "new": "ratna@lain.test"},
        **{"who": "Agus", "when": ACCOUNT["until"]},
    },
    "head_account": {
        **{"name": "Budi", "whose": "Dewi Kepala", "what": "Faktor kedua diatur ulang"},
        **{"who": "Agus", "when": ACCOUNT["until"]},
    },
    "second_factor": {
        **ACCOUNT,
        "what": "reset_factor",
        "who": "Agus",
        "why": "Ponsel hilang",
        "when": ACCOUNT["until"],
    },
    "failed_sign_ins": {**ACCOUNT, "tries": 5, "device": "Chrome di Windows", "when": ACCOUNT["until"]},
    "erasure": {"name": "Ratna Pemohon", "what": "refused", "answer": "Permohonan masih berjalan."},
    "breach": {
        **{"known": ACCOUNT["until"], "happened": "Laptop dicuri.", "data": "Nama dan telepon."},
        **{"measures": "Sandi diganti.", "advice": "Waspadai telepon asing."},
    },
    "shared": {
        **{"number": SUBMISSION["number"], "title": SUBMISSION["title"], "from_name": "Ratna Pemohon"},
        **{
            "agency": "Dinas Kesehatan",
            "email": "rekan@contoh.test",
            "may": "mengisi",
            "path": SUBMISSION["path"] + "/bersama",
        },
    },
    "form_approved": {**SUBMISSION, "who": "Sari Atasan"},
    "form_objected": {**SUBMISSION, "who": "Sari Atasan", "reason": "Tujuan khususnya belum ada."},
    "account_exists": {"name": "Ratna Pemohon", "closed": False},
    "password_changed": {"name": "Ratna Pemohon", "when": "23 November 2026 pukul 09.00 WIB"},
    "received": STEP,
    "declared_complete": STEP,
    "returned_incomplete": STEP,
    "returned_for_revision": STEP,
    "revision_received": STEP,
    "issued": LETTER,
    "letter_replaced": {**LETTER, "old_number": "B-154/61040/KS.200/11/2026", "reason": "Salah ketik judul."},
    "letter_revoked": {**LETTER, "reason": "Rancangan berubah."},
    "withdrawn": STEP,
    "message": {**SUBMISSION, "text": "Apakah instrumen sudah final?", "writer": "petugas BPS"},
    "due_moved": {**SUBMISSION, "before": "10 Desember 2026", "cause": "Cuti bersama ditambah"},
    "resume_draft": {**SUBMISSION, **ACCOUNT},
    "extended": {
        **SUBMISSION,
        "before": "10 Desember 2026",
        "days": 3,
        "reason": "Tim ahli dari provinsi baru dapat hadir Kamis.",
    },
    "results_due": {**SUBMISSION, "results_due": "1 Desember 2026", "lacking": ["serahkan hasil kegiatan"]},
    "reminder_officer": {**SUBMISSION, "percent": 80, "days_left": 2},
    "signature_waits": {**SUBMISSION, "status": "signing", "days": 3},
    "reminder_applicant": {**SUBMISSION, "days": 30, "refused_from": "23 Februari 2027"},
    "handover": {
        **SUBMISSION,
        "path": "/petugas/permohonan/REK-6104-2026-0001",
        "words": "Ditugaskan kepada Anda",
        "note": "",
    },
    "complaint_handover": {
        "name": "Sinta Petugas",
        "words": "Pengaduan diserahkan kepada Anda",
        "path": "/petugas/pengaduan",
    },
    "monthly": {
        **{"name": "Dewi Kepala", "month": "Oktober 2026", "letters": 41, "layak": 5, "refused": 1, "in_time": 6},
        **{"open": 9, "late": 0, "chain": "9f3a52c01b7de846:1234"},
    },
    "morning": {"name": "Sinta Petugas", "path": "/petugas", "lines": ["Ditugaskan kepada Anda: REK-6104-2026-0001"]},
    "satisfaction": {**ACCOUNT, "day": "23 November 2026"},
    "form": {"name": "Ratna Pemohon", "path": "/formulir"},
    "complaint_digest": {
        "name": "Sinta Petugas",
        "path": "/petugas/pengaduan",
        "late": 1,
        "new": 2,
        "mine": 0,
        "with_complainant": 3,
        "unread": 1,
    },
    "box_reminder": {"name": "Sinta Petugas", "path": "/petugas/pengaduan/kotak", "last": "2026-11-16", "days": 7},
}


def a_mail(kind: str = "received", to: str = "ratna@contoh.test", **facts) -> Email:
    """A row as it would be read from the outbox, not stored."""
    return Email(id=7, kind=kind, to=to, facts={**FACTS[kind], **facts}, created_at=WHEN, next_try_at=WHEN)
