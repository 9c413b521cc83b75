"""The sentences officers use again in remarks."""

from functools import partial
from typing import NoReturn

from flask import Blueprint, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.office import office
from pst.actions.office.office import SentenceRefused
from pst.actions.seen import ChangedMeanwhile
from pst.forms.office.office import BLOCKS, WHOLE_FORM, SentenceForm
from pst.forms.shared_rows import KeptForm
from pst.models.audit import Event
from pst.models.review.remarks import RemarkTemplate
from pst.rules.roles import Role
from pst.views.office.office import placed
from pst.web.access import roles
from pst.web.fragments import refused, saved, told

blueprint = Blueprint("sentences", __name__, url_prefix="/petugas/kantor/kalimat")
admin_only = roles(Role.ADMIN)
_around = partial(placed, room="Kalimat catatan")


@blueprint.get("")
@admin_only
def index() -> str:
    """All sentences, block by block."""
    groups: dict[str, list[RemarkTemplate]] = {title: [] for _, title in BLOCKS}
    names = dict(BLOCKS)
    for sentence in RemarkTemplate.all_in_order():
        groups[names[_key(sentence)]].append(sentence)
    return render_template("office/office/sentences.html", groups=groups, **_around("Kalimat catatan"))


@blueprint.get("/baru")
@admin_only
def new() -> str:
    return render_template("office/office/sentence.html", sentence=None, form=SentenceForm(), **_around("Kalimat baru"))


@blueprint.post("/baru")
@admin_only
def create():
    form = SentenceForm()
    if not form.validate():
        return refused("office/office/sentence.html", sentence=None, form=form, **_around("Kalimat baru"))
    office.add_sentence(form.block_number, form.heading.data, form.text.data, current_user, clock.now())
    return saved(url_for(".index"), "Kalimat ditambahkan.")


@blueprint.get("/<int:sentence_id>")
@admin_only
def show(sentence_id: int) -> str:
    sentence = RemarkTemplate.find_sentence(sentence_id) or _gone(sentence_id)
    form = SentenceForm(data={**sentence.values(), "block": _key(sentence)})
    form.showing(office.kept_sentence(sentence))
    return render_template("office/office/sentence.html", sentence=sentence, form=form, **_around(sentence.heading))


@blueprint.post("/<int:sentence_id>")
@admin_only
def change(sentence_id: int):
    """Keep the sentence; one that was removed meanwhile is offered as a new one, with what was typed."""
    sentence, form = RemarkTemplate.find_sentence(sentence_id), SentenceForm()
    if sentence is None:
        form.form_errors.append(_who_removed(sentence_id) + " Simpan untuk menambahkannya lagi.")
        return refused("office/office/sentence.html", sentence=None, form=form, **_around("Kalimat baru"))
    if form.validate():
        given = (form.block_number, form.heading.data, form.text.data)
        try:
            office.change_sentence(sentence, *given, current_user, clock.now(), form.seen.data or "")
        except SentenceRefused as refusal:
            form.form_errors.append(str(refusal))
        except ChangedMeanwhile as refusal:
            form.changed_meanwhile(refusal)
        else:
            return saved(url_for(".index"), "Kalimat disimpan.")
    return refused("office/office/sentence.html", sentence=sentence, form=form, **_around(sentence.heading))


@blueprint.post("/<int:sentence_id>/hapus")
@admin_only
def remove(sentence_id: int):
    sentence = RemarkTemplate.find_sentence(sentence_id) or _gone(sentence_id)
    try:
        office.remove_sentence(sentence, current_user, clock.now(), KeptForm().seen.data or "")
    except (SentenceRefused, ChangedMeanwhile) as refusal:
        return told(url_for(".index"), str(refusal))
    return saved(url_for(".index"), "Kalimat dihapus.")


def _gone(sentence_id: int) -> NoReturn:
    """The list, told who removed the sentence."""
    abort(told(url_for(".index"), _who_removed(sentence_id)))


def _who_removed(sentence_id: int) -> str:
    """Who took the sentence out; one that never was is not found."""
    last = Event.latest("sentence", str(sentence_id))
    if last is None or last.verb != "remove":
        abort(404)
    return f"Kalimat ini sudah dihapus oleh {last.actor_name}."


def _key(sentence: RemarkTemplate) -> str:
    return WHOLE_FORM if sentence.block is None else str(sentence.block)
