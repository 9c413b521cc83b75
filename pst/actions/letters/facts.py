"""What a letter says, gathered from the rows into `LetterFacts`, and frozen as JSON when it is issued."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pst.actions import audit
from pst.actions.letters.draft import findings_of
from pst.actions.submissions.activity import agency_name, table_of
from pst.actions.submissions.duties import results_due_on
from pst.clock import day_of, local
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.models.office.settings import the_letterhead
from pst.models.review.examinations import Examined
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.paper.letters.facts import ActivityFacts, BlockResult, LetterFacts, Recipient, RequestFacts, VariableFacts
from pst.paper.office_facts import OfficeFacts, office_facts
from pst.paper.signature import SignatoryFacts
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked
from pst.questionnaires.facts import facts as answer_facts
from pst.questionnaires.kinds import Block, Questionnaire
from pst.rules import wording
from pst.rules.calendar import read_day
from pst.rules.letters.signing import SIGNED_NOTE, UNSIGNED
from pst.rules.letters.validity import valid_until
from pst.rules.office.office import Office
from pst.rules.review.labels import SIGNATORY_LABELS

RESULTS = {"settled": "Diperbaiki", "must": "Perlu ditindaklanjuti", "advice": "Saran"}
SEE_CONDITIONS = "Lihat huruf C."
NO_SIGNATORY = SignatoryFacts("Kepala,", "(pejabat penanda tangan belum diatur)")


def draft_facts(letter: Letter, submission: Submission, office: Office) -> LetterFacts:
    """The letter as it would be issued on the day it was last written; without a number it says KONSEP."""
    day = local(letter.drafted_at).date()
    signatory = Signatory.on(day, letter.draft.get("hands", ())) or Signatory.on(day)
    return letter_facts(letter, submission, office, signatory, made_at=letter.drafted_at)


def letter_facts(
    letter: Letter,
    submission: Submission,
    office: Office,
    signatory: Signatory | None,
    *,
    made_at: datetime,
    issued_on: date | None = None,
    site: str = "",
    replaces: str | None = None,
) -> LetterFacts:
    """Everything the letter says. `letter` already has its number and its code when it is being issued."""
    draft = letter.draft
    return LetterFacts(
        office=the_letterhead(office),
        number=letter.number,
        date=issued_on,
        made_at=made_at,
        recipient=Recipient(draft["recipient"], draft["place"]),
        request=_request(submission, draft),
        activity=_activity(submission),
        outcome=letter.outcome,
        signatory=signatory_facts(signatory, office),
        legal_basis=tuple(draft.get("basis", ())),
        valid_until=letter.valid_until or _would_end(letter, office, made_at),
        results_due=results_due_on(submission) if letter.outcome == "layak" else None,
        closing=tuple(draft.get("closing", ())),
        verify_url=f"{site}/verifikasi/{letter.code}" if letter.code else "",
        verify_code=letter.code or "",
        revision=submission.revision,
        identity_number=letter.identity_number,
        conditions=tuple(draft["conditions"]),
        alike=tuple(draft.get("alike", ())),
        reasons=tuple(draft["reasons"]) if letter.outcome == "ditolak" else (),
        duties=tuple(draft.get("duties", ())),
        copies=office.lines("letter_copies"),
        block_results=_block_results(submission, draft),
        variables=_variables(submission),
        nature=office.letter_nature,
        attachment_count=draft["attachment_count"],
        subject=draft["subject"],
        replaces=replaces,
        evaluated=draft.get("evaluated", True),
        chain=audit.head() if issued_on else "",
        signing_note=office.unsigned_note if office.letter_signing == UNSIGNED else SIGNED_NOTE,
    )


def _would_end(letter: Letter, office: Office, made_at: datetime) -> date | None:
    """Until when a draft would count, were it issued on that day."""
    draft = letter.number is None
    return valid_until(letter.outcome, local(made_at).date(), office.valid_months) if draft else None


def freeze(facts: LetterFacts) -> dict[str, Any]:
    """The facts as JSON can hold them; a logo is part of the paper only."""
    kept = asdict(facts)
    kept["office"]["logo"] = None
    kept["request"] = {key: _plain(value) for key, value in kept["request"].items()}
    return {key: _plain(value) for key, value in kept.items()}


def thaw(kept: dict[str, Any]) -> LetterFacts:
    """The facts as they were when the letter was issued."""
    request = kept["request"]
    texts = ("legal_basis", "conditions", "reasons", "alike", "duties", "copies", "closing")
    return LetterFacts(
        **{
            **kept,
            **{key: tuple(kept.get(key, ())) for key in texts},
            "office": OfficeFacts(**kept["office"]),
            **{key: read_day(kept.get(key)) for key in ("date", "valid_until", "results_due")},
            "made_at": datetime.fromisoformat(kept["made_at"]),
            "recipient": Recipient(**kept["recipient"]),
            "request": RequestFacts(
                **{**request, "received": read_day(request["received"]), "complete": read_day(request["complete"])}
            ),
            "activity": ActivityFacts(**kept["activity"]),
            "signatory": SignatoryFacts(**kept["signatory"]),
            "block_results": tuple(BlockResult(**line) for line in kept["block_results"]),
            "variables": tuple(VariableFacts(**line) for line in kept["variables"]),
        }
    )


def _request(submission: Submission, draft: dict) -> RequestFacts:
    rule = submission.clock_rule
    declared = submission.clock_started if rule and rule.starts_on == "declared_complete" else None
    return RequestFacts(
        number=submission.number,
        received=local(submission.submitted_at).date(),
        complete=day_of(declared),
        letter_number=draft["request_letter"],
    )


def _activity(submission: Submission) -> ActivityFacts:
    known = answer_facts(submission.answers)
    return ActivityFacts(
        title=known.title,
        year=known.year or submission.submitted_at.year,
        method=known.method_label,
        sector=known.sector_label,
        agency=agency_name(submission),
        responsible=submission.answers.get("pj_jabatan") or "",
        region=known.region,
        collection=_collection(submission),
    )


def _collection(submission: Submission) -> str:
    """The days on which data are collected: "1 Februari–31 Maret 2027; 2–31 Agustus 2027"."""
    rows = table_of(submission, "jadwal").rows(submission.answers.get("jadwal"))
    spans = [_span(row) for row in rows if row.get("tahap") == "pengumpulan_data"]
    return "; ".join(filter(None, spans))


def _span(row: dict) -> str:
    first, last = read_day(row.get("awal")), read_day(row.get("akhir"))
    if first and last and first <= last:
        return wording.date_range(first, last)
    day = first or last
    return wording.long_date(day) if day else ""


def signatory_facts(signatory: Signatory | None, office: Office) -> SignatoryFacts:
    """Who signs, as the letter prints it."""
    if signatory is None:
        return NO_SIGNATORY
    named = office_facts(office)
    title = f"{SIGNATORY_LABELS[signatory.kind]} {named.institution}\n{named.region}".strip() + ","
    return SignatoryFacts(title, signatory.name, signatory.rank, signatory.nip)


def _block_results(submission: Submission, draft: dict) -> tuple[BlockResult, ...]:
    """Every block of the form: what was remarked in it; that it is as it should be only where somebody examined it.

    What stands among the conditions (huruf C) is not said a second time.
    """
    words = {each["remark"]: each["words"] for each in draft.get("findings") or findings_of(submission)}
    told = {key: SEE_CONDITIONS if text in draft["conditions"] else text for key, text in words.items()}
    form, examined = shelf.find(submission.questionnaire), Examined.of(submission)
    sent = list(Remark.sent_of(submission))
    lines: list[BlockResult] = [_line("Umum", "Seluruh permohonan", remark, told) for remark in sent if not remark.code]
    for block in form.blocks:
        if asked(form, submission.answers, block):
            remarks = [remark for remark in sent if remark.code and block.asks(remark.code)]
            lines += _lines_of(form, block, remarks, block.number in examined, told)
    return tuple(lines)


def _lines_of(
    form: Questionnaire, block: Block, remarks: Iterable[Remark], examined: bool, told: dict[int, str]
) -> list[BlockResult]:
    name = block.title.partition(".")[0].removeprefix("Blok ") if block.number else "Identitas"
    lines = [_line(name, item_of(form, remark.code), remark, told) for remark in form.in_order(remarks)]
    return lines or [BlockResult(name, "Seluruh isian", "Sesuai" if examined else "Tanpa catatan")]


def _line(block: str, item: str, remark: Remark, told: dict[int, str]) -> BlockResult:
    return BlockResult(block, item, RESULTS.get(remark.state) or RESULTS[remark.severity], told[remark.id])


def item_of(form: Questionnaire, code: str) -> str:
    """A question as letters and refusals name it: its printed number and label."""
    question = form.question(code)
    return f"{question.number} {question.label}".strip()


def _variables(submission: Submission) -> tuple[VariableFacts, ...]:
    filled = table_of(submission, "variabel").filled_rows(submission.answers.get("variabel"))
    return tuple(
        VariableFacts(str(row.get("nama") or ""), str(row.get("definisi") or ""), str(row.get("referensi_waktu") or ""))
        for _, row in filled
    )


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date | datetime) else value
