"""The letter waits for its signature: the file signed outside is brought here, and compared by a second person."""

from typing import Any

from flask import Blueprint, Response, abort, redirect, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.letters import signed_copies
from pst.exchange.pdf_pages import can_draw, page_count, page_picture
from pst.exchange.signatures import VERDICTS
from pst.forms.letters.signing import ConfirmForm, RefuseCopyForm, SignedFileForm
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.rules.letters.signing import WAYS
from pst.rules.roles import Role
from pst.views.letters.reading import stored_pdf
from pst.views.submissions.cases import find_to_work_on
from pst.web.access import roles
from pst.web.downloads import file_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import saved
from pst.web.instance import the_config, the_store

blueprint = Blueprint("signing", __name__, url_prefix="/petugas")
office_only = roles(Role.OFFICER, Role.HEAD)
ROOM = "/surat/<int:letter_id>/tanda-tangan"
COPY = ROOM + "/<int:copy_id>"


@blueprint.get("/permohonan/<number>/tanda-tangan")
@office_only
def of_case(number: str) -> Response:
    """To the letter of this submission that waits."""
    letter = Letter.waiting_of(find_to_work_on(number)) or abort(404)
    return redirect(url_for(".show", letter_id=letter.id), 303)


@blueprint.get(ROOM)
@office_only
def show(letter_id: int) -> Response | str:
    """The letter to be signed outside, and where its signed file is brought."""
    return _bringing(_find(letter_id), SignedFileForm(formdata=None)).show()


@blueprint.post(ROOM)
@office_only
def bring(letter_id: int) -> Response:
    """Take the file in."""
    letter = _find(letter_id)
    with _bringing(letter, SignedFileForm()) as form:
        copy = signed_copies.bring(
            letter, current_user, form.upload or ("", b""), clock.now(), the_store(), the_config().trusted
        )
    if not copy.is_offered:
        return saved(_letter_url(letter), _out(letter), letter.number, letter.code)
    return saved(_copy_url(copy, ".compare"), "Berkas tersimpan dan menunggu dibandingkan orang kedua.", letter.number)


@blueprint.get(COPY)
@office_only
def compare(letter_id: int, copy_id: int) -> Response | str:
    """The signed file beside the letter."""
    return _comparing(letter_id, copy_id, RefuseCopyForm(formdata=None)).show()


@blueprint.post(COPY)
@office_only
def confirm(letter_id: int, copy_id: int) -> Response:
    """It is the letter: out it goes."""
    letter, copy = _find(letter_id), _copy(letter_id, copy_id)
    with _comparing(letter_id, copy_id, RefuseCopyForm(formdata=None), ConfirmForm()):
        signed_copies.confirm(copy, current_user, clock.now())
    return saved(_letter_url(letter), _out(letter), letter.number, letter.code)


@blueprint.post(COPY + "/tolak")
@office_only
def refuse(letter_id: int, copy_id: int) -> Response:
    """It is not: back to who brought it."""
    copy = _copy(letter_id, copy_id)
    with _comparing(letter_id, copy_id, RefuseCopyForm()) as form:
        signed_copies.refuse(copy, current_user, form.note.data or "", clock.now())
    return saved(url_for(".show", letter_id=letter_id), f"Berkas yang dibawa {copy.brought_by.name} ditolak.")


@blueprint.get(COPY + "/berkas.pdf")
@office_only
def file(letter_id: int, copy_id: int) -> Response:
    """The file as it was brought."""
    return stored_pdf(_find(letter_id), _copy(letter_id, copy_id))


@blueprint.get(COPY + "/halaman/<int:page>.png")
@office_only
def picture(letter_id: int, copy_id: int, page: int) -> Response:
    """One page of the signed file as a picture; with ?asli of the letter."""
    letter, copy = _find(letter_id), _copy(letter_id, copy_id)
    content = the_store().read(letter.file_id if "asli" in request.args else copy.file_id)
    if not can_draw() or not 1 <= page <= page_count(content):
        abort(404)
    answer = file_answer(page_picture(content, page), "image/png", f"halaman-{page}.png", opened=True)
    answer.headers["Cache-Control"] = "private, max-age=600"
    return answer


def _bringing(letter: Letter, form: SignedFileForm) -> FormPage[SignedFileForm]:
    return FormPage("letters/signing/show.html", form, lambda: _shown(letter, ""))


def _comparing(
    letter_id: int, copy_id: int, refusing: RefuseCopyForm, confirming: ConfirmForm | None = None
) -> FormPage[Any]:
    """The page with both its forms; `confirming` where that one was sent."""
    letter, copy = _find(letter_id), _copy(letter_id, copy_id)
    number = page_count(the_store().read(letter.file_id))
    ticking = (confirming or ConfirmForm(formdata=None)).of(number)
    verdict = VERDICTS.get(copy.facts.get("verdict", ""), "")
    more = {"copy": copy, "verdict": verdict, "own": copy.brought_by_id == current_user.id}
    more |= {"numbers": range(1, number + 1) if can_draw() else (), "form": refusing, "confirming": ticking}
    sent, name = (refusing, "form") if confirming is None else (confirming, "confirming")
    return FormPage("letters/signing/compare.html", sent, lambda: {**_shown(letter, "Bandingkan"), **more}, name)


def _shown(letter: Letter, here: str) -> dict[str, Any]:
    place = url_for(".show", letter_id=letter.id)
    trail = [
        ("Register surat", url_for("letter_register.index")),
        (letter.number, url_for("letter_register.show", letter_id=letter.id)),
        ("Tanda tangan", place if here else ""),
    ]
    return {
        "letter": letter,
        "copies": SignedCopy.of(letter.id),
        "ways": WAYS,
        "may_bring": signed_copies.may_bring(letter, letter.submission, current_user),
        "breadcrumbs": [*trail, (here, "")] if here else trail,
        "wide": True,
    }


def _find(letter_id: int) -> Letter:
    return Letter.numbered(letter_id) or abort(404)


def _copy(letter_id: int, copy_id: int) -> SignedCopy:
    return SignedCopy.find(letter_id, copy_id) or abort(404)


def _letter_url(letter: Letter) -> str:
    return url_for("letter_register.show", letter_id=letter.id)


def _out(letter: Letter) -> str:
    return f"Surat nomor {letter.number} terbit dan dikirim kepada pemohon."


def _copy_url(copy: SignedCopy, page: str) -> str:
    return url_for(page, letter_id=copy.letter_id, copy_id=copy.id)
