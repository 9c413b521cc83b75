"""The office's kiosks: named, paired with a code that is shown once, seen last, and taken out."""

from flask import Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions import lists
from pst.actions.office import kiosks
from pst.actions.office.kiosks import KIOSKS
from pst.forms.office.office import entered
from pst.forms.shared_rows import KeptForm
from pst.models.office.kiosks import Kiosk
from pst.rules import wording
from pst.rules.office.kiosks import CODE_LASTS, state_of
from pst.rules.refusals import Refusal
from pst.views.office.lists import Column, OfficeList, admin_only, room_of
from pst.web.fragments import told
from pst.web.instance import the_config


def _state(row: Kiosk) -> tuple[str, str]:
    return state_of(row.paired_at, row.code_until, clock.now())


def _seen(row: Kiosk) -> str:
    return wording.long_moment(clock.local(row.seen_at)) if row.seen_at else "–"


class Kiosks(OfficeList):
    """Every device; whoever names a new one reads its code at once."""

    kind = KIOSKS
    name, slug, title = "kiosks", "kios", "Kios buku tamu"
    new_title, add_label = "Kios baru", "Tambah kios"
    about = "Perangkat tempat tamu mengisi buku tamu dan mengambil nomor."
    entry_template = "office/kiosks/entry.html"
    empty = ("Belum ada kios", "Beri nama perangkatnya, lalu ketik kodenya di perangkat itu.")
    changed, removed = "{row.name} disimpan.", "{row.name} dicabut; perangkatnya tidak dapat dipakai lagi sebagai kios."
    remove_label = "Cabut kios ini"
    history = "Riwayat kios ini"
    columns = (
        Column("Nama", lambda row: row.name),
        Column("Keadaan", lambda row: _state(row)[0], tone=lambda row: _state(row)[1]),
        Column("Terakhir dipakai", _seen),
    )

    def add(self, form: KeptForm) -> Response:
        return self.shown_code(lists.add(self.kind, entered(form, self.kind.items), current_user, clock.now()))

    def shown_code(self, row: Kiosk) -> Response:
        """A new code for this device, and where it is typed; shown this once."""
        code = kiosks.give_code(row, current_user, clock.now())
        page = render_template(
            "office/kiosks/code.html",
            row=row,
            code=code,
            until=clock.now() + CODE_LASTS,
            place=the_config().site + url_for("pairing.ask"),
            home=self.home(row),
            **self.placed(f"Kode {row.name}", row),
        )
        return Response(page, headers={"Cache-Control": "no-store"})


LIST = Kiosks()
blueprint = room_of(LIST)


@blueprint.post("/<row_id>/kode")
@admin_only
def give_code(row_id: str) -> Response:
    """A code to pair the device, or another in its place."""
    try:
        return LIST.shown_code(LIST.find_or_tell(row_id))
    except Refusal as refusal:
        return told(LIST.home(), str(refusal))
