"""The sentences officers use again in remarks."""

from flask import Blueprint, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions import office
from pst.forms.office import BLOCKS, WHOLE_FORM, SentenceForm
from pst.models.remarks import RemarkTemplate
from pst.rules.roles import Role
from pst.views.access import roles
from pst.views.fragments import refused, saved

blueprint = Blueprint("sentences", __name__, url_prefix="/petugas/kantor/kalimat")
admin_only = roles(Role.ADMIN)


@blueprint.get("")
@admin_only
def index() -> str:
    """All sentences, block by block."""
    groups: dict[str, list[RemarkTemplate]] = {title: [] for _, title in BLOCKS}
    names = dict(BLOCKS)
    for sentence in RemarkTemplate.all_in_order():
        groups[names[_key(sentence)]].append(sentence)
    return render_template("office/sentences.html", groups=groups, **_around("Kalimat catatan"))


@blueprint.get("/baru")
@admin_only
def new() -> str:
    return render_template(
        "office/sentence.html", sentence=None, form=SentenceForm(), **_around("Kalimat baru")
    )


@blueprint.post("/baru")
@admin_only
def create():
    form = SentenceForm()
    if not form.validate():
        return refused("office/sentence.html", sentence=None, form=form, **_around("Kalimat baru"))
    office.add_sentence(form.block_number, form.heading.data, form.text.data, current_user, clock.now())
    return saved(url_for(".index"), "Kalimat ditambahkan.")


@blueprint.get("/<int:sentence_id>")
@admin_only
def show(sentence_id: int) -> str:
    sentence = _find(sentence_id)
    form = SentenceForm(data={**sentence.__data__, "block": _key(sentence)})
    return render_template("office/sentence.html", sentence=sentence, form=form, **_around(sentence.heading))


@blueprint.post("/<int:sentence_id>")
@admin_only
def change(sentence_id: int):
    sentence, form = _find(sentence_id), SentenceForm()
    if not form.validate():
        context = _around(sentence.heading)
        return refused("office/sentence.html", sentence=sentence, form=form, **context)
    given = (form.block_number, form.heading.data, form.text.data)
    office.change_sentence(sentence, *given, current_user, clock.now())
    return saved(url_for(".index"), "Kalimat disimpan.")


@blueprint.post("/<int:sentence_id>/hapus")
@admin_only
def remove(sentence_id: int):
    office.remove_sentence(_find(sentence_id), current_user, clock.now())
    return saved(url_for(".index"), "Kalimat dihapus.")


def _find(sentence_id: int) -> RemarkTemplate:
    return RemarkTemplate.find_sentence(sentence_id) or abort(404)


def _key(sentence: RemarkTemplate) -> str:
    return WHOLE_FORM if sentence.block is None else str(sentence.block)


def _around(title: str) -> dict:
    """The place of the page in the office."""
    trail = [("Kantor", url_for("office.index"))]
    trail += [] if title == "Kalimat catatan" else [("Kalimat catatan", url_for(".index"))]
    return {"breadcrumbs": [*trail, (title, "")], "wide": True, "title": title}
