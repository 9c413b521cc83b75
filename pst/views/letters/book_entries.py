"""Lines of the book: letters that are no recommendations, numbers set aside, numbers never used."""

from typing import Any

from flask import Blueprint, Response, abort, url_for
from flask_login import current_user

from pst import clock
from pst.actions.letters import book_entries
from pst.actions.letters.book_years import YEARS, number_ahead
from pst.exchange.uploads import SUFFIXES
from pst.forms.letters.book_entries import EntryForm, RangeForm, VoidForm
from pst.models.letters.book_entries import BookEntry
from pst.rules.letters.numbering import ENTRIES, LETTER, VOID
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.downloads import stored_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import saved
from pst.web.instance import the_store
from pst.web.querying import number_of

blueprint = Blueprint("book_entries", __name__, url_prefix="/petugas/surat")
office_only = roles(Role.OFFICER, Role.HEAD)


@blueprint.get("/catat")
@office_only
def ask() -> Response | str:
    """Which letter went out?"""
    return _entry_page(EntryForm(formdata=None, data={"dated": clock.today()})).show()


@blueprint.post("/catat")
@office_only
def enter() -> Response:
    """Write it into the book."""
    with _entry_page(EntryForm()) as form:
        entry = book_entries.enter(form.given, current_user, clock.now(), the_store(), form.upload)
    return saved(url_for(".show", entry_id=entry.id), f"Surat nomor {entry.number} dicatat.", entry.number)


@blueprint.get("/rentang/<int:year>")
@office_only
def ask_range(year: int) -> Response | str:
    """Which numbers are set aside, or were never used, and why?"""
    first, last = number_of("dari"), number_of("sampai")
    kind = VOID if first else None
    return _range_page(year, RangeForm(formdata=None, data={"kind": kind, "first": first, "last": last})).show()


@blueprint.post("/rentang/<int:year>")
@office_only
def set_aside(year: int) -> Response:
    """Write the range into the book."""
    with _range_page(year, RangeForm()) as form:
        first, last, kind, why = form.first.data, form.last.data, form.kind.data, form.reason.data
        entry = book_entries.set_aside(year, first, last, kind, why, current_user, clock.now())
    return saved(url_for(".show", entry_id=entry.id), f"Nomor urut {entry.place} tahun {year} dicatat.")


@blueprint.get("/baris/<int:entry_id>")
@office_only
def show(entry_id: int) -> Response | str:
    """One line, and the way to say that its number counts for nothing."""
    return _line_page(_find(entry_id), VoidForm(formdata=None)).show()


@blueprint.post("/baris/<int:entry_id>/batal")
@office_only
def void(entry_id: int) -> Response:
    """Say so."""
    entry = _find(entry_id)
    with _line_page(entry, VoidForm()) as form:
        book_entries.void(entry, form.reason.data, current_user, clock.now())
    return saved(url_for(".show", entry_id=entry_id), "Nomor ini dinyatakan batal.", entry.number)


@blueprint.get("/baris/<int:entry_id>/berkas")
@office_only
def file(entry_id: int) -> Response:
    """The file that was kept with it."""
    entry = _find(entry_id)
    if entry.file is None:
        abort(404)
    name = f"{entry.number.replace('/', '-')}{SUFFIXES[entry.file.mime]}"
    return stored_answer(entry.file.sha256, entry.file.mime, name)


def _find(entry_id: int) -> BookEntry:
    entry = BookEntry.find(entry_id)
    return entry if entry and entry.kind != LETTER else abort(404)


def _entry_page(form: EntryForm) -> FormPage[EntryForm]:
    def around() -> dict[str, Any]:
        return {**_trail("Catat surat"), **number_ahead(clock.today())}

    return FormPage("letters/book_entries/entry.html", form, around)


def _range_page(year: int, form: RangeForm) -> FormPage[RangeForm]:
    if year not in YEARS:
        abort(404)
    return FormPage("letters/book_entries/range.html", form, lambda: {**_trail("Nomor-nomor"), "year": year})


def _line_page(entry: BookEntry, form: VoidForm) -> FormPage[VoidForm]:
    def around() -> dict[str, Any]:
        return {
            **_trail(entry.number or entry.place),
            "entry": entry,
            "kind": ENTRIES[entry.kind],
            "may_void": book_entries.may_void(entry, current_user),
        }

    return FormPage("letters/book_entries/show.html", form, around)


def _trail(here: str) -> dict[str, Any]:
    return {"breadcrumbs": [("Register surat", url_for("letter_register.index")), (here, "")]}
