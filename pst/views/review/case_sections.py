"""What an officer's page of one submission shows: its head and its sections, each from named queries.

The answers with their remarks are `case_answers.py`'s.
"""

from datetime import date, timedelta
from typing import Any

from flask import Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.actions.catalogue import romantik
from pst.actions.review.evaluations import concluded, is_alone, may_be_refused_from
from pst.actions.review.examinations import unexamined
from pst.actions.review.extensions import may_be_extended
from pst.actions.review.obstacles import obstacles
from pst.actions.submissions import messages
from pst.actions.submissions.activity import differing_agency
from pst.forms.base import choices
from pst.forms.review.case import AssignForm, ConclusionForm, RemarkForm, RomantikForm
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.frontdesk.visits import Visit
from pst.models.review import worklist
from pst.models.review.evaluations import Evaluation, InternalNote, Opinion
from pst.models.review.register import FILTERS, SORTS, register_beside
from pst.models.review.remarks import Remark
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.frontdesk.tickets import SERVICE_LABELS
from pst.rules.office.office import Office
from pst.rules.review import labels
from pst.rules.review.workflow import WITH_APPLICANT, Status
from pst.rules.roles import Role
from pst.views.letters.case_letter import desk_context
from pst.views.review import case_answers
from pst.views.review.buttons import buttons
from pst.views.submissions.progress import progress_of
from pst.web.fragments import page_or_fragment, wants_fragment
from pst.web.instance import the_office
from pst.web.navigation import work_trail
from pst.web.walking import way_through

SECTIONS = (
    ("isian", "Isian dan catatan"),
    ("evaluasi", "Evaluasi"),
    ("pesan", "Pesan"),
    ("jam", "Hitungan hari kerja"),
    ("riwayat", "Riwayat"),
    ("surat", "Surat"),
)
FIRST_SECTION = {
    Status.EVALUATION: "evaluasi",
    Status.DRAFTING: "surat",
    Status.INITIALLING: "surat",
    Status.AWAITING_SIGNATURE: "surat",
    Status.SIGNING: "surat",
    Status.ISSUED: "surat",
    Status.COMPLETED: "surat",
}
CHANGED = "catatan-berubah"
"""The event that tells the page that a remark or a mark is another now: lists and steps beside the sheet follow."""

TOGETHER = timedelta(minutes=5)
"""Who opened the page within this time is taken to be working on it."""


def context(submission: Submission, section: str, **more: Any) -> dict[str, Any]:
    """Everything the page shows in this section; `more` wins over it, e.g. a form that was refused."""
    shown = SHOWN[section](submission)
    return {**head(submission, section, shown), **shown, **more}


def first_section(submission: Submission) -> str:
    """Where the work is, now."""
    return FIRST_SECTION.get(submission.state, "isian")


def head(submission: Submission, section: str, shown: dict[str, Any]) -> dict[str, Any]:
    """What stands around every section; remembers that this person opened the submission."""
    office = the_office()
    progress = progress_of(submission, for_office=True)
    number, register = submission.number, "worklist.register"
    way = way_through(FILTERS, SORTS, register_beside, submission, "review.show", register)
    return {
        "way": way,
        "section": section,
        "sections": _tabs(submission, section),
        "progress": progress,
        **steps(submission, office, shown.get("remarks"), shown.get("marks")),
        "others": look(submission),
        "silent_from": _silent_from(submission, office),
        "assign_form": assign_form(submission),
        "romantik_form": RomantikForm(formdata=None, obj=submission).showing(romantik.noted(submission)),
        "left_over": romantik.left_over(submission),
        "agencies": differing_agency(submission),
        "channel": labels.CHANNEL_LABELS.get(submission.channel, submission.channel),
        "may_work": current_user.has(Role.OFFICER),
        **case_answers.around(submission),
        "contact_shown": False,
        "wide": True,
        "breadcrumbs": work_trail(("Permohonan", way.back if way else url_for(register)), (number, "")),
    }


def parts_beside(submission: Submission) -> dict[str, Any]:
    """The list of the parts, which follows what is done in the sheet; or the page."""
    if not wants_fragment():
        return context(submission, "isian")
    return {**case_answers.answers(submission), **case_answers.around(submission)}


def steps_beside(submission: Submission) -> dict[str, Any]:
    """The steps, which follow what is done in the sheet; or the page."""
    if not wants_fragment():
        return context(submission, "isian")
    shown = {**steps(submission, the_office()), **case_answers.around(submission)}
    return {**shown, "progress": progress_of(submission, for_office=True)}


def with_box(submission: Submission, form: RemarkForm, status: int = 200) -> Response:
    """The question with its box open: alone for htmx, else on the page."""
    if wants_fragment():
        shown = case_answers.question(submission, form.code.data or "", form)
    else:
        shown = case_answers.answers(submission, form)
        shown = {**head(submission, "isian", shown), **shown}
    return page_or_fragment("review/case/show.html", "review/case/_question.html", status, **shown)


def steps(
    submission: Submission, office: Office, remarks: list[Any] | None = None, marks: Any = None
) -> dict[str, Any]:
    """The next step and what stands in its way, the other steps, the remarks that wait to be sent.

    Remarks and marks of parts are read here where they are not at hand.
    """
    remarks = Remark.shown_of(submission) if remarks is None else remarks
    found = buttons(submission, current_user, office)
    onward = found[0] if found and found[0].leads_on else None
    return {
        "onward": onward,
        "in_the_way": obstacles(submission, onward.verb, office, remarks, marks) if onward else [],
        "steps": found[1:] if onward else found,
        "noted": shelf.find(submission.questionnaire).in_order(row for row in remarks if row.state == "noted"),
        "with_applicant": submission.status in WITH_APPLICANT - {Status.DRAFT},
    }


def look(submission: Submission) -> list[Any]:
    """Who else has it open; one's own look is kept once in five minutes, so that the log stays readable."""
    at, what = clock.now(), f"submission {submission.number}"
    seen = worklist.looks_since(what, at - TOGETHER)
    if current_user.id not in {row.id for row in seen}:
        audit.record_look(current_user, what, at, "Membuka permohonan")
    return [row for row in seen if row.id != current_user.id]


def assign_form(submission: Submission, formdata: Any = None) -> AssignForm:
    """Whom it may be given to, the present officer chosen."""
    form = AssignForm(formdata=formdata, officer=submission.assignee_id)
    people = [person for person in User.officer_names() if person[0] != submission.applicant_id]
    form.officer.choices = choices(people, "Pilih petugas …")
    return form


def evaluation(submission: Submission) -> dict[str, Any]:
    """The team's sitting, its opinions, the discussion inside the office."""
    sitting = Evaluation.latest(submission)
    opinions = list(Opinion.of(sitting)) if sitting else []
    invited = {opinion.officer_id for opinion in opinions}
    return {
        "sitting": sitting,
        "opinions": opinions,
        "mine": next((opinion for opinion in opinions if opinion.officer_id == current_user.id), None),
        "notes": list(InternalNote.of(submission)),
        "colleagues": [(p.id, p.name) for p in User.colleagues() if p.id not in invited | {submission.applicant_id}],
        "blank_conclusion": _conclusion_form(sitting, opinions),
        "alone": is_alone(opinions, current_user.id),
        "sitting_now": submission.status == Status.EVALUATION and sitting is not None,
        "stances": labels.STANCE_LABELS,
    }


def _conclusion_form(sitting: Evaluation | None, opinions: list[Opinion]) -> ConclusionForm:
    """What was concluded, to correct it; or today, with everybody who gave an opinion."""
    if sitting is None:
        return ConclusionForm(formdata=None)
    form = ConclusionForm(formdata=None, obj=sitting)
    if not sitting.concluded_at:
        form.held_on.data, form.participants.data = clock.today(), _present(opinions)
    form.showing(concluded(sitting))
    return form


def _present(opinions: list[Opinion]) -> str:
    """Who looks at the page, and everybody who gave an opinion."""
    given = [opinion.officer.name for opinion in opinions if opinion.given_at]
    return "\n".join(dict.fromkeys([current_user.name, *given]))


def conversation(submission: Submission) -> dict[str, Any]:
    """The messages; those of the applicant count as read."""
    messages.mark_read(submission, by_office=True, at=clock.now())
    said, at = list(Message.of(submission)), clock.now()
    return {
        "messages": said,
        "withdrawable": {each.id for each in said if messages.may_withdraw(each, current_user, at)},
        "may_write_message": submission.status != Status.DRAFT,
    }


def timekeeping(submission: Submission) -> dict[str, Any]:
    """The clock is every section's; here the head may extend it."""
    return {"may_extend": current_user.has(Role.HEAD) and may_be_extended(submission)}


def history(submission: Submission) -> dict[str, Any]:
    """Everything that happened, newest first, and the visits about it."""
    return {
        "events": list(Event.of("submission", submission.number))[::-1],
        "private": labels.PRIVATE_VERBS,
        "visits": list(Visit.of_submission(submission)),
        "service_labels": SERVICE_LABELS,
    }


def letter(submission: Submission) -> dict[str, Any]:
    """The letter, and beside it what the examination came to: what the head reads before signing."""
    remarks = Remark.shown_of(submission)
    settled = sum(remark.state == "settled" for remark in remarks)
    return {
        "sitting": Evaluation.latest(submission),
        "remarks": remarks,
        "remark_count": len(remarks),
        "settled_count": settled,
        "stances": labels.STANCE_LABELS,
        "unexamined": unexamined(submission),
        **desk_context(submission, current_user),
    }


SHOWN = {
    "isian": case_answers.answers,
    "evaluasi": evaluation,
    "pesan": conversation,
    "jam": timekeeping,
    "riwayat": history,
    "surat": letter,
}


def _tabs(submission: Submission, section: str) -> list[tuple[str, str, bool]]:
    unread = Message.unread(submission, by_office=True)
    more = {"pesan": f" ({unread} baru)" if unread else ""}
    return [
        (label + more.get(key, ""), url_for("review.show", number=submission.number, lihat=key), key == section)
        for key, label in SECTIONS
    ]


def _silent_from(submission: Submission, office: Office) -> date | None:
    """The day from which silence may lead to refusal, once it has come."""
    day = may_be_refused_from(submission, office)
    return day if day and clock.today() >= day else None
