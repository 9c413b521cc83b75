"""What whoever puts initials on a draft, or signs it, reads first: the letter and its examination on one page."""

from typing import Any

from flask import abort

from pst.actions.letters.draft import written
from pst.actions.letters.facts import draft_facts, item_of
from pst.actions.letters.findings import in_the_way
from pst.actions.review.evaluations import is_alone
from pst.actions.review.examinations import blocks_of
from pst.actions.seen import mark_of
from pst.actions.submissions.activity import differing_agency
from pst.models.audit import Event
from pst.models.letters.initials import Initial
from pst.models.letters.letters import Letter
from pst.models.review.evaluations import Evaluation, Opinion
from pst.models.review.examinations import Examined
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.review import labels
from pst.views.letters.reading import paper_of
from pst.views.submissions.progress import progress_of
from pst.web.instance import the_office
from pst.web.navigation import work_trail


def examined(submission: Submission, here: str) -> dict[str, Any]:
    """The draft, and everything that was found before it."""
    draft = Letter.draft_of(submission) or abort(404)
    sitting, remarks = Evaluation.latest(submission), list(Remark.sent_of(submission))
    opinions = list(Opinion.of(sitting)) if sitting else []
    marks, form = Examined.of(submission), shelf.find(submission.questionnaire)
    unexamined = [block.title for block in blocks_of(submission) if block.number not in marks]
    titles = {question.code: item_of(form, question.code) for question in form.questions}
    return {
        **draft_page(submission, here),
        "draft": draft,
        "seen": mark_of(written(draft)),
        "paper": paper_of(draft_facts(draft, submission, the_office())),
        "initials": Initial.of(draft.id),
        "remarks": remarks,
        "counts": _counts(submission, remarks),
        "titles": titles,
        "examined": [f"{block.title}: {marks[block.number].officer}" for block in form.blocks if block.number in marks],
        "unexamined": unexamined,
        "amiss": _amiss(submission, draft, sitting, opinions, unexamined),
        "sitting": sitting,
        "opinions": opinions,
        "progress": progress_of(submission),
        "history": list(Event.of("submission", submission.number)),
        "severities": labels.SEVERITY_LABELS,
        "remark_states": labels.REMARK_STATE_LABELS,
        "stances": labels.STANCE_LABELS,
    }


def draft_page(submission: Submission, here: str = "Naskah surat") -> dict[str, Any]:
    """What stands around a page about the draft."""
    trail = work_trail((submission.number, f"/petugas/permohonan/{submission.number}"), (here, ""))
    return {"submission": submission, "breadcrumbs": trail, "wide": True}


def _counts(submission: Submission, remarks: list[Remark]) -> dict[str, int]:
    """How many remarks were sent, are settled, still open, and were taken back before they were sent."""
    settled = sum(remark.state == "settled" for remark in remarks)
    return {
        "sent": len(remarks),
        "settled": settled,
        "open": len(remarks) - settled,
        "dropped": Remark.count_dropped(submission),
    }


def _amiss(
    submission: Submission, draft: Letter, sitting: Evaluation | None, opinions: list[Opinion], unexamined: list[str]
) -> list[str]:
    """What is not as it should be, and the head should know before signing."""
    lines = [f"Catatan wajib belum selesai: {each}" for each in in_the_way(submission, draft.outcome)]
    lines += [f"Belum diperiksa siapa pun: {title}" for title in unexamined]
    if sitting is None or not sitting.concluded_at:
        lines.append("Tidak ada kesimpulan evaluasi tim.")
    elif is_alone(opinions, sitting.concluded_by_id):
        lines.append(f"Dievaluasi sendiri: {sitting.alone_reason or 'alasannya tidak tercatat.'}")
    if agencies := differing_agency(submission):
        named, own = agencies
        lines.append(f"Instansi pada isian 1.1: surat menyebut {named}, akun pemohon terdaftar pada {own}.")
    return lines
