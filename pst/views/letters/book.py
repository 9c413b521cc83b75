"""The register of letters: every number ever drawn, and what became of each."""

from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.letters import letters
from pst.actions.letters.draft import written
from pst.actions.letters.facts import thaw
from pst.forms.letters.letters import ReplaceForm, RevokeForm
from pst.models.letters.book_entries import BookEntry
from pst.models.letters.initials import Initial
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.paper.letters.text import closing_words
from pst.rules.letters.numbering import ENTRIES, place_in_words
from pst.rules.letters.signing import way_label
from pst.rules.letters.validity import OUT
from pst.rules.review import labels
from pst.rules.roles import Role
from pst.views.letters.letter_register import REGISTER
from pst.views.letters.published import published_files
from pst.views.letters.reading import paper_of, stored_pdf
from pst.views.submissions.overtaken import overtaken_in_office
from pst.web.access import proven, roles
from pst.web.downloads import zip_answer
from pst.web.form_pages import AnyForm, FormPage
from pst.web.fragments import page_or_fragment, saved, told
from pst.web.instance import the_press, the_store
from pst.web.registers import listed, serve_files, wanted_of

blueprint = Blueprint("letter_register", __name__, url_prefix="/petugas")
office_only = roles(Role.OFFICER, Role.HEAD)
head_only = roles(Role.HEAD)
ENDED = "Surat ini sudah tidak berlaku."


@blueprint.get("/surat")
@office_only
def index() -> Response:
    """The newest numbers first, with the gaps between them."""
    wanted = wanted_of(REGISTER)
    found = listed(REGISTER, wanted)
    return page_or_fragment(
        "letters/book/index.html",
        "letters/book/_list.html",
        listed=found,
        kinds=ENTRIES,
        place_in_words=place_in_words,
        way_label=way_label,
        went_out=lambda row: row.state in OUT,
        outcomes=labels.OUTCOME_LABELS,
        year=clock.today().year,
        may_name=current_user.has(Role.HEAD),
        gaps=_gaps(found.rows) if wanted.is_empty and not found.asked else {},
        wide=True,
    )


serve_files(blueprint, "/surat", REGISTER, office_only)


@blueprint.get("/surat/verifikasi.zip")
@office_only
def published() -> Response:
    """What the office puts on its public site, or on a stick: the page that checks letters, their list, the keys."""
    return zip_answer(published_files().items(), f"verifikasi-{clock.today()}.zip")


@blueprint.get("/surat/<int:letter_id>")
@office_only
def show(letter_id: int) -> str:
    """One letter: what it says, its file, how long it was in force and why no longer."""
    return render_template("letters/book/show.html", **_shown(_find(letter_id)))


@blueprint.get("/surat/<int:letter_id>/surat.pdf")
@office_only
def pdf(letter_id: int) -> Response:
    """Its file as it went out, also when it no longer counts; with ?asli the one that was to be signed."""
    copy = None if "asli" in request.args else SignedCopy.taken_of(letter_id)
    return stored_pdf(_find(letter_id), copy)


@blueprint.get("/surat/<int:letter_id>/cabut")
@head_only
def ask_revoke(letter_id: int) -> Response | str:
    """Why is it void?"""
    return EndingPage("letters/book/revoke.html", RevokeForm(formdata=None), _find(letter_id), "Cabut").show()


@blueprint.post("/surat/<int:letter_id>/cabut")
@head_only
@proven
def revoke(letter_id: int) -> Response:
    """Declare it void."""
    letter = _find(letter_id)
    with EndingPage("letters/book/revoke.html", RevokeForm(), letter, "Cabut") as form:
        letters.revoke(letter, current_user, form.reason.data, clock.now())
    return saved(url_for(".show", letter_id=letter_id), f"Surat nomor {letter.number} dicabut.", letter.number)


@blueprint.get("/surat/<int:letter_id>/ganti")
@head_only
def ask_replace(letter_id: int) -> Response | str:
    """What should the corrected letter say?"""
    letter = _find(letter_id)
    return EndingPage("letters/book/replace.html", _replacement_of(letter), letter, "Ganti", ("issued",)).show()


@blueprint.post("/surat/<int:letter_id>/ganti")
@head_only
@proven
def replace(letter_id: int) -> Response | str:
    """Issue the corrected letter under a new number; with the button "pratinjau" only show what it would say."""
    letter = _find(letter_id)
    page = EndingPage("letters/book/replace.html", ReplaceForm(), letter, "Ganti", ("issued",))
    with page as form:
        if request.form.get("_then") == "pratinjau":
            facts = letters.replacement_facts(letter, current_user, form.fields, clock.now())
            return render_template(page.template, **_shown(letter, "Ganti"), form=form, preview=paper_of(facts))
        new = letters.replace(
            letter, current_user, form.reason.data, form.fields, clock.now(), the_store(), the_press()
        )
    if new.state == "waiting":
        return saved(
            url_for("signing.show", letter_id=new.id),
            f"Surat pengganti nomor {new.number} menunggu tanda tangan.",
            new.number,
        )
    message = f"Surat nomor {new.number} terbit dan menggantikan nomor {letter.number}."
    return saved(url_for(".show", letter_id=new.id), message, new.number, new.code)


class EndingPage(FormPage[AnyForm]):
    """A form that ends a letter; where it was ended meanwhile, the page says by whom instead."""

    def __init__(
        self, template: str, form: AnyForm, letter: Letter, here: str, states: tuple[str, ...] = ("waiting", "issued")
    ):
        super().__init__(template, form, lambda: _shown(self.letter, here))
        self.letter, self.states = letter, states

    def show(self) -> Response | str:
        if self.letter.state not in self.states:
            return told(url_for(".show", letter_id=self.letter.id), ENDED)
        return super().show()

    def again(self, status: int = 422) -> Response:
        self.letter = _find(self.letter.id)
        if self.letter.state not in self.states:
            moved_on = overtaken_in_office(self.letter.submission, url_for(".show", letter_id=self.letter.id))
            return moved_on(str(next(iter(self.form.form_errors), ENDED)), self.form)
        return super().again(status)


def _find(letter_id: int) -> Letter:
    return Letter.numbered(letter_id) or abort(404)


def _replacement_of(letter: Letter) -> ReplaceForm:
    """The form as the old letter has it, with its identity number and without its number."""
    facts = thaw(letter.facts)
    said = {"alike": facts.alike, "basis": facts.legal_basis, "duties": facts.duties, "closing": closing_words(facts)}
    kept = {name: "\n".join(texts) for name, texts in said.items()}
    kept |= {"identity_number": letter.identity_number, "letter_number": ""}
    return ReplaceForm(formdata=None, data={**written(letter), **kept})


def _shown(letter: Letter, here: str = "") -> dict[str, Any]:
    copy = SignedCopy.taken_of(letter.id)
    trail = [("Register surat", url_for(".index")), (letter.number, url_for(".show", letter_id=letter.id))]
    return {
        "letter": letter,
        "paper": paper_of(thaw(letter.facts)),
        "initials": Initial.of(letter.id),
        "outcome": labels.outcome_label(letter.outcome),
        "copy": copy,
        "way": way_label(letter.state, copy.way if copy else ""),
        "may_end": letter.state in ("waiting", "issued") and current_user.has(Role.HEAD),
        "breadcrumbs": [*trail, (here, "")] if here else trail,
        "wide": True,
    }


def _gaps(rows: list[Any]) -> dict[int, list[tuple[int, int]]]:
    """Running numbers without a line, under the id of the line that they come right below."""
    found: dict[int, list[tuple[int, int]]] = {}
    for year in {row.year for row in rows}:
        lines = {row.sequence: row.id for row in rows if row.year == year and row.sequence is not None}
        if lines:
            for low, high in BookEntry.gaps(year, min(lines), max(lines)):
                found.setdefault(lines[high + 1], []).append((low, high)) if high + 1 in lines else None
    return found
