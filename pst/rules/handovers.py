"""What people of the office are told when work is handed to them: one row a kind, named by steps and by actions."""

from dataclasses import dataclass

OFFICERS, HEADS, ASSIGNEE, CARRIER, NAMED = "officers", "heads", "assignee", "carrier", "named"
"""Whom a kind goes to: whoever may take the case, whoever signs, its officer (all while it has none), its officer
(nobody while it has none), or one person."""


@dataclass(frozen=True)
class Handover:
    """One kind of news."""

    name: str
    words: str
    to: str
    mail: str = "handover"
    """The kind of mail that tells it."""
    at_once: bool = True
    """Whoever wants mail at once gets it at once; the others, and what would betray an hour, wait for the morning."""


ROWS = (
    Handover("new", "Permohonan baru masuk", OFFICERS),
    Handover("revised", "Perbaikan dikirim pemohon", ASSIGNEE),
    Handover("assigned", "Ditugaskan kepada Anda", ASSIGNEE),
    Handover("opinion", "Pendapat Anda diminta", NAMED),
    Handover("to_initial", "Naskah menunggu paraf Anda", NAMED),
    Handover("to_sign", "Naskah menunggu tanda tangan Anda", HEADS),
    Handover("sent_back", "Naskah surat dikembalikan", ASSIGNEE),
    Handover("signed", "Surat terbit dan dapat diserahkan", CARRIER),
    Handover("withdrawn", "Permohonan dibatalkan", CARRIER),
    Handover("message", "Pesan baru dari pemohon", ASSIGNEE, mail="message"),
    Handover("complaint_assigned", "Pengaduan diserahkan kepada Anda", NAMED, mail="complaint_handover"),
    Handover("complaint_letter", "Surat pengaduan menunggu tanda tangan Anda", NAMED, mail="complaint_handover"),
    Handover("complaint_reply", "Pelapor menulis pada pengaduan Anda", NAMED, at_once=False),
)
KINDS = {row.name: row for row in ROWS}

ONCE, MORNING, NEVER = "once", "morning", "never"
MAIL_CHOICES: dict[str, str] = {
    ONCE: "Segera, satu surel setiap kabar",
    MORNING: "Setiap pagi pukul 07.30, satu surel berisi semuanya",
    NEVER: "Tidak pernah; kabar hanya tampil di halaman Pekerjaan",
}
"""How a person of the office wants to be told by mail."""
