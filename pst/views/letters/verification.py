"""Is this letter genuine, and does it still count? Anybody with the letter may ask, without an account."""

import hashlib

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from pst import clock
from pst.actions.letters.stamping import BAD, KEY_FILE, VERDICTS, check_file
from pst.actions.letters.verification import by_code, verified
from pst.forms.submissions.tracking import CompareForm, VerifyForm
from pst.models.letters.letters import Letter
from pst.rules import numbering
from pst.views.submissions.doors import door_to
from pst.web.access import public
from pst.web.downloads import file_answer
from pst.web.fragments import refused
from pst.web.instance import the_stamp_keys
from pst.web.limits import limit_misses

blueprint = Blueprint("verification", __name__, url_prefix="/verifikasi")
PAGE = "letters/verification/verify.html"


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
        return door_to(form.kode.data) or _unknown()
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
    return _verified(letter, sha256) if letter else _unknown(sha256=sha256, stamp=_stamp_in(form.content))


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
    letter = by_code(code)
    return _verified(letter) if letter else door_to(code) or _unknown()


def _verified(letter: Letter, sha256: str = "") -> str:
    """What the public may know: nothing about a person but the office held by whoever signed."""
    told = verified(letter, clock.today(), sha256)
    return render_template("letters/verification/verified.html", **vars(told))


def _stamp_in(content: bytes) -> str:
    """What the stamp in a file that is none of ours is worth, and of which letter it is."""
    verdict, stamp = check_file(content, the_stamp_keys())
    return f"{VERDICTS[verdict]}; surat nomor {stamp.number}" if stamp and verdict not in BAD else VERDICTS[verdict]


def _unknown(sha256: str = "", number: str = "", stamp: str = "") -> Response:
    return refused("letters/verification/unknown_letter.html", 404, sha256=sha256, number=number, stamp=stamp)
