"""The steps of a complaint: which verb leads from which status to which, and who may take it.

The way follows SP4N-LAPOR! (verification, follow-up, answer, the complainant's word, end) with what UU 25/2009
adds: asking for what is missing, and the right to say that nothing was resolved. `STEPS` is the documentation;
everything else in this module only reads it.
"""

from collections.abc import Iterable
from enum import StrEnum

from pst.rules import steps
from pst.rules.steps import Stage, Step, step


class Status(StrEnum):
    """Where a complaint stands. The words people read are in `words.STATUS_LABELS`."""

    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    IN_PROGRESS = "in_progress"
    ESCALATED = "escalated"
    ANSWERED = "answered"
    REOPENED = "reopened"
    CLOSED = "closed"
    PASSED_ON = "passed_on"
    REFUSED = "refused"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"


class Hat(StrEnum):
    """Who somebody is towards one complaint."""

    COMPLAINANT = "complainant"
    """Whoever holds its code."""
    OFFICER = "officer"
    """Anybody at the desk who may know of it."""
    HANDLER = "handler"
    """The officer it was given to."""
    MANAGER = "manager"
    """The manager of complaints (UU 25/2009, Pasal 36), the head, or whoever stands in where it is about the head."""
    SYSTEM = "system"
    """The minute job."""


class Privacy(StrEnum):
    """What the complainant wants known of him or her."""

    CONFIDENTIAL = "confidential"
    """The default: the identity is sealed, and only the handler may open it."""
    NAMED = "named"
    """Sealed as well; anybody at the desk who may see the complaint may open it, with a reason."""
    ANONYMOUS = "anonymous"
    """Nothing is asked and nothing is kept: no name, no address, no hour."""


class Kind(StrEnum):
    """The class: what a complainant can tell apart, and what verification makes of it."""

    COMPLAINT = "complaint"
    """A complaint that nobody has classed yet."""
    ORDINARY = "ordinary"
    """Complaint without oversight content: about the quality of the service."""
    OVERSIGHT = "oversight"
    """Complaint with oversight content: a suspected breach, goes to few people only."""
    INFORMATION = "information"
    ASPIRATION = "aspiration"


ASKED_KINDS = (Kind.COMPLAINT, Kind.ASPIRATION, Kind.INFORMATION)
"""What a complainant chooses from (SP4N-LAPOR!)."""

CLASSES = (Kind.ORDINARY, Kind.OVERSIGHT, Kind.INFORMATION, Kind.ASPIRATION)
"""What verification chooses from."""


S, H = Status, Hat
DESK = (H.OFFICER, H.HANDLER, H.MANAGER)
HANDLING = (H.HANDLER, H.MANAGER)
WORKED_ON = (S.IN_PROGRESS, S.ESCALATED, S.REOPENED)


STEPS: tuple[Step, ...] = (
    step(
        "verify", "Nyatakan lengkap dan tindak lanjuti", "Dinyatakan lengkap dan ditindaklanjuti",
        [S.RECEIVED], S.IN_PROGRESS, DESK, forward=True,
        consequence="Pengaduan masuk tindak lanjut, dan hari kelasnya mulai berlaku.",
        asks=(("kind", "Pilih kelas pengaduan."), ("topic", ""), ("handler", "Pilih petugas yang menangani.")),
    ),
    step(
        "ask_more", "Minta kelengkapan", "Kelengkapan diminta", [S.RECEIVED, S.IN_PROGRESS], S.INCOMPLETE, DESK,
        consequence="Pertanyaan Anda tampil pada percakapan pelapor. Tanpa balasan selama {supply} hari, pengaduan "
        "dianggap ditarik.",
        note="Apa yang perlu dilengkapi", note_told=True,
    ),
    step(
        "supply", "Kirim kelengkapan", "Kelengkapan diterima",
        [S.INCOMPLETE], S.RECEIVED, [H.COMPLAINANT, H.OFFICER],
        consequence="Keterangan yang disampaikan pelapor di luar percakapan dicatat, dan verifikasi dimulai lagi.",
        note="Keterangan dari pelapor", tells="complaint_reply",
    ),
    step(
        "pass_on", "Bukan wewenang kantor ini: salurkan", "Disalurkan ke instansi lain",
        [S.RECEIVED, S.IN_PROGRESS], S.PASSED_ON, DESK, ends=True,
        consequence="Sebutkan instansi tujuan dan caranya; pelapor membaca keterangan ini.",
        note="Disalurkan ke mana dan bagaimana", note_told=True,
    ),
    step(
        "refuse", "Tolak dengan alasan", "Tidak dapat ditindaklanjuti", [S.RECEIVED], S.REFUSED, DESK, ends=True,
        consequence="Pengaduan berakhir; pelapor membaca alasannya.",
        note="Alasan", note_told=True,
    ),
    step(
        "mark_duplicate", "Sama dengan pengaduan lain", "Digabung dengan pengaduan lain",
        [S.RECEIVED], S.DUPLICATE, DESK, ends=True,
        consequence="Pengaduan ini berakhir; pelapor membaca keterangan Anda, bukan nomor pengaduan yang lain.",
        asks=(("other", "Isi nomor pengaduan yang sama."),), note="Keterangan", note_told=True,
    ),
    step(
        "answer", "Kirim jawaban", "Jawaban dikirim", WORKED_ON, S.ANSWERED, HANDLING, forward=True,
        consequence="Jawaban tampil pada percakapan pelapor, yang lalu menyatakan selesai atau belum. "
        "Tanpa tanggapan selama {silence} hari kerja, pengaduan ditutup sendiri.",
        note="Jawaban untuk pelapor", note_told=True,
    ),
    step(
        "escalate", "Naikkan ke jenjang berikut", "Dinaikkan ke jenjang berikut",
        [S.RECEIVED, S.IN_PROGRESS, S.REOPENED], S.ESCALATED, DESK,
        consequence="Pengaduan dinaikkan; keterangan ini hanya dibaca petugas.",
        asks=(("to", "Pilih dinaikkan ke mana."),), note="Keterangan internal",
    ),
    step(
        "resume", "Lanjutkan tindak lanjut", "Tindak lanjut dilanjutkan",
        [S.REOPENED, S.ESCALATED], S.IN_PROGRESS, DESK, forward=True,
        consequence="Tindak lanjut berjalan lagi.",
    ),
    step("accept", "Sudah selesai", "Pelapor menyatakan selesai", [S.ANSWERED], S.CLOSED, [H.COMPLAINANT]),
    step(
        "close_as_told", "Tutup: pelapor sudah menyatakan selesai", "Ditutup atas pernyataan pelapor",
        [S.ANSWERED], S.CLOSED, HANDLING,
        consequence="Pengaduan ditutup. Pelapor membaca keterangan ini dan tetap dapat membukanya kembali.",
        note="Kapan dan bagaimana pelapor menyatakannya", note_told=True,
    ),
    step(
        "not_resolved", "Belum selesai, buka kembali", "Dibuka kembali",
        [S.ANSWERED, S.CLOSED], S.REOPENED, [H.COMPLAINANT, H.MANAGER],
        consequence="Pengaduan dibuka kembali atas permintaan pelapor.",
        note="Keterangan", tells="complaint_reply",
    ),
    step(
        "close", "Tutup karena tidak ada tanggapan", "Ditutup karena tidak ada tanggapan",
        [S.ANSWERED], S.CLOSED, [H.SYSTEM],
    ),
    step(
        "withdraw", "Tarik pengaduan", "Pelapor menarik pengaduan",
        [S.RECEIVED, S.INCOMPLETE, *WORKED_ON], S.WITHDRAWN, [H.COMPLAINANT], ends=True,
        note="Keterangan",
    ),
    step(
        "lapse", "Anggap ditarik karena tidak dilengkapi", "Dianggap ditarik karena tidak dilengkapi",
        [S.INCOMPLETE], S.WITHDRAWN, [H.SYSTEM],
    ),
)  # fmt: skip

FINAL = frozenset({S.PASSED_ON, S.REFUSED, S.DUPLICATE, S.WITHDRAWN})
"""Nothing follows these; a closed complaint can still be opened again."""

ENDED = FINAL | {S.CLOSED}
OPEN = frozenset(Status) - ENDED
WITH_COMPLAINANT = frozenset({S.INCOMPLETE, S.ANSWERED})
"""The complainant has to react; silence ends it."""
WITH_OFFICE = OPEN - WITH_COMPLAINANT
"""The office has to act."""


PUBLISHABLE = frozenset({S.ANSWERED, S.CLOSED})


def open_steps(status: Status | str, hats: Iterable[Hat]) -> list[Step]:
    """The steps somebody with these hats may take now, in the order of the table."""
    return steps.open_steps(STEPS, status, hats)


def find_step(status: Status | str, verb: str, hats: Iterable[Hat]) -> Step:
    """The step for `verb`, or `StepRefused` saying whether the verb, the moment or the person is wrong."""
    return steps.find_step(STEPS, status, verb, hats, "pengaduan")


def hats_of(*, is_handler: bool, is_manager: bool, is_designate: bool, about_head: bool) -> frozenset[Hat]:
    """The hats of an account of the office that may know of a complaint; about the head, whoever stands in manages."""
    manages = is_designate if about_head else is_manager
    return frozenset({Hat.OFFICER, *([Hat.HANDLER] if is_handler else ()), *([Hat.MANAGER] if manages else ())})


def may_open_identity(privacy: str, hats: frozenset[Hat]) -> bool:
    """Confidential: only the handler. With name: anybody of the desk who may know of the complaint."""
    if privacy == Privacy.CONFIDENTIAL:
        return Hat.HANDLER in hats
    return privacy == Privacy.NAMED and bool(hats & set(DESK))


def may_be_published(status: str, kind: str, *, is_about_somebody: bool) -> bool:
    """Answered, without oversight content, and about nobody of the office."""
    return status in PUBLISHABLE and kind != Kind.OVERSIGHT and not is_about_somebody


TRACK: tuple[Stage, ...] = (
    Stage("verify", "Verifikasi", frozenset({S.RECEIVED, S.INCOMPLETE})),
    Stage("follow", "Tindak lanjut", frozenset(WORKED_ON)),
    Stage("answer", "Jawaban", frozenset({S.ANSWERED})),
    Stage("done", "Selesai", frozenset({S.CLOSED})),
)
