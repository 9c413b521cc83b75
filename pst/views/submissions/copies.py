"""The applicant's copies on paper, put together from a revision."""

from collections.abc import Iterable, Iterator

from pst import clock
from pst.models.office.settings import the_letterhead
from pst.models.submissions.submissions import Revision, Submission
from pst.paper.submissions.filled_form import filled_form_pdf
from pst.paper.submissions.form_facts import FilledFormFacts, FormBlock, FormRow, FormTable, ReceiptFacts
from pst.paper.submissions.receipt import receipt_pdf
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked
from pst.questionnaires.kinds import Files, Question, Table
from pst.rules import wording
from pst.rules.catalogue.beside import read_beside
from pst.rules.office.office import Office
from pst.rules.review import labels
from pst.rules.review.workflow import Status
from pst.rules.submissions import deadlines


def filled_form(submission: Submission, revision: Revision, office: Office, site: str) -> bytes:
    """A revision exactly as it was sent, as PDF."""
    form = shelf.find(revision.questionnaire)
    blocks = tuple(
        FormBlock(block.title, tuple(_rows(asked(form, revision.answers, block), revision)))
        for block in form.blocks
        if asked(form, revision.answers, block)
    )
    return filled_form_pdf(FilledFormFacts(blocks=blocks, **_head(submission, revision, office, site)))


def receipt(submission: Submission, revision: Revision, office: Office, site: str) -> bytes:
    """Proof that the submission arrived, with the rule its days are counted by."""
    rule = submission.sent_rule
    return receipt_pdf(
        ReceiptFacts(
            clock_rule=deadlines.rule_in_words(rule),
            due_rule=deadlines.counting_in_words(rule),
            next_steps=(
                labels.NEXT_FOR_APPLICANT[Status.SUBMITTED],
                "Anda menerima surel setiap kali keadaan permohonan berubah.",
                "Surat rekomendasi dapat diunduh di situs ini dan dikirim ke alamat surel Anda.",
            ),
            **_head(submission, revision, office, site),
        )
    )


def _head(submission: Submission, revision: Revision, office: Office, site: str) -> dict:
    return {
        "office": the_letterhead(office),
        "number": submission.number,
        "code": submission.code,
        "track_url": f"{site}/lacak",
        "revision": revision.number,
        "sent_at": wording.long_moment(clock.local(revision.sent_at)),
        "made_at": revision.sent_at,
        "title": revision.answers.get("judul_kegiatan", ""),
        "applicant": submission.applicant.name,
        "agency": _agency(submission, revision),
    }


def _agency(submission: Submission, revision: Revision) -> str:
    """The organiser as the form names it, else the agency of the account."""
    named = revision.answers.get("instansi_penyelenggara", "")
    return named or (submission.agency.name if submission.agency else "")


def _rows(questions: Iterable[Question], revision: Revision) -> Iterator[FormRow]:
    """Each question with its answer, and what is kept beside it."""
    details = read_beside(revision.beside)
    for question in questions:
        yield FormRow(question.number, question.label, _answer(question, revision))
        if question.code in details:
            yield FormRow("", "Rincian (tambahan kantor)", "\n".join(details[question.code]))


def _answer(question: Question, revision: Revision) -> str | FormTable:
    if isinstance(question, Files):
        return "\n".join(
            f"{item['name']} (SHA-256 {item['sha256']})"
            for item in revision.attachments
            if item["code"] == question.code
        )
    value = revision.answers.get(question.code)
    if isinstance(question, Table) and question.rows(value):
        rows = tuple(
            tuple(column.show(row.get(column.code)) or "–" for column in question.columns)
            for _, row in question.filled_rows(value)
        )
        return FormTable(tuple(column.label for column in question.columns), rows)
    return question.show(value)
