"""Turning a draft into a letter: who may sign, which number and identity it gets, and the paper itself."""

from datetime import date, datetime

from pst.actions import audit
from pst.actions.files import FileStore, keep_file
from pst.actions.letters.book_years import number_lacking
from pst.actions.letters.draft import LetterRefused
from pst.actions.letters.facts import freeze, letter_facts
from pst.actions.letters.numbers import enter, numbered, place_in, to_explain
from pst.actions.letters.stamping import Press, stamped, stamped_file
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.models.submissions.submissions import Submission
from pst.paper.letters.facts import LetterFacts
from pst.paper.letters.recommendation import recommendation_pdf
from pst.paper.letters.text import subject_of
from pst.rules import numbering
from pst.rules.letters.numbering import LETTER
from pst.rules.letters.validity import valid_until
from pst.rules.office.office import Office
from pst.rules.review import labels

PDF = "application/pdf"
NO_ADDRESS = (
    "Surat belum dapat terbit: alamat situs ini, yang dicetak pada surat dan QR-nya untuk selamanya, belum dapat "
    "dibuka orang lain. Mintalah pengelola mengisi PST_BASE_URL dengan alamat yang diketik orang, lalu memulai "
    "ulang layanannya."
)


def bring_out(
    letter: Letter,
    submission: Submission,
    actor: User,
    office: Office,
    at: datetime,
    store: FileStore,
    press: Press,
    replaces: Letter | None = None,
) -> None:
    """Turn the draft into a letter that waits for its signature: numbers, code, frozen facts, stored PDF, row.

    Only inside `write()`.
    """
    if not press.site:
        raise LetterRefused(NO_ADDRESS)
    day = local(at).date()
    letter.signatory = signatory_for(actor, letter, day)
    if behind := audit.clock_behind(at):
        raise LetterRefused(behind)
    _number(letter, day)
    letter.identity_number = _identity(letter, submission)
    letter.code = numbering.new_code()
    letter.code_hash = numbering.hash_code(letter.code)
    letter.state, letter.year, letter.issued_on = "waiting", day.year, day
    letter.issued_at, letter.issued_by = at, actor
    letter.valid_until = valid_until(letter.outcome, day, office.valid_months)
    facts = letter_facts(
        letter,
        submission,
        office,
        letter.signatory,
        made_at=at,
        issued_on=day,
        site=press.site,
        replaces=replaces.number if replaces else None,
    )
    facts = stamped(facts, press.keys)
    letter.facts = freeze(facts)
    letter.file = keep_file(store, stamped_file(recommendation_pdf(facts), facts, press.keys), PDF, at)
    letter.save()
    _enter(letter, facts, at)
    audit.seal_letter(letter.id, actor, at)


def signatory_for(actor: User, letter: Letter, day: date) -> Signatory:
    """Who signs this letter, who must be the person acting: the first in force today who did not write the draft.

    Where an acting official helped to write it, the head takes it back.
    """
    hands = letter.draft.get("hands", ())
    if Signatory.on(day) is None:
        raise LetterRefused("Belum ada pejabat penanda tangan yang berlaku hari ini; administrator dapat mengaturnya.")
    signatory = Signatory.on(day, hands)
    if signatory is None:
        raise LetterRefused(
            "Semua pejabat yang berlaku hari ini ikut menyusun naskah ini. Kepala dapat menetapkan Plh. yang tidak "
            "ikut menyusunnya, dari halaman pengesahan atau register surat."
        )
    if signatory.user_id != actor.id:
        who = named(signatory)
        if actor.id in hands:
            raise LetterRefused(f"Anda ikut menyusun naskah ini; yang mengesahkannya {who}.")
        raise LetterRefused(f"Surat hari ini disahkan oleh {who}, bukan oleh Anda.")
    return signatory


def named(signatory: Signatory) -> str:
    """The signatory as refusals name them: who, and as what."""
    return f"{signatory.name} ({labels.SIGNATORY_LABELS[signatory.kind]})"


def _number(letter: Letter, day: date) -> None:
    """Give the letter its number; of one given by hand also who took it, and why it is as it is."""
    draft = letter.draft
    given, reason = draft["letter_number"], draft.get("number_reason", "")
    if lacking := number_lacking(given, day.year):
        raise LetterRefused(lacking)
    letter.number, odd = numbered(given, day, draft.get("prefix", ""), draft.get("kka", ""))
    if odd and not reason:
        raise LetterRefused(to_explain(odd))
    letter.number_by = draft.get("number_by", "") if given else ""
    letter.sequence, _ = place_in(letter.number, day.year)
    letter.number_reason = reason if odd else ""


def _enter(letter: Letter, facts: LetterFacts, at: datetime) -> None:
    """Write the letter's line in the book of the office."""
    enter(
        letter.number,
        letter.year,
        dated=letter.issued_on,
        recipient=facts.recipient.name,
        subject=subject_of(facts),
        kind=LETTER,
        reason=letter.number_reason,
        letter=letter,
        by=letter.issued_by,
        at=at,
    )


def _identity(letter: Letter, submission: Submission) -> str:
    """The identity number that ROMANTIK gave, where it gave one; a refusal has none."""
    given: str = letter.draft["identity_number"] or submission.identity_number
    if letter.outcome != "layak" or not given:
        return ""
    if Letter.identity_taken(given, submission):
        raise LetterRefused(f"Identitas rekomendasi {given} sudah dipakai permohonan lain.")
    return given
