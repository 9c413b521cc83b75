"""The draft of a letter: what it begins with, how it is changed, and what keeps it from being signed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from pst.actions.catalogue.likeness import said_when_sent
from pst.actions.letters.book_years import number_lacking
from pst.actions.letters.numbers import doubts, to_explain
from pst.actions.seen import refuse_if_changed
from pst.actions.submissions.activity import agency_name
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.letters.letters import Letter
from pst.models.office.sentences import Sentence
from pst.models.office.settings import the_office
from pst.models.review.evaluations import Evaluation
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires.facts import facts as answer_facts
from pst.rules import wording
from pst.rules.catalogue.likeness import IN_LETTERS, said_in_words
from pst.rules.office.sentences import PLACES, filled, placeholders
from pst.rules.refusals import Refusal
from pst.rules.steps import StepRefused

NUMBER = ("prefix", "kka", "letter_number", "number_reason")
TEXTS = ("recipient", "place", "subject", "attachment_count", "request_letter", *NUMBER, "identity_number")
LISTS = ("conditions", "reasons", "alike", "basis", "duties", "closing")
FIELDS = (*TEXTS, *LISTS)
"""What officers edit: lines of text, and lists of one item a line."""
BEGINNINGS = ("start_drafting", "propose_refusal")
"""The steps that begin a draft."""
HEADS_OF_OFFICE = ("kepala", "plt", "plh", "direktur", "sekretaris", "camat", "inspektur", "ketua", "lurah")
LABELS = {
    "outcome": "Hasil pemeriksaan",
    "recipient": "Tujuan surat",
    "place": "Tempat tujuan",
    "subject": "Hal",
    "attachment_count": "Lampiran",
    "request_letter": "Surat pemohon",
    "prefix": "Kode sifat",
    "kka": "Kode klasifikasi",
    "letter_number": "Nomor surat",
    "number_reason": "Alasan nomor",
    "identity_number": "Identitas rekomendasi",
    "conditions": "Catatan",
    "reasons": "Alasan penolakan",
    "alike": "Kegiatan serupa",
    "basis": "Dasar hukum",
    "duties": "Kewajiban",
    "closing": "Penutup",
}


class LetterRefused(StepRefused):
    """The letter cannot be issued or ended; the message says why and who can help."""


class DraftUnfinished(Refusal):
    """The draft lacks something; `problems` are (field, what to do) for each."""

    def __init__(self, problems: list[tuple[str, str]]):
        super().__init__(" ".join(message for _, message in problems))
        self.problems = problems


def draft_from(submission: Submission, sitting: Evaluation | None, at: datetime) -> tuple[str, dict[str, Any]]:
    """(outcome, fields) that follow from the conclusion and from the remarks that were never settled."""
    sent, findings = list(Remark.sent_of(submission)), findings_of(submission)
    waiting = [each["words"] for each in findings if each["open"]]
    outcome, conclusion, reasons = _concluded(sitting)
    if ignored := [remark for remark in sent if remark.state == "open"]:
        outcome, conclusion, reasons = "ditolak", [], [_silence(ignored, at)]
    return outcome, {
        "recipient": _recipient(submission),
        "place": the_office().city,
        "subject": "",
        "attachment_count": wording.spelled_count(1, "berkas"),
        "request_letter": _asked_by(submission),
        **dict.fromkeys(NUMBER, ""),
        "identity_number": submission.identity_number,
        "conditions": _once([*conclusion, *(waiting if outcome == "ditolak" else ())]),
        "reasons": reasons,
        **standing_words(submission),
        "findings": findings,
        "evaluated": sitting is not None and sitting.concluded_at is not None,
    }


def findings_of(submission: Submission) -> list[dict[str, Any]]:
    """What a letter says of each remark that was sent, by its `remark`: what was done, in the past tense.

    `open` are those that must still be mended, on which a refusal rests; `sentence` and `version` say which ready
    sentence it was written with.
    """
    return [
        {
            "remark": each.id,
            "code": each.code,
            "words": " ".join(_told(each).split()),
            "open": each.severity == "must" and each.state != "settled",
            "sentence": each.heading or "",
            "version": each.version,
        }
        for each in Remark.findings_of(submission)
    ]


def _told(remark: Any) -> str:
    if remark.state != "settled":
        return str(remark.text)
    return remark.done or f"Telah dipenuhi: {remark.text}"


def standing_words(submission: Submission) -> dict[str, list[str]]:
    """The lists that every letter begins with, in the words in force today; of what is alike a line for each."""
    office, known = the_office(), answer_facts(submission.answers)
    facts = {
        "judul": known.title,
        "tahun": str(known.year or ""),
        "instansi": agency_name(submission),
        "kantor": office.name,
        "telepon": office.phone,
        "surel": office.email,
    }
    alike = [_said_of(each) for each in said_when_sent(submission).values()]
    words: dict[str, list[str]] = {"alike": [], "basis": [], "duties": [], "closing": []}
    for kind, text in Sentence.standing():
        for more in alike if kind == "alike" else [{}]:
            words[PLACES[kind]].append(" ".join(filled(text, facts | more).split()))
    return words


def _said_of(each: Mapping[str, str]) -> dict[str, str]:
    return {
        "kegiatan": each["title"],
        "penyelenggara": each["agency"],
        "jawaban": said_in_words(each["choice"], each["why"], IN_LETTERS),
    }


def written(letter: Letter) -> dict[str, str]:
    """What officers wrote of a letter, as a form shows it: lists with one item a line."""
    draft = {key: letter.draft.get(key, "") for key in FIELDS}
    lines = {key: "\n".join(value) if isinstance(value, list) else value for key, value in draft.items()}
    return {"outcome": letter.outcome, **lines}


def refuse_if_rewritten(seen: str, letter: Letter, number: str) -> None:
    """Raise `ChangedMeanwhile` when the draft no longer says what this person's page showed."""
    refuse_if_changed(seen, written(letter), "submission", [number], (*BEGINNINGS, "edit_draft"))


def with_fields(letter: Letter, fields: Mapping[str, Any], actor: User | None) -> tuple[str, dict[str, Any]]:
    """(outcome, draft) after these changes; whoever makes them has a hand in it, and took a number given."""
    draft = dict(letter.draft)
    draft |= {key: " ".join(str(fields[key]).split()) for key in TEXTS if key in fields}
    draft |= {key: _lines(fields[key]) for key in LISTS if key in fields}
    if actor is not None:
        draft["hands"] = sorted({*draft.get("hands", []), actor.id})
        if draft["letter_number"] != letter.draft.get("letter_number"):
            draft["number_by"] = actor.name
    return str(fields.get("outcome", letter.outcome)), draft


def unfinished(letter: Letter) -> list[tuple[str, str]]:
    """What still has to be written, as (field, what to do)."""
    problems = []
    if letter.outcome not in ("layak", "ditolak"):
        problems.append(("outcome", "Pilih hasil pemeriksaan: layak atau ditolak."))
    problems += [(key, f"{LABELS[key]} belum diisi.") for key in ("recipient", "place") if not letter.draft[key]]
    if letter.outcome == "ditolak" and not letter.draft["reasons"]:
        problems.append(("reasons", "Surat penolakan memerlukan sedikitnya satu alasan."))
    if lacking := number_lacking(letter.draft["letter_number"], local(letter.drafted_at).year):
        problems.append(("letter_number", lacking))
    problems += odd_number(letter)
    if letter.outcome == "layak" and not letter.draft["identity_number"] and the_office().identity_missing == "refuse":
        problems.append(("identity_number", "Identitas rekomendasi dari ROMANTIK belum diketik."))
    problems += [(key, f"{LABELS[key]} masih memuat {left} yang belum diisi.") for key, left in _unfilled(letter)]
    return problems


def odd_number(letter: Letter) -> list[tuple[str, str]]:
    """What is wrong with the number that was typed, or should be explained and is not, as (field, what to do)."""
    given = letter.draft["letter_number"]
    if Letter.number_taken(given):
        return [("letter_number", f"Nomor {given} sudah dipakai surat lain.")]
    odd = doubts(given, local(letter.drafted_at).year) if given and not letter.draft.get("number_reason") else []
    return [("number_reason", to_explain(odd))] if odd else []


def _concluded(sitting: Evaluation | None) -> tuple[str, list[str], list[str]]:
    """(outcome, conditions, reasons) of the conclusion; bersyarat is layak with conditions."""
    if sitting is None or sitting.concluded_at is None:
        return "", [], []
    lines = _lines(sitting.conclusion)
    if sitting.outcome == "ditolak":
        return "ditolak", [], lines
    return "layak", lines if sitting.outcome == "bersyarat" else [], []


def _silence(ignored: Iterable[Remark], at: datetime) -> str:
    """Why a submission is refused that the applicant still had (three months without an answer)."""
    asked = [remark.sent_at for remark in ignored if remark.sent_at]
    when = f" tanggal {wording.long_date(local(max(asked)).date())}" if asked else ""
    until = wording.long_date(local(at).date())
    return f"Catatan pemeriksaan{when} tidak ditindaklanjuti sampai dengan {until}."


def _recipient(submission: Submission) -> str:
    """The head of the organiser: as the form names the office held, else "Kepala" of the agency."""
    agency = agency_name(submission)
    held = " ".join(str(submission.answers.get("unit_eselon2") or "").split())
    title, _, unit = held.partition(" ")
    if not unit or title.lower().rstrip(".") not in HEADS_OF_OFFICE:
        return f"Kepala {agency}".strip()
    return f"{title} {agency}" if agency.lower().startswith(unit.lower()) else held


def _asked_by(submission: Submission) -> str:
    """The agency's own letter, by its number and day: 050/118/Dinkes/2026 tanggal 6 Maret 2026."""
    day = f" tanggal {wording.long_date(submission.letter_date)}" if submission.letter_date else ""
    return f"{submission.letter_number}{day}"


def _lines(given: str | Iterable[str]) -> list[str]:
    texts = given.splitlines() if isinstance(given, str) else given
    return [line for line in (" ".join(text.split()) for text in texts) if line]


def _once(texts: Iterable[str]) -> list[str]:
    """Each text once, on one line, in order."""
    return list(dict.fromkeys(_lines(texts)))


def _unfilled(letter: Letter) -> Iterator[tuple[str, str]]:
    """(field, what still waits to be filled in) of each field where something does."""
    for key in FIELDS:
        value = letter.draft.get(key, "")
        text = value if isinstance(value, str) else "\n".join(value)
        if "{" in text or "}" in text:
            yield key, wording.enumeration(placeholders(text)) or "{ atau }"
