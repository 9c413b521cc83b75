"""The guide: an index by person, and one short page per task; the pages of the staff only for the staff."""

from flask import Blueprint, abort, render_template
from flask_login import current_user

from pst.questionnaires import shelf
from pst.rules.office import guide
from pst.rules.roles import STAFF
from pst.web import navigation
from pst.web.access import public, roles
from pst.web.instance import the_office

blueprint = Blueprint("guide", __name__)


@blueprint.get("/bantuan")
@public
def index() -> str:
    """Every page that helps whoever reads."""
    shelves = guide.shelves(navigation.hats(current_user))
    return render_template("office/guide/index.html", shelves=shelves, address_of=navigation.guide_address)


@blueprint.get("/bantuan/<name>")
@public
def show(name: str) -> str:
    """A page for everybody."""
    return _page(name, public=True)


@blueprint.get("/petugas/bantuan/<name>")
@roles(*STAFF)
def show_staff(name: str) -> str:
    """A page for those whose work it is."""
    return _page(name, public=False)


def _page(name: str, public: bool) -> str:
    """Each page stands at its one address."""
    hats = navigation.hats(current_user)
    page = guide.find(name, hats)
    if page is None or public == bool(page.reader.roles):
        abort(404)
    form = shelf.CURRENT
    asked = sum(not question.staff_only for question in form.questions)
    facts = {"days": the_office().promise_days, "parts": len(form.blocks), "questions": asked}
    others = next(pages for reader, pages in guide.shelves(hats) if reader == page.reader)
    return render_template(
        "office/guide/show.html",
        page=page.with_facts(facts),
        others=[other for other in others if other.name != name],
        address_of=navigation.guide_address,
        breadcrumbs=[("Bantuan", "/bantuan"), (page.title, "")],
    )
