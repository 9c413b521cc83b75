"""One submission as the officer works on it: its page, and the small things done from its side."""

import json

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.actions.catalogue import romantik
from pst.actions.catalogue.fieldwork import met_by
from pst.actions.catalogue.likeness import alike_to, design_of, said_when_sent
from pst.actions.submissions import messages, submissions
from pst.exchange.romantik import copy_sheet
from pst.forms.review.case import RemarkForm, RomantikForm
from pst.forms.submissions.submissions import MessageForm
from pst.models.accounts.users import User
from pst.models.review.remarks import Remark
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.catalogue.design_checks import find_rule
from pst.rules.catalogue.likeness import said_in_words
from pst.rules.letters.numbering import looks_like_identity
from pst.rules.roles import Role
from pst.views.review import case_answers, case_sections
from pst.views.review.buttons import may_remark
from pst.views.submissions.cases import find_to_work_on, office_page
from pst.views.submissions.overtaken import CasePage, overtaken_in_office
from pst.web.access import roles
from pst.web.downloads import file_answer
from pst.web.form_pages import AnyForm
from pst.web.fragments import fragment_or_redirect, led_to, page_or_fragment, saved
from pst.web.instance import the_office
from pst.web.navigation import work_trail
from pst.web.querying import number_of
from pst.web.unread import opened

blueprint = Blueprint("review", __name__, url_prefix="/petugas/permohonan")
desk = roles(Role.OFFICER, Role.HEAD)
officers = roles(Role.OFFICER)
UNANSWERED = {True: "Belum dijawab.", False: "Instansi yang sama; tidak ditanyakan."}
"""What stands where the applicant said nothing of one that is alike, by whether it was asked about."""


@blueprint.get("/<number>")
@desk
def show(number: str) -> Response | str:
    """The submission, in the section the work is in or the one asked for."""
    submission = find_to_work_on(number)
    section = request.args.get("lihat") or case_sections.first_section(submission)
    if section == "perubahan":  # a section of its own once; mails and bookmarks still name it
        return led_to(url_for(".show", number=number, lihat="isian", saring="berubah"))
    if section not in case_sections.SHOWN:
        abort(404)
    opened("submission", number)
    box = _asked_box(submission)
    if box is not None:
        return case_sections.with_box(submission, box)
    shown = case_sections.context(submission, section)
    return render_template("review/case/show.html", dropped=_dropped(submission), **shown)


@blueprint.post("/<number>/disposisi")
@officers
def assign(number: str) -> Response:
    """Hand it to a named officer."""
    submission = find_to_work_on(number)
    with _page(submission, "assign_form", case_sections.assign_form(submission, request.form)) as form:
        officer = next(person for person in User.officers() if person.id == form.officer.data)
        submissions.assign(submission, officer, current_user, clock.now())
    return saved(url_for(".show", number=number), f"Ditugaskan kepada {officer.name}.", number)


@blueprint.post("/<number>/ambil")
@officers
def take_up(number: str) -> Response:
    """Take it, from the list of what waits."""
    submissions.take_up(find_to_work_on(number), current_user, clock.now())
    return saved(url_for("waiting.desk"), f"{number} menjadi tugas Anda.", number)


@blueprint.post("/<number>/pesan")
@desk
def message(number: str) -> Response:
    """Write to the applicant."""
    submission = find_to_work_on(number)
    with _page(submission, "message_form", MessageForm(), "pesan") as form:
        messages.send_message(submission, current_user, form.text.data, clock.now())
    here = url_for(".show", number=number, lihat="pesan")
    return fragment_or_redirect(
        "review/case/_messages.html",
        here,
        "Pesan terkirim.",
        submission=submission,
        **case_sections.conversation(submission),
    )


@blueprint.post("/<number>/pesan/<int:message_id>/tarik")
@desk
def withdraw_message(number: str, message_id: int) -> Response:
    """Take it back; its words stand in the box again."""
    submission = find_to_work_on(number)
    message = Message.find(submission, message_id) or abort(404)
    words = messages.withdraw_message(message, submission, current_user, clock.now())
    form = MessageForm(formdata=None, data={"text": words})
    shown = case_sections.context(submission, "pesan", message_form=form)
    return page_or_fragment("review/case/show.html", "review/case/_messages.html", **shown)


@blueprint.post("/<number>/kontak")
@desk
def contact(number: str) -> Response:
    """Show how the applicant can be reached, and remember who asked."""
    submission = find_to_work_on(number)
    audit.record_look(current_user, f"contact {number}", clock.now(), "Menghubungi pemohon")
    section = case_sections.first_section(submission)
    return page_or_fragment(
        "review/case/show.html",
        "review/case/_contact.html",
        **case_sections.context(submission, section, contact_shown=True),
    )


@blueprint.post("/<number>/romantik")
@officers
def note_romantik(number: str) -> Response:
    """Keep what ROMANTIK gave."""
    submission = find_to_work_on(number)
    with _page(submission, "romantik_form", RomantikForm()) as form:
        given, identity = form.romantik_id.data or "", form.identity_number.data or ""
        romantik.note_romantik(submission, current_user, clock.now(), given, identity, form.seen.data or "")
    odd = identity and not looks_like_identity(identity)
    words = (
        "Tersimpan. Bentuk nomor identitas tidak seperti biasanya (V-26.6104.001); periksa sekali lagi."
        if odd
        else "Tersimpan."
    )
    return saved(url_for(".show", number=number), words, number)


@blueprint.get("/<number>/romantik.json")
@desk
def romantik_json(number: str) -> Response:
    """The submission in ROMANTIK's own key names."""
    record = romantik.export_record(find_to_work_on(number))
    audit.record_look(current_user, f"submission {number}", clock.now(), "Mengunduh untuk ROMANTIK")
    text = json.dumps(record, ensure_ascii=False, indent=2)
    return file_answer(text, "application/json", f"{number}-romantik.json")


@blueprint.get("/<number>/serupa")
@desk
def alike(number: str) -> str:
    """What is like this one, field beside field."""
    submission = find_to_work_on(number)
    said = said_when_sent(submission)
    mine, near = design_of(submission), alike_to(submission, the_office().everyday_words, said)
    found = [each.alike for each in near]
    own = (submission.title, "", "", mine.year, mine.region, "\n".join(mine.variables))
    labels = ("Judul", "Instansi", "Kemiripan", "Tahun", "Wilayah", "Variabel")
    names = ("title", "agency", "reason", "year", "region", "variables")
    return render_template(
        "review/case/alike.html",
        submission=submission,
        alike=found,
        lines=[
            (label, value, [getattr(each, name) for each in found])
            for label, value, name in zip(labels, own, names, strict=True)
        ]
        + [("Kata pemohon", "", [each.words or UNANSWERED[each.asked] for each in near])],
        earlier=[
            (each["title"], each["agency"], said_in_words(each["choice"], each["why"]))
            for key, each in said.items()
            if key not in {shown.key for shown in near}
        ],
        wide=True,
        breadcrumbs=work_trail((number, url_for(".show", number=number)), ("Kegiatan serupa", "")),
    )


@blueprint.get("/<number>/lapangan")
@desk
def field(number: str) -> str:
    """Who else asks the same people."""
    submission = find_to_work_on(number)
    return render_template(
        "review/case/field.html",
        submission=submission,
        met=met_by(submission),
        wide=True,
        breadcrumbs=work_trail((number, url_for(".show", number=number)), ("Kalender lapangan", "")),
    )


@blueprint.get("/<number>/salinan")
@desk
def copy_lines(number: str) -> str:
    """The answers in the order of ROMANTIK's pages, for typing over."""
    submission = find_to_work_on(number)
    audit.record_look(current_user, f"submission {number}", clock.now(), "Menyalin isian untuk ROMANTIK")
    pages: dict[str, list[tuple[str, str]]] = {}
    given = case_answers.sent_answers(submission)
    for page_name, label, value in copy_sheet(given, shelf.find(submission.questionnaire)):
        pages.setdefault(page_name, []).append((label, value))
    return render_template(
        "review/case/copy.html",
        submission=submission,
        pages=pages,
        wide=True,
        breadcrumbs=work_trail((number, url_for(".show", number=number)), ("Lembar salin", "")),
    )


def _page(submission: Submission, name: str, form: AnyForm, section: str = "") -> CasePage[AnyForm]:
    """The whole page, with this form under its name in the section it stands in."""
    section = section or case_sections.first_section(submission)
    return CasePage(
        "review/case/show.html",
        form,
        lambda: case_sections.context(submission, section),
        overtaken_in_office(submission, office_page(submission.number)),
        name,
    )


def _dropped(submission: Submission) -> Remark | None:
    """The remark whose dropping may be taken back, as the address names it."""
    number = number_of("dihapus")
    remark = Remark.find(submission, number) if number else None
    return remark if remark and remark.state == "dropped" else None


def _asked_box(submission: Submission) -> RemarkForm | None:
    """The remark form that the address asks to open (`catat`, "umum" for the submission as a whole)."""
    code = request.args.get("catat")
    if not code or not may_remark(submission, current_user):
        return None
    code = "" if code == "umum" else code
    rule = find_rule(request.args.get("temuan", ""))
    return case_answers.agreed_box(submission, rule, code) if rule else case_answers.remark_box(submission, code)
