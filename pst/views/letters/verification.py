"""Is this letter genuine, and does it still count? Anybody with the letter may ask, without an account."""

import hashlib
import json

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pst import clock
from pst.actions.letters.facts import thaw
from pst.actions.letters.stamping import KEY_FILE
from pst.exchange.signatures import VERDICTS as VERDICTS_OF_SIGNATURES
from pst.forms.submissions.tracking import CompareForm, VerifyForm
from pst.models.letters.letters import Letter
from pst.paper.letters.text import subject_of
from pst.rules import numbering
from pst.rules.letters.signing import WAYS, way_label
from pst.rules.letters.validity import OUT, STATES, VERDICTS, state_on
from pst.rules.review import labels
from pst.views.submissions.doors import door_to
from pst.web.access import public
from pst.web.downloads import file_answer
from pst.web.fragments import refused
from pst.web.instance import the_stamp_keys
from pst.web.limits import limit_misses

blueprint = Blueprint("verification", __name__, url_prefix="/verifikasi")
PAGE = "letters/verification/verify.html"
ONLY_TEXT = "Naskah sebelum ditandatangani, bukan surat yang terbit"
"""Of the PDF of a letter that went out with another file, its signed one."""


@blueprint.get("")
@public
@limit_misses
def ask() -> ResponseReturnValue:
    """Type the code that stands beside the QR, or the number or identity of the letter."""
    if "kode" not in request.args:
        return render_template(PAGE, form=VerifyForm(formdata=None), compare=CompareForm(formdata=None))
    form = VerifyForm(request.args)
    if not form.validate():
        return refused(PAGE, form=form, compare=CompareForm(formdata=None))
    kind, spelt = numbering.recognise(form.kode.data)
    if kind not in ("letter", "identity"):
        return door_to(form.kode.data) or redirect(url_for(".show", code=form.kode.data.replace("/", "-")), 303)
    letter = Letter.by_number(spelt)
    return _verified(letter) if letter else _unknown(number=spelt)


@blueprint.post("")
@public
@limit_misses
def compare() -> Response | str:
    """Compare a file with the letters that were issued: it is one of them, byte for byte, or it is none."""
    form = CompareForm()
    if not form.validate_on_submit():
        return refused(PAGE, form=VerifyForm(formdata=None), compare=form)
    sha256 = hashlib.sha256(form.content).hexdigest()
    letter = Letter.by_file(sha256)
    return _verified(letter, sha256) if letter else _unknown(sha256=sha256)


@blueprint.get("/kunci.txt")
@public
def keys() -> Response:
    """The public halves of the keys that letters are stamped with, for whoever checks a QR code without us."""
    return file_answer(the_stamp_keys().as_text, "text/plain", KEY_FILE, opened=True)


@blueprint.get("/<code>")
@public
@limit_misses
def show(code: str) -> ResponseReturnValue:
    """What is known of the letter with this code; a code never given looks like one that cannot be."""
    clean = numbering.clean_code(code)
    letter = Letter.by_code(numbering.hash_code(clean)) if clean else None
    return _verified(letter) if letter else door_to(code) or _unknown()


def _verified(letter: Letter, sha256: str = "") -> str:
    """What the public may know: nothing about a person but the office held by whoever signed."""
    facts, state = thaw(letter.facts), state_on(letter, clock.today())
    only_text = bool(letter.signed_file) and sha256 == letter.file_id
    return render_template(
        "letters/verification/verified.html",
        letter=letter,
        compared=_which_file(letter, sha256) if sha256 else "",
        signing=_signing(letter),
        facts=facts,
        state=state,
        verdict=ONLY_TEXT if only_text else VERDICTS[state],
        only_text=only_text,
        state_told=STATES[state],
        subject=subject_of(facts),
        outcome=labels.outcome_label(letter.outcome),
    )


def _which_file(letter: Letter, sha256: str) -> str:
    """Which of the letter's files this one is."""
    if sha256 == letter.signed_file:
        return (
            f"Berkas yang Anda bandingkan sama persis dengan surat bertanda tangan kami ({WAYS[letter.way].lower()})."
        )
    if letter.signed_file or letter.state not in OUT:
        return (
            "Berkas yang Anda bandingkan adalah naskah sebelum ditandatangani; "
            "surat yang terbit adalah berkas yang ditandatangani."
        )
    return "Berkas yang Anda bandingkan sama persis dengan surat yang terbit."


def _signing(letter: Letter) -> str:
    """How it was signed, and what its electronic signature is worth."""
    told = way_label(letter.state, letter.way)
    verdict = json.loads(letter.signature).get("verdict") if letter.signature else None
    return f"{told}, {VERDICTS_OF_SIGNATURES[verdict]}" if verdict else told


def _unknown(sha256: str = "", number: str = "") -> Response:
    return refused("letters/verification/unknown_letter.html", 404, sha256=sha256, number=number)
