"""A list somebody has already, taken from its file: sent, looked over row by row, and taken once it is confirmed.

What is taken, and what is said of it, a list describes in its `TakenList`; the four rooms are the same for all.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.forms.list_files import ListFileForm
from pst.models.accounts.users import User
from pst.web.access import View, proven
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.waiting_files import GONE, confirmed_file, keep_waiting, shown_file, taking

Told = tuple[str, str, Sequence[Any]]
"""Caption, id and rows of a table."""


@dataclass(frozen=True)
class TakenList:
    """One kind of list; `found` is what its `look_over` gives, of which `new` counts what would be taken.

    `told` says it in sentences, `tables` shows rows in these `columns`, and while there are rows in the table
    `unusable` nothing can be taken. `done` is where taking leads, and its words.
    """

    title: str
    about: Sequence[str]
    look_over: Callable[[bytes], Any]
    take: Callable[[bytes, User, datetime], Any]
    new: Callable[[Any], int]
    told: Callable[[Any], Iterable[str]]
    columns: Sequence[tuple[str, Callable[[Any], object]]]
    tables: Callable[[Any], Iterable[Told]]
    done: Callable[[Any], tuple[str, str]]
    trail: Callable[[], list[tuple[str, str]]]
    unit: str = "baris"
    proven: bool = False
    """Taking wants a fresh proof of who asks."""


def serve_taking(blueprint: Blueprint, place: str, kind: TakenList, access: Callable[[View], View]) -> None:
    """The rooms of this kind below `place`: `.ask_list`, `.upload_list`, `.preview_list`, `.take_list`."""
    home, purpose = f"{blueprint.name}.ask_list", f"{blueprint.name}-list"

    def around() -> dict[str, Any]:
        return {"kind": kind, "rooms": blueprint.name, "breadcrumbs": kind.trail(), "wide": True}

    def page(form: ListFileForm) -> FormPage[ListFileForm]:
        return FormPage("taken_lists/upload.html", form, around)

    def ask_list() -> Response | str:
        return page(ListFileForm(formdata=None)).show()

    def upload_list() -> ResponseReturnValue:
        with page(ListFileForm()) as form:
            content = form.file.data.read()
            kind.look_over(content)
        return redirect(url_for(".preview_list", unggahan=keep_waiting(purpose, content)), 303)

    def preview_list() -> Response | str:
        waiting = shown_file(purpose)
        if waiting is None:
            return told(url_for(home), GONE)
        found, form = kind.look_over(waiting.content), taking(waiting)
        tables = [table for table in kind.tables(found) if table[2]]
        blocked = any(name == "unusable" for _, name, _ in tables)
        return render_template(
            "taken_lists/preview.html", found=found, form=form, tables=tables, blocked=blocked, **around()
        )

    def take_list() -> Response:
        waiting = confirmed_file(purpose)
        if waiting is None:
            return told(url_for(home), GONE)
        address, words = kind.done(kind.take(waiting.content, current_user, clock.now()))
        return saved(address, words)

    blueprint.get(place)(access(ask_list))
    blueprint.post(place)(access(upload_list))
    blueprint.get(f"{place}/pratinjau")(access(preview_list))
    blueprint.post(f"{place}/ambil")(access(proven(take_list) if kind.proven else take_list))
