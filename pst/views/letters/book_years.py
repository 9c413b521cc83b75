"""The office says where its book of letters is kept, year by year."""

from typing import Any

from flask import Blueprint, Response, abort, url_for
from flask_login import current_user

from pst import clock
from pst.actions.letters import book_years
from pst.actions.letters.book_years import YEARS
from pst.forms.letters.letters import BookYearForm
from pst.models.letters.book_entries import BookEntry
from pst.models.letters.book_years import BookYear
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved

blueprint = Blueprint("book_years", __name__, url_prefix="/petugas/surat/buku")
office_only = roles(Role.OFFICER, Role.HEAD)


@blueprint.get("/<int:year>")
@office_only
def show(year: int) -> Response | str:
    """What the office said of this year, and the form to say it."""
    book = BookYear.of(_known(year))
    data = {"kept": book.kept if book else None, "following": book_years.next_number(year)}
    return _page(year, BookYearForm(formdata=None, data=data)).show()


@blueprint.post("/<int:year>")
@office_only
def say(year: int) -> Response:
    """Keep it."""
    with _page(year, BookYearForm()) as form:
        book_years.say_where(year, form.kept.data, form.following.data, current_user, clock.now())
    return saved(url_for(".show", year=year), f"Keterangan buku surat tahun {year} disimpan.")


def _page(year: int, form: BookYearForm) -> FormPage[BookYearForm]:
    _known(year)

    def around() -> dict[str, Any]:
        trail = [("Register surat", url_for("letter_register.index")), (f"Buku surat {year}", "")]
        return {"year": year, "book": BookYear.of(year), "gaps": BookEntry.gaps(year), "breadcrumbs": trail}

    return FormPage("letters/book_years/show.html", form, around)


def _known(year: int) -> int:
    """A year that a book can have; any other is no address."""
    return year if year in YEARS else abort(404)
