"""The letter on an officer's page: the draft being written, what waits for the head, what was issued."""

from dataclasses import dataclass
from typing import Any

from pst import clock
from pst.actions.letters.book_years import number_lacking
from pst.actions.letters.draft import BEGINNINGS, unfinished, written
from pst.actions.letters.facts import draft_facts, item_of
from pst.actions.submissions.duties import RESULTS_CODE
from pst.actions.submissions.metadata import gaps_in
from pst.actions.submissions.progress import hats_on
from pst.forms.letters.letters import DraftForm
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.files import Attachment
from pst.models.letters.initials import Initial
from pst.models.letters.letters import Letter
from pst.models.office.sentences import Sentence
from pst.models.submissions.duties import Duty
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.letters.numbering import looks_like_identity
from pst.rules.office.sentences import PLACES
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.rules.submissions.duties import METADATA, RESULTS
from pst.views.letters.reading import Paper, paper_of
from pst.web.instance import the_office

SENT_BACK = ("send_back", "refuse_initial")


@dataclass(frozen=True)
class Desk:
    """The letter section of an officer's page: the draft being written, or the letter that was issued."""

    submission: Submission
    draft: Letter | None
    waiting: Letter | None
    issued: Letter | None
    form: DraftForm | None
    paper: Paper | None
    sent_back: Event | None
    problems: list[tuple[str, str]]
    initials: list[Initial]
    """Those that the draft before the head needed, or still needs."""
    initials_wait: bool
    may_initial: bool
    signature_waits: bool
    may_sign: bool
    identity_odd: bool
    year: int
    number_lacking: str
    findings: list[tuple[str, str, str, str]]
    """Of each remark: the item, its ready sentence, what the letter says of it, and where."""
    results_duties: list[Duty]
    metadata_duties: list[Duty]
    metadata_gaps: list[str]
    """What the metadata still lack, table by table, while nobody has found them complete."""
    results_files: list[Attachment]


def desk_context(submission: Submission, user: User, form: DraftForm | None = None) -> dict[str, Any]:
    """What the letter section of an officer's page needs; `form` is one that was refused."""
    hats, status = hats_on(submission, user), submission.status
    waiting, initialling = status == Status.AWAITING_SIGNATURE, status == Status.INITIALLING
    draft = Letter.draft_of(submission) if waiting or initialling or status == Status.DRAFTING else None
    writing = draft is not None and status == Status.DRAFTING
    editable = writing and Role.OFFICER in hats
    issued = Letter.shown_of(submission)
    owed = list(Duty.of(submission)) if issued else []
    duties = [duty for duty in owed if duty.kind == RESULTS]
    metadata_duties = [duty for duty in owed if duty.kind == METADATA]
    return {
        "desk": Desk(
            submission=submission,
            draft=draft,
            waiting=Letter.waiting_of(submission) if _another_waits(status, issued) else None,
            issued=issued,
            form=form or (_form_of(draft) if editable and draft else None),
            paper=paper_of(draft_facts(draft, submission, the_office())) if draft else None,
            sent_back=_sent_back(submission) if writing else None,
            problems=unfinished(draft) if writing and draft else [],
            initials=Initial.of(draft.id) if draft and not writing else [],
            initials_wait=initialling,
            may_initial=Role.INITIALLER in hats,
            signature_waits=waiting,
            may_sign=waiting and Role.HEAD in hats,
            identity_odd=_identity_odd(draft),
            year=clock.today().year,
            number_lacking=_number_lacking(draft) if writing and draft else "",
            findings=_findings(draft, submission) if draft else [],
            results_duties=duties,
            metadata_duties=metadata_duties,
            metadata_gaps=gaps_in(submission) if any(not duty.confirmed_at for duty in metadata_duties) else [],
            results_files=_handed_in(submission) if any(duty.done_at for duty in duties) else [],
        )
    }


def _another_waits(status: str, issued: Letter | None) -> bool:
    """A letter with a number waits for its signature: the first, or one that replaces what went out."""
    return status == Status.SIGNING or bool(issued and issued.another_waits)


def _findings(draft: Letter, submission: Submission) -> list[tuple[str, str, str, str]]:
    form, conditions = shelf.find(submission.questionnaire), draft.draft["conditions"]
    return [
        (
            item_of(form, each["code"]) if each["code"] else "Seluruh permohonan",
            f"{each['sentence']}, versi {each['version']}" if each["sentence"] else "–",
            each["words"],
            "Lampiran, huruf C" if each["words"] in conditions else "Lampiran, huruf B",
        )
        for each in draft.draft.get("findings", ())
    ]


def _number_lacking(draft: Letter) -> str:
    return number_lacking(draft.draft["letter_number"], clock.today().year)


def _handed_in(submission: Submission) -> list[Attachment]:
    return [file for file in Attachment.of(submission) if file.code == RESULTS_CODE]


def draft_form(**given: Any) -> DraftForm:
    """The form of a draft, with the sentences that may be put into it."""
    form = DraftForm(**given)
    form.offer([(each.id, each.kind, each.heading, each.text) for each in Sentence.offered(*PLACES)])
    return form


def _form_of(draft: Letter) -> DraftForm:
    words = written(draft)
    form = draft_form(formdata=None, data=words)
    form.showing(words)
    return form


def _sent_back(submission: Submission) -> Event | None:
    """Why the draft was given back, until the team has begun another."""
    last = Event.latest("submission", submission.number, (*BEGINNINGS, *SENT_BACK))
    return last if last and last.verb in SENT_BACK else None


def _identity_odd(draft: Letter | None) -> bool:
    given = draft.draft["identity_number"] if draft else ""
    return bool(given) and not looks_like_identity(given)
