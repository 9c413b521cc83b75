"""The steps of a submission: which verb leads from which status to which, and who may take it.

The table follows the office's published standard (steps 9–14 and 18–22: submit, examine, evaluate with the
team, draft, issue, send) and, between them, the statuses ROMANTIK keeps: pemeriksaan, perbaikan, pengesahan,
penerbitan, selesai. `STEPS` is the documentation; everything else in this module only reads it.
"""

from collections.abc import Iterable
from enum import StrEnum

from pst.rules import steps
from pst.rules.roles import Role
from pst.rules.steps import Stage, Step, step


class Status(StrEnum):
    """Where a submission stands. The words people read are in `labels.STATUS_LABELS`."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    INCOMPLETE = "incomplete"
    IN_REVIEW = "in_review"
    NEEDS_REVISION = "needs_revision"
    REVISED = "revised"
    EVALUATION = "evaluation"
    DRAFTING = "drafting"
    INITIALLING = "initialling"
    AWAITING_SIGNATURE = "awaiting_signature"
    SIGNING = "signing"
    ISSUED = "issued"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


class ClockMark(StrEnum):
    """What a step does to the fourteen working days."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    RESET = "reset"


S, R, C = Status, Role, ClockMark


BEFORE_DECISION = (S.SUBMITTED, S.INCOMPLETE, S.IN_REVIEW, S.NEEDS_REVISION, S.REVISED, S.EVALUATION)
BEFORE_ISSUE = (*BEFORE_DECISION, S.DRAFTING, S.INITIALLING, S.AWAITING_SIGNATURE)
BOTH = (R.APPLICANT, R.OFFICER)

STEPS: tuple[Step, ...] = (
    step(
        "submit", "Kirim permohonan", "Permohonan dikirim", [S.DRAFT], S.SUBMITTED, BOTH,
        forward=True, page="check", mail="received", tells="new",
    ),
    step(
        "submit", "Kirim kembali", "Permohonan dikirim", [S.INCOMPLETE], S.SUBMITTED, BOTH,
        forward=True, page="check", mail="revision_received", tells="revised",
    ),
    step(
        "submit", "Kirim perbaikan", "Permohonan dikirim", [S.NEEDS_REVISION], S.REVISED, BOTH,
        forward=True, page="check", mail="revision_received", tells="revised", clock=C.RESUME,
    ),
    step(
        "declare_complete", "Nyatakan lengkap", "Dinyatakan lengkap", [S.SUBMITTED], S.IN_REVIEW, [R.OFFICER],
        consequence="Pemohon menerima surel bahwa permohonannya lengkap dan sampai kapan batas waktunya.",
        forward=True, mail="declared_complete", clock=C.START,
    ),
    step(
        "return_incomplete", "Kembalikan: belum lengkap", "Dikembalikan karena belum lengkap",
        [S.SUBMITTED], S.INCOMPLETE, [R.OFFICER],
        consequence="Permohonan kembali kepada pemohon beserta catatan yang sudah ditulis; pemohon menerima surel.",
        note="Surat pengantar: apa yang belum lengkap", mail="returned_incomplete", clock=C.RESET,
    ),
    step(
        "resume_review", "Periksa perbaikan", "Perbaikan mulai diperiksa", [S.REVISED], S.IN_REVIEW, [R.OFFICER],
        forward=True, at_once=True,
    ),
    step(
        "return_for_revision", "Kembalikan untuk diperbaiki", "Dikembalikan untuk diperbaiki",
        [S.IN_REVIEW, S.EVALUATION], S.NEEDS_REVISION, [R.OFFICER],
        consequence="Semua catatan yang belum dikirim disampaikan kepada pemohon. {while_awaited}",
        note="Surat pengantar untuk pemohon", mail="returned_for_revision", clock=C.PAUSE,
    ),
    step(
        "start_evaluation", "Mulai evaluasi tim", "Evaluasi tim dimulai", [S.IN_REVIEW], S.EVALUATION, [R.OFFICER],
        forward=True, at_once=True,
    ),
    step(
        "back_to_review", "Kembali ke pemeriksaan", "Dikembalikan ke pemeriksaan",
        [S.EVALUATION], S.IN_REVIEW, [R.OFFICER],
        consequence="Evaluasi yang sedang berjalan ditinggalkan dan pemeriksaan dilanjutkan. Pemohon tidak disurati, "
        "dan hitungan hari kerja tetap berjalan.",
        note="Alasan", private=True,
    ),
    step(
        "start_drafting", "Susun naskah surat", "Naskah surat mulai disusun", [S.EVALUATION], S.DRAFTING, [R.OFFICER],
        forward=True, at_once=True,
    ),
    step(
        "propose_refusal", "Usulkan penolakan karena tiga bulan tanpa tanggapan",
        "Penolakan diusulkan karena catatan tidak ditanggapi", [S.NEEDS_REVISION], S.DRAFTING, [R.OFFICER],
        consequence="Naskah surat penolakan mulai disusun. Keputusannya tetap pada Kepala.",
        note="Alasan", private=True, clock=C.RESUME,
    ),
    step(
        "back_to_evaluation", "Kembali ke evaluasi", "Dikembalikan ke evaluasi",
        [S.DRAFTING], S.EVALUATION, [R.OFFICER],
        consequence="Tim mengevaluasi sekali lagi dan mencatat kesimpulan baru. "
        "Naskah surat disusun ulang dari kesimpulan itu.",
        note="Alasan", private=True,
    ),
    step(
        "request_initials", "Ajukan ke Kepala", "Naskah diajukan untuk diparaf",
        [S.DRAFTING], S.INITIALLING, [R.OFFICER],
        consequence="Naskah diparaf berurutan sebelum sampai kepada Kepala dan tidak dapat diubah selama itu.",
        forward=True, page="letter",
    ),
    step(
        "request_signature", "Ajukan ke Kepala", "Naskah diajukan kepada Kepala",
        [S.DRAFTING], S.AWAITING_SIGNATURE, [R.OFFICER],
        consequence="Naskah diserahkan kepada Kepala dan tidak dapat diubah selama menunggu pengesahan.",
        forward=True, page="letter", tells="to_sign",
    ),
    step(
        "initial", "Bubuhkan paraf", "Naskah diparaf", [S.INITIALLING], S.INITIALLING, [R.INITIALLER],
        forward=True, page="initials", private=True,
    ),
    step(
        "last_initial", "Bubuhkan paraf", "Naskah diparaf dan diajukan kepada Kepala",
        [S.INITIALLING], S.AWAITING_SIGNATURE, [R.INITIALLER],
        forward=True, page="initials", private=True, tells="to_sign",
    ),
    step(
        "refuse_initial", "Kembalikan ke petugas", "Naskah dikembalikan kepada petugas tanpa paraf",
        [S.INITIALLING], S.DRAFTING, [R.INITIALLER, R.HEAD, R.SYSTEM],
        consequence="Naskah kembali kepada petugas untuk diperbaiki, lalu diparaf lagi dari awal.",
        note="Alasan", private=True, page="initials", tells="sent_back",
    ),
    step(
        "send_back", "Kembalikan ke petugas", "Naskah dikembalikan kepada petugas",
        [S.AWAITING_SIGNATURE], S.DRAFTING, [R.HEAD],
        consequence="Naskah kembali kepada petugas untuk diperbaiki; alasan Anda tampil pada riwayat.",
        note="Alasan", private=True, page="approval", tells="sent_back",
    ),
    step(
        "issue", "Sahkan surat", "Surat disahkan dan diberi nomor", [S.AWAITING_SIGNATURE], S.SIGNING, [R.HEAD],
        forward=True, page="approval",
    ),
    step(
        "publish", "Terbitkan surat bertanda tangan", "Surat diterbitkan", [S.SIGNING], S.ISSUED, [R.OFFICER, R.HEAD],
        forward=True, page="signing", mail="issued", tells="signed", clock=C.STOP,
    ),
    step(
        "void", "Batalkan surat sebelum ditandatangani", "Surat dibatalkan sebelum ditandatangani",
        [S.SIGNING], S.DRAFTING, [R.HEAD],
        consequence="Nomornya tetap tercatat sebagai batal dan tidak dipakai lagi. Naskahnya kembali kepada petugas; "
        "pemohon tidak disurati, dan hitungan hari kerja tetap berjalan.",
        note="Alasan", private=True,
    ),
    step(
        "deliver", "Tandai surat sudah diterima pemohon", "Surat diterima pemohon",
        [S.ISSUED], S.COMPLETED, [R.OFFICER, R.SYSTEM],
        consequence="Penyerahannya dicatat dan permohonan dinyatakan selesai.",
        forward=True,
    ),
    step(
        "close_revoked", "Tutup permohonan", "Permohonan selesai: suratnya dicabut sebelum diterima",
        [S.ISSUED], S.COMPLETED, [R.SYSTEM],
    ),
    step(
        "withdraw", "Batalkan permohonan", "Permohonan dibatalkan", [S.DRAFT, *BEFORE_ISSUE], S.WITHDRAWN, BOTH,
        consequence="Permohonan berakhir tanpa surat. Langkah ini tidak dapat diurungkan; "
        "pemohon menerima surel beserta alasannya.",
        note="Alasan", ends=True, mail="withdrawn", tells="withdrawn", clock=C.STOP,
    ),
)  # fmt: skip
"""A row says everything about its verb: first what people read, then the way, then what goes with it.

Two rows of one label are one button: its page finds out which of them is taken.
"""

FINAL = frozenset({Status.COMPLETED, Status.WITHDRAWN})
"""Nothing follows these."""

WITH_APPLICANT = frozenset({Status.DRAFT, Status.INCOMPLETE, Status.NEEDS_REVISION})
"""The applicant may write answers; the office waits."""

WAITING_FOR_OFFICER = frozenset({S.SUBMITTED, S.IN_REVIEW, S.REVISED, S.EVALUATION, S.DRAFTING, S.SIGNING, S.ISSUED})
WAITING_FOR_HEAD = frozenset({S.AWAITING_SIGNATURE})

OPEN = frozenset(Status) - FINAL - {Status.DRAFT}
"""Sent, and not yet finished."""

DECIDED = frozenset({S.ISSUED, S.COMPLETED})
"""The letter is out, signed as the office signs: published on this site, so the working days have ended."""

UNDECIDED = OPEN - DECIDED
"""The working days run, or will."""


def open_steps(status: Status | str, hats: Iterable[Role]) -> list[Step]:
    """The steps this person may take now, in the order of the table."""
    return steps.open_steps(STEPS, status, hats)


def find_step(status: Status | str, verb: str, hats: Iterable[Role]) -> Step:
    """The step for `verb`, or `StepRefused` saying whether the verb, the moment or the person is wrong."""
    return steps.find_step(STEPS, status, verb, hats, "permohonan")


def is_open_as_a_whole(status: Status, questioned: bool) -> bool:
    """Every question may be answered: of a draft, and of an incomplete form where no single question is `questioned`.

    Of any other form only the questioned items are open, with all that depends on them.
    """
    return status == S.DRAFT or (status == S.INCOMPLETE and not questioned)


ROMANTIK_STATUS = {
    S.DRAFT: "", S.SUBMITTED: "pemeriksaan", S.INCOMPLETE: "perbaikan", S.IN_REVIEW: "pemeriksaan",
    S.NEEDS_REVISION: "perbaikan", S.REVISED: "pemeriksaan", S.EVALUATION: "pemeriksaan",
    S.DRAFTING: "pengesahan", S.INITIALLING: "pengesahan", S.AWAITING_SIGNATURE: "pengesahan", S.SIGNING: "pengesahan",
    S.ISSUED: "penerbitan", S.COMPLETED: "selesai", S.WITHDRAWN: "selesai",
}  # fmt: skip
"""Status → `status_pengajuan` in ROMANTIK."""


TRACK: tuple[Stage, ...] = (
    Stage("fill", "Pengisian", frozenset({S.DRAFT})),
    Stage("completeness", "Pemeriksaan kelengkapan", frozenset({S.SUBMITTED, S.INCOMPLETE})),
    Stage("review", "Pemeriksaan rancangan", frozenset({S.IN_REVIEW, S.NEEDS_REVISION, S.REVISED})),
    Stage("evaluation", "Evaluasi tim", frozenset({S.EVALUATION})),
    Stage("letter", "Naskah dan pengesahan", frozenset({S.DRAFTING, S.INITIALLING, S.AWAITING_SIGNATURE, S.SIGNING})),
    Stage("done", "Surat terbit", frozenset({S.ISSUED, S.COMPLETED})),
)
