"""The steps of a submission: which verb leads from which status to which, and who may take it.

The table follows the office's published standard (steps 9–14 and 18–22: submit, examine, evaluate with the
team, draft, issue, send) and, between them, the statuses ROMANTIK keeps: pemeriksaan, perbaikan, pengesahan,
penerbitan, selesai. `STEPS` is the documentation; everything else in this module only reads it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pst.rules.roles import Role
from pst.rules.steps import Stage, find_row, open_rows


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
    AWAITING_SIGNATURE = "awaiting_signature"
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


@dataclass(frozen=True)
class Step:
    """One row of the table: `verb` leads from any of `sources` to `target`, taken by any of `roles`.

    `email` names the kind of message the applicant gets; `clock` what happens to the working days.
    """

    verb: str
    label: str
    sources: frozenset[Status]
    target: Status
    roles: frozenset[Role]
    note_needed: bool = False
    email: str | None = None
    clock: ClockMark | None = None

    @property
    def takers(self) -> frozenset[Role]:
        return self.roles


S, R, C = Status, Role, ClockMark


def _step(verb: str, label: str, sources: Iterable[Status], target: Status, roles: Iterable[Role], **more: Any) -> Step:
    return Step(verb, label, frozenset(sources), target, frozenset(roles), **more)


BEFORE_DECISION = (S.SUBMITTED, S.INCOMPLETE, S.IN_REVIEW, S.NEEDS_REVISION, S.REVISED, S.EVALUATION)
BEFORE_ISSUE = (*BEFORE_DECISION, S.DRAFTING, S.AWAITING_SIGNATURE)
BOTH = (R.APPLICANT, R.OFFICER)

# fmt: off
STEPS: tuple[Step, ...] = (
    _step("submit", "Kirim permohonan", [S.DRAFT], S.SUBMITTED, BOTH, email="received"),
    _step("submit", "Kirim kembali", [S.INCOMPLETE], S.SUBMITTED, BOTH, email="revision_received"),
    _step("submit", "Kirim perbaikan", [S.NEEDS_REVISION], S.REVISED, BOTH, email="revision_received", clock=C.RESUME),
    _step("declare_complete", "Nyatakan lengkap", [S.SUBMITTED], S.IN_REVIEW, [R.OFFICER],
          email="declared_complete", clock=C.START),
    _step("return_incomplete", "Kembalikan: belum lengkap", [S.SUBMITTED], S.INCOMPLETE, [R.OFFICER],
          note_needed=True, email="returned_incomplete", clock=C.RESET),
    _step("resume_review", "Periksa perbaikan", [S.REVISED], S.IN_REVIEW, [R.OFFICER]),
    _step("return_for_revision", "Kembalikan untuk diperbaiki", [S.IN_REVIEW, S.EVALUATION], S.NEEDS_REVISION,
          [R.OFFICER], note_needed=True, email="returned_for_revision", clock=C.PAUSE),
    _step("start_evaluation", "Mulai evaluasi tim", [S.IN_REVIEW], S.EVALUATION, [R.OFFICER]),
    _step("start_drafting", "Susun naskah surat", [S.EVALUATION], S.DRAFTING, [R.OFFICER]),
    _step("propose_refusal", "Usulkan penolakan karena tiga bulan tanpa tanggapan", [S.NEEDS_REVISION], S.DRAFTING,
          [R.OFFICER], note_needed=True, clock=C.RESUME),
    _step("back_to_evaluation", "Kembali ke evaluasi", [S.DRAFTING], S.EVALUATION, [R.OFFICER], note_needed=True),
    _step("request_signature", "Ajukan ke Kepala", [S.DRAFTING], S.AWAITING_SIGNATURE, [R.OFFICER]),
    _step("send_back", "Kembalikan ke petugas", [S.AWAITING_SIGNATURE], S.DRAFTING, [R.HEAD], note_needed=True),
    _step("issue", "Terbitkan surat", [S.AWAITING_SIGNATURE], S.ISSUED, [R.HEAD], email="issued"),
    _step("deliver", "Tandai surat sudah diterima pemohon", [S.ISSUED], S.COMPLETED, [R.OFFICER, R.SYSTEM], clock=C.STOP),
    _step("withdraw", "Batalkan permohonan", [S.DRAFT, *BEFORE_ISSUE], S.WITHDRAWN, BOTH,
          note_needed=True, email="withdrawn", clock=C.STOP),
)
# fmt: on

FINAL = frozenset({Status.COMPLETED, Status.WITHDRAWN})
"""Nothing follows these."""

WITH_APPLICANT = frozenset({Status.DRAFT, Status.INCOMPLETE, Status.NEEDS_REVISION})
"""The applicant may write answers; the office waits."""

WAITING_FOR_OFFICER = frozenset({S.SUBMITTED, S.IN_REVIEW, S.REVISED, S.EVALUATION, S.DRAFTING, S.ISSUED})
WAITING_FOR_HEAD = frozenset({S.AWAITING_SIGNATURE})

OPEN = frozenset(Status) - FINAL - {Status.DRAFT}
"""Sent, and not yet finished."""


def open_steps(status: Status | str, roles: Iterable[Role]) -> list[Step]:
    """The steps this person may take now, in the order of the table."""
    return open_rows(STEPS, status, roles)


def find_step(status: Status | str, verb: str, roles: Iterable[Role]) -> Step:
    """The step for `verb`, or `StepRefused` saying whether the verb, the moment or the person is wrong."""
    return find_row(STEPS, status, verb, roles, "permohonan")


ROMANTIK_STATUS = {
    S.DRAFT: "", S.SUBMITTED: "pemeriksaan", S.INCOMPLETE: "perbaikan", S.IN_REVIEW: "pemeriksaan",
    S.NEEDS_REVISION: "perbaikan", S.REVISED: "pemeriksaan", S.EVALUATION: "pemeriksaan",
    S.DRAFTING: "pengesahan", S.AWAITING_SIGNATURE: "pengesahan", S.ISSUED: "penerbitan",
    S.COMPLETED: "selesai", S.WITHDRAWN: "selesai",
}  # fmt: skip
"""Status → `status_pengajuan` in ROMANTIK."""


TRACK: tuple[Stage, ...] = (
    Stage("fill", "Pengisian", frozenset({S.DRAFT})),
    Stage("completeness", "Pemeriksaan kelengkapan", frozenset({S.SUBMITTED, S.INCOMPLETE})),
    Stage("review", "Pemeriksaan rancangan", frozenset({S.IN_REVIEW, S.NEEDS_REVISION, S.REVISED})),
    Stage("evaluation", "Evaluasi tim", frozenset({S.EVALUATION})),
    Stage("letter", "Naskah dan pengesahan", frozenset({S.DRAFTING, S.AWAITING_SIGNATURE})),
    Stage("done", "Surat terbit", frozenset({S.ISSUED, S.COMPLETED})),
)
