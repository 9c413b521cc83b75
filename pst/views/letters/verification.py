"""Is this letter genuine, and does it still count? Anybody with the letter may ask, without an account."""

import hashlib

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pst.actions.letters.facts import thaw
from pst.forms.submissions.tracking import CompareForm, VerifyForm
from pst.models.letters.letters import Letter
from pst.paper.letters.text import subject_of
from pst.rules import numbering
from pst.rules.review import labels
from pst.web.access import public
from pst.web.fragments import refused
from pst.web.limits import limit_misses

blueprint = Blueprint("verification", __name__, url_prefix="/verifikasi")
PAGE = "letters/verification/verify.html"
VERDICTS = {
    "issued": "Surat asli dan berlaku",
    "replaced": "Surat asli, tetapi sudah diganti",
    "revoked": "Surat sudah dicabut",
}


@blueprint.get("")
@public
@limit_misses
def ask() -> ResponseReturnValue:
    """Type the code that stands beside the QR."""
    if "kode" not in request.args:
        return render_template(PAGE, form=VerifyForm(formdata=None), compare=CompareForm(formdata=None))
    form = VerifyForm(request.args)
    if not form.validate():
        return refused(PAGE, form=form, compare=CompareForm(formdata=None))
    return redirect(url_for(".show", code=_spelt(form.kode.data)), 303)


@blueprint.post("")
@public
@limit_misses
def compare() -> Response | str:
    """Compare a file with the letters that were issued: it is one of them, byte for byte, or it is none."""
    form = CompareForm()
    if not form.validate_on_submit():
        return refused(PAGE, form=VerifyForm(formdata=None), compare=form)
    sha256 = hashlib.sha256(form.berkas.data.read()).hexdigest()
    letter = Letter.by_file(sha256)
    if letter is None:
        return _unknown(sha256=sha256)
    return render_template("letters/verification/verified.html", compared=True, **_shown(letter))


@blueprint.get("/<code>")
@public
@limit_misses
def show(code: str) -> Response | str:
    """What is known of the letter with this code; a code never given looks like one that cannot be."""
    clean = numbering.clean_code(code)
    letter = Letter.by_code(numbering.hash_code(clean)) if clean else None
    if letter is None:
        return _unknown()
    return render_template("letters/verification/verified.html", compared=False, **_shown(letter))


def _shown(letter: Letter) -> dict:
    """What the public may know: nothing about a person but the office held by whoever signed."""
    facts = thaw(letter.facts)
    return {
        "letter": letter,
        "facts": facts,
        "verdict": VERDICTS[letter.state],
        "subject": subject_of(facts),
        "outcome": labels.outcome_label(letter.outcome),
    }


def _unknown(sha256: str = "") -> Response:
    return refused("letters/verification/unknown_letter.html", 404, sha256=sha256)


def _spelt(typed: str) -> str:
    """The code as printed; what is no code is looked up as it was typed, and not found."""
    return numbering.clean_code(typed) or typed.replace("/", "-")
