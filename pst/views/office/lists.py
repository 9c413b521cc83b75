"""The lists an office keeps, each described once: its rooms, its form, its columns, and what is said afterwards.

A list is a class that says what is its own, and a blueprint made of it: `blueprint = room_of(Clauses())`. What only
one list can do is a route of its own on that blueprint.
"""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, NamedTuple

from flask import Blueprint, Response, abort, current_app, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions import lists
from pst.actions.lists import Kind
from pst.forms.base import key_in
from pst.forms.office.office import entered, entry_form
from pst.forms.shared_rows import KeptForm
from pst.rules.items import Item
from pst.rules.roles import Role
from pst.web.access import proven, roles
from pst.web.form_pages import FormPage
from pst.web.fragments import page_or_fragment, saved, told

admin_only = roles(Role.ADMIN)


class Column(NamedTuple):
    """What a list shows of an entry: words, in a tag where they have a `tone`."""

    label: str
    words: Callable[[Any], object]
    tone: Callable[[Any], str] | None = None
    short: str = ""
    """The label beside the words on a phone, where it is another one."""
    nowrap: bool = False


class Line(NamedTuple):
    """An entry in its list: its address, its cells (column, words, tone), and what the link to change it adds."""

    url: str
    cells: list[tuple[Column, object, str]]
    edit: str


class OfficeList:
    """One list. A subclass says what is its own; a word in braces is filled in from the entry, as `{row.name}`."""

    kind: Kind
    name: ClassVar[str]
    slug: ClassVar[str]
    """Its blueprint, and its place below /petugas/kantor."""
    title: ClassVar[str]
    new_title: ClassVar[str]
    add_label: ClassVar[str]
    about: ClassVar[str]
    """What an administrator finds there, for the page that leads to all rooms."""
    proven: ClassVar[bool] = False
    """Its forms are sent only by whoever has shown lately to be the person."""
    from_file: ClassVar[bool] = False
    """Entries can be taken from a file, see `list_files`."""
    section: ClassVar[str] = "rules"
    """Where on that page: people or rules."""

    columns: tuple[Column, ...] = ()
    caption: ClassVar[str] = ""
    caption_hidden: ClassVar[bool] = True
    table_id: ClassVar[str] = "daftar"
    empty: tuple[str, str] = ("Daftar ini masih kosong", "Tambahkan yang pertama.")
    template: ClassVar[str] = "office/lists/index.html"
    fragment: ClassVar[str] = ""
    entry_template: ClassVar[str] = "office/lists/entry.html"

    added: ClassVar[str] = "{row.name} ditambahkan."
    changed: ClassVar[str] = "{row.name} disimpan."
    removed: ClassVar[str] = "{row.name} dihapus."
    remove_label: ClassVar[str] = ""
    """The button that takes an entry out; without one none can be."""
    history: ClassVar[str] = ""
    """The link to what happened to an entry."""
    offered_again: ClassVar[str] = ""
    """What is said under a form whose entry somebody removed meanwhile; without it the list is told."""

    # what a list may do in its own way

    def rows(self) -> Iterable[Any]:
        """The entries, in the order of the list."""
        return self.kind.table.in_order()

    def called(self, row: Any) -> str:
        return str(row.name)

    def edit_words(self, row: Any, place: int) -> str:
        """What the link "Ubah" at the end of a line adds for those who hear it; "" links the first cell instead."""
        return ""

    def key_of(self, row: Any) -> str:
        """What stands for the entry in addresses and events."""
        return str(row.id)

    def find(self, key: str) -> Any:
        """The entry of this key, or None."""
        return self.kind.table.with_id(key_in(key))

    def items(self, row: Any = None) -> Iterable[Item]:
        """What is asked of an entry, of this one or of a new one."""
        return self.kind.items

    def form(self, row: Any = None) -> KeptForm:
        """The form of an entry: filled and marked when it is opened."""
        filled = {} if row is None else {**row.values(), **self._keys(row)}
        return entry_form(self.items(row), data=filled)

    def kept(self, row: Any) -> dict[str, object]:
        return self.kind.kept(row)

    def in_list(self) -> dict[str, Any]:
        """What the page of the list shows."""
        return {"lines": self.lines(self.rows())}

    def in_entry(self, row: Any) -> dict[str, Any]:
        """What the page of an entry shows beside its form."""
        return {}

    def add(self, form: Any) -> Response:
        row = lists.add(self.kind, entered(form, self.kind.items), current_user, clock.now())
        return self.done(self.added, row)

    def keep(self, row: Any, form: Any) -> Response:
        values = entered(form, self.kind.items)
        lists.change(self.kind, row, values, current_user, clock.now(), form.seen.data or "")
        return self.done(self.changed, self.find(self.key_of(row)))

    def take_out(self, row: Any, seen: str) -> Response:
        lists.remove(self.kind, row, current_user, clock.now(), seen)
        return self.done(self.removed, row)

    # the rooms

    def index(self) -> ResponseReturnValue:
        """The list."""
        shown = {**self.placed(self.title), "list": self, **self.in_list()}
        if self.fragment:
            return page_or_fragment(self.template, self.fragment, **shown)
        return render_template(self.template, **shown)

    def new(self) -> str:
        return self.entry_page().show()

    def create(self) -> Response:
        with self.entry_page() as form:
            return self.add(form)

    def show(self, row_id: str) -> str:
        row = self.find_or_tell(row_id)
        page = self.entry_page(row)
        page.form.showing(self.kept(row))
        return page.show()

    def change(self, row_id: str) -> Response:
        """Keep the entry; one that was removed meanwhile is offered as a new one, with what was typed, or told."""
        row = self.find(row_id)
        if row is None and self.offered_again:
            page = self.entry_page()
            page.form.form_errors.append(f"{self.who_removed(row_id)} {self.offered_again}")
            return page.again()
        with self.entry_page(row or self.find_or_tell(row_id)) as form:
            return self.keep(row, form)

    def remove(self, row_id: str) -> Response:
        return self.take_out(self.find_or_tell(row_id), KeptForm().seen.data or "")

    # what the rooms are made of

    def entry_page(self, row: Any = None) -> FormPage[KeptForm]:
        """The page of an entry, or of a new one."""
        title = self.new_title if row is None else self.called(row)
        form = self.form(row)
        place = url_for(f"{self.name}.create") if row is None else self.url(row, "change")

        def around() -> dict[str, Any]:
            return {**self.placed(title, row), "list": self, "row": row, "action": place, **self.in_entry(row)}

        return FormPage(self.entry_template, form, around)

    def lines(self, rows: Iterable[Any]) -> list[Line]:
        return [Line(self.url(row), self._cells(row), self.edit_words(row, place)) for place, row in enumerate(rows, 1)]

    def url(self, row: Any, room: str = "show") -> str:
        return url_for(f"{self.name}.{room}", row_id=self.key_of(row))

    def home(self, row: Any = None) -> str:
        """The address of the list, of the part of it where this entry stands."""
        return url_for(f"{self.name}.index")

    def done(self, words: str, row: Any) -> Response:
        return saved(self.home(row), words.format(row=row))

    def find_or_tell(self, key: str) -> Any:
        """The entry; of one that was removed, the list is told by whom."""
        return self.find(key) or abort(told(self.home(), self.who_removed(key)))

    def who_removed(self, key: str) -> str:
        """Who took the entry out; one that never was is not found."""
        return self.kind.who_removed(key) or abort(404)

    def placed(self, title: str, row: Any = None) -> dict[str, Any]:
        """Title and trail of one of its pages."""
        trail = [("Kantor", url_for("office.index"))]
        trail += [] if title == self.title else [(self.title, self.home(row))]
        return {"breadcrumbs": [*trail, (title, "")], "wide": True, "title": title}

    def _cells(self, row: Any) -> list[tuple[Column, object, str]]:
        return [(each, each.words(row), each.tone(row) if each.tone else "") for each in self.columns]

    def _keys(self, row: Any) -> dict[str, str]:
        """Keys of rows as a select holds them."""
        values = row.values()
        keys = {item.code: values[item.code] for item in self.kind.items if item.kind == "key"}
        return {code: "" if key is None else str(key) for code, key in keys.items()}


ROOMS = (
    ("", "index", "GET"),
    ("/baru", "new", "GET"),
    ("/baru", "create", "POST"),
    ("/<row_id>", "show", "GET"),
    ("/<row_id>", "change", "POST"),
    ("/<row_id>/hapus", "remove", "POST"),
)
ORDER = ("people", "agencies", "breaches", "signatories", "initiallers", "holidays", "sentences", "kiosks")


class OfficeRoom(Blueprint):
    """The rooms of one list."""

    def __init__(self, this: OfficeList):
        super().__init__(this.name, __name__, url_prefix=f"/petugas/kantor/{this.slug}")
        self.list = this


def room_of(this: OfficeList, but: tuple[str, ...] = ()) -> OfficeRoom:
    """The blueprint of a list, for administrators; without the rooms that it has in its own way, or not at all."""
    room = OfficeRoom(this)
    for rule, name, method in ROOMS:
        if name not in but and (name != "remove" or this.remove_label):
            view = _view(getattr(this, name))
            room.add_url_rule(rule, name, proven(view) if this.proven else view, methods=[method])
    return room


def office_lists() -> list[OfficeList]:
    """Every list of the office, in the order of its page."""
    lists = [room.list for room in current_app.blueprints.values() if isinstance(room, OfficeRoom)]
    return sorted(lists, key=lambda each: ORDER.index(each.name))


def _view(room: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
    @admin_only
    def view(**key: str) -> ResponseReturnValue:
        return room(**key)

    return view
