"""A letter to be read: its HTML twin, and the PDF as it was stored."""

from dataclasses import dataclass

from flask import Response, request

from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.paper.letters.facts import LetterFacts
from pst.paper.letters.parts import Section
from pst.paper.letters.text import dateline, letter_head, letter_sections, office_full_name, verification_note
from pst.web.downloads import pdf_answer
from pst.web.instance import the_store


@dataclass(frozen=True)
class Paper:
    """A letter as its HTML twin shows it, part by part the same as on paper."""

    facts: LetterFacts
    head: tuple[tuple[str, str], ...]
    dateline: str
    office_name: str
    sections: list[Section]
    note: str


def paper_of(facts: LetterFacts) -> Paper:
    """The HTML twin of a letter."""
    return Paper(
        facts,
        letter_head(facts),
        dateline(facts),
        office_full_name(facts.office),
        letter_sections(facts),
        verification_note(facts),
    )


def stored_pdf(letter: Letter, copy: SignedCopy | None = None) -> Response:
    """The file of a letter as it was stored, or this signed file of it."""
    name = f"{(letter.number or '').replace('/', '-')}.pdf"
    sha256 = copy.file_id if copy else letter.file_id
    return pdf_response(the_store().read(sha256), name, download="unduh" in request.args)


def pdf_response(content: bytes, name: str, download: bool = False) -> Response:
    """A PDF for this person only."""
    answer = pdf_answer(content, name, opened=not download)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
