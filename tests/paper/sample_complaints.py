"""Facts of invented papers about complaints."""

from datetime import date, datetime

from pst.paper.complaints.complaint_facts import BlankForm, FormFacts, MinutesFacts, ReplyFacts
from pst.paper.signature import SignatoryFacts
from tests.paper.sample_facts import OFFICE

WHEN = datetime(2026, 11, 23, 2, 0)  # Senin, 09.00 WIB
TRACK = "https://pst.example.go.id/pengaduan/lacak"
CODES = ("7KMP-2QXA-W9DT-3HFB", "ABCD-EFGH-JKMN-PQRS")
FORMS = FormFacts(
    OFFICE,
    tuple(BlankForm(f"KS-2026-0000{place}", code, f"{TRACK}#{code}") for place, code in enumerate(CODES, start=1)),
    TRACK,
    "+6283852509777",
    WHEN,
)
MINUTES = MinutesFacts(
    office=OFFICE,
    number="BAK-2026-001",
    opened=datetime(2026, 11, 23, 9, 0),
    witnesses=("Mira Umpama", "Oki Umpama"),
    officer="Maya Rekaan, S.Tr.Stat.",
    found=10,
    coded=6,
    plain=3,
    void=1,
    note="Kunci kotak diganti.",
    closed=datetime(2026, 11, 23, 11, 0),
    made_at=WHEN,
)
REPLY = ReplyFacts(
    office=OFFICE,
    complaint="ADU-2026-4821",
    number="B-12/61040/HM.310/11/2026",
    day=date(2026, 11, 23),
    nature="Biasa",
    recipient="Pelapor pengaduan ADU-2026-4821",
    subject="Jawaban atas pengaduan",
    paragraphs=("Atas pengaduan yang kami terima, kami sampaikan hal berikut.", "Loket kini buka sampai sore."),
    summary=(),
    signatory=SignatoryFacts("Kepala Badan Pusat Statistik\nKabupaten Mempawah,", "Dewi Rekaan", nip="19800101"),
    made_at=WHEN,
)
