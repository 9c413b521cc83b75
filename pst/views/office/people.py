"""The accounts of the office and of its applicants, as the administrator keeps them."""

from typing import Any

from flask import Response, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.actions.accounts import accounts, second_factor
from pst.actions.lists import Kind
from pst.actions.office import succession
from pst.forms.base import key_in
from pst.forms.office.office import LeaveForm, NoteForm, UserForm
from pst.models.accounts.users import FILTERS, SORTS, User
from pst.models.office.agencies import Agency
from pst.rules.privacy import mask_email
from pst.rules.review.labels import ROLE_LABELS
from pst.views.office.list_files import PEOPLE_FROM_FILE
from pst.views.office.lists import Column, OfficeList, admin_only, room_of
from pst.web.access import proven
from pst.web.filters import day
from pst.web.fragments import saved, told
from pst.web.instance import the_config
from pst.web.registers import Register, listed, wanted_of
from pst.web.taken_lists import serve_taking

NOT_MAILED = (
    "Situs ini belum mengirim surel. Undangan akun yang belum pernah dipakai dapat diperlihatkan di halaman akunnya. "
    f"{accounts.ON_THE_CONSOLE}"
)

NOT_YET = "Alamat surel baru berlaku sesudah pemiliknya mengonfirmasinya; sampai itu alamat lama tetap dipakai."


class People(OfficeList):
    """Everybody with an account, newest first. What becomes of an account is told in the accounts' own actions."""

    kind = Kind("account", User, ())
    name, slug, title, section = "people", "pengguna", "Pengguna", "people"
    proven, from_file = True, True
    new_title, add_label = "Akun baru", "Buat akun"
    about = "Akun petugas, Kepala, administrator, dan pemohon: peran, tautan kata sandi, penutupan."
    template, fragment, entry_template = (
        "office/people/index.html",
        "office/people/_users.html",
        "office/people/entry.html",
    )
    caption, table_id = "Akun, yang terbaru di atas", "akun"
    added = "Akun {row.name} dibuat. Tautan untuk menetapkan kata sandi dikirim ke {row.email}."
    changed = "Akun {row.name} disimpan."
    columns = (
        Column("Nama", lambda row: row.name),
        Column("Surel", lambda row: mask_email(row.email)),
        Column("Peran", lambda row: ", ".join(sorted(ROLE_LABELS[role] for role in row.roles))),
        Column("Instansi", lambda row: row.agency),
        Column("Keadaan", lambda row: _state(row)[0], lambda row: _state(row)[1]),
        Column(
            "Terakhir masuk", lambda row: day(row.signed_in_at) if row.signed_in_at else "Belum pernah", nowrap=True
        ),
    )

    def find(self, key: str) -> User | None:
        user_id = key_in(key)
        return User.with_agency(user_id) if user_id is not None else None

    def form(self, row: User | None = None) -> UserForm:
        if row is None:
            return UserForm(Agency.choices())
        filled = {**row.values(), "roles": sorted(row.roles), "agency": str(row.agency_id or "")}
        return UserForm(_agencies_of(row), _heirs_of(row), data=filled)

    def kept(self, row: User) -> dict[str, object]:
        return accounts.kept(row)

    def in_list(self) -> dict[str, Any]:
        found = listed(REGISTER, wanted_of(REGISTER))
        return {"listed": found, "lines": self.lines(found.rows)}

    def show(self, row_id: str) -> str:
        """One account. That it was opened is noted: it shows a person's mailbox and telephone."""
        shown = super().show(row_id)
        audit.record_look(current_user, f"account {int(row_id)}", clock.now(), "Mengelola akun")
        return shown

    def in_entry(self, row: User | None) -> dict[str, Any]:
        may_be_shown = row is not None and not the_config().smtp and accounts.may_be_shown(row)
        work = succession.open_work(row, clock.today()) if row is not None else None
        heirs = _heirs_of(row) if row is not None else []
        mailed = bool(the_config().smtp)
        return {"mails_are_sent": mailed, "may_be_shown": may_be_shown, "work": work, "heirs": heirs}

    def add(self, form: UserForm) -> Response:
        """Open an account; its owner gets a link to set the password, by mail or from the administrator's hand."""
        user = accounts.create_user(**_given(form), actor=current_user, at=clock.now())
        if the_config().smtp:
            return self.done(self.added, user)
        return saved(self.url(user), f"Akun {user.name} dibuat. {NOT_MAILED}")

    def keep(self, row: User, form: UserForm) -> Response:
        heir = (form.heir.data or "") if form.heir else ""
        succession.change(row, current_user, clock.now(), form.seen.data or "", heir, **_given(form))
        now = self.find(self.key_of(row))
        return self.done(self.changed if now and now.email == form.email.data else f"{self.changed} {NOT_YET}", now)


REGISTER = Register(address="people.index", filters=FILTERS, sorts=SORTS, page=User.page)
LIST = People()
blueprint = room_of(LIST)
serve_taking(blueprint, "/impor", PEOPLE_FROM_FILE, admin_only)


@blueprint.post("/<row_id>/tutup")
@admin_only
@proven
def close(row_id: str) -> ResponseReturnValue:
    """Close the account: its owner is signed out everywhere."""
    user, form = LIST.find_or_tell(row_id), LeaveForm()
    if not form.validate():
        return told(LIST.url(user), "Alasan paling banyak 300 karakter.")
    succession.close(user, current_user, clock.now(), form.note.data or "", form.heir.data or "")
    return saved(LIST.url(user), f"Akun {user.name} ditutup.")


@blueprint.post("/<row_id>/buka")
@admin_only
@proven
def reopen(row_id: str) -> ResponseReturnValue:
    user = LIST.find_or_tell(row_id)
    accounts.reopen_user(user, current_user, clock.now())
    return saved(LIST.url(user), f"Akun {user.name} dibuka kembali.")


@blueprint.post("/<row_id>/keluarkan")
@admin_only
@proven
def sign_out(row_id: str) -> Response:
    """End this person's sessions: a device was left open, or lost."""
    user = LIST.find_or_tell(row_id)
    ended = accounts.sign_out_everywhere(user, current_user, clock.now())
    return saved(LIST.url(user), f"Akun {user.name} dikeluarkan dari {ended} perangkat.")


@blueprint.post("/<row_id>/tautan")
@admin_only
@proven
def send_link(row_id: str) -> ResponseReturnValue:
    """Mail the person a link to set a new password."""
    user = LIST.find_or_tell(row_id)
    if not the_config().smtp:
        return told(LIST.url(user), NOT_MAILED)
    accounts.send_password_link(user, current_user, clock.now())
    return saved(LIST.url(user), f"Akun {user.name} mendapat tautan kata sandi lewat surel.")


@blueprint.post("/<row_id>/faktor-kedua")
@admin_only
@proven
def reset_factor(row_id: str) -> ResponseReturnValue:
    """Take a lost second factor off; its owner is told by whom and why."""
    user, form = LIST.find_or_tell(row_id), NoteForm()
    if not form.validate():
        return told(LIST.url(user), "Alasan paling banyak 300 karakter.")
    second_factor.reset(user, current_user, form.note.data or "", clock.now())
    return saved(LIST.url(user), f"Faktor kedua {user.name} dihapus; pemiliknya diberi tahu.")


@blueprint.post("/<row_id>/undangan")
@admin_only
@proven
def show_invitation(row_id: str) -> ResponseReturnValue:
    """The invitation's link, once, for the administrator to hand over: where no mail goes out."""
    user = LIST.find_or_tell(row_id)
    if the_config().smtp:
        return told(LIST.url(user), "Undangan dikirim lewat surel kepada pemiliknya.")
    link = accounts.show_invitation(user, current_user, clock.now())
    return render_template(
        "office/people/invitation.html", user=user, link=link, site=the_config().site, **LIST.placed(user.name, user)
    )


def _state(user: User) -> tuple[str, str]:
    if not user.active:
        return "Ditutup", "neutral"
    return ("Aktif", "success") if user.confirmed_at else ("Menunggu sandi", "warning")


def _given(form: UserForm) -> dict[str, Any]:
    return {**form.given, "agency": Agency.find(form.agency_id)}


def _heirs_of(user: User) -> list[tuple[object, str]]:
    """Who may go on with this person's open work; none are asked for where there is nothing to go on with."""
    if not succession.open_work(user, clock.today()):
        return []
    others = [(user_id, name) for user_id, name in User.officer_names() if user_id != user.id]
    return [*others, (succession.NOBODY, "Belum ada pengganti: dikembalikan kepada semua petugas")]


def _agencies_of(user: User) -> list[tuple[int, str]]:
    """What may be chosen, with the person's own agency also where it is only proposed."""
    listed = Agency.choices()
    own = [(user.agency.id, user.agency.name)] if user.agency_id else []
    return listed if own and own[0] in listed else [*listed, *own]
