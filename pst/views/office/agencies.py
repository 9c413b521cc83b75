"""The agencies the office serves, and what applicants proposed."""

from typing import Any

from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions.office import agencies
from pst.actions.office.agencies import AGENCIES
from pst.actions.seen import mark_of
from pst.forms.office.office import MergeForm
from pst.forms.shared_rows import KeptForm
from pst.models.office.agencies import Agency
from pst.views.office.list_files import AGENCIES_FROM_FILE
from pst.views.office.lists import Column, OfficeList, admin_only, room_of
from pst.web.fragments import saved, told
from pst.web.querying import text_of
from pst.web.taken_lists import serve_taking


class Agencies(OfficeList):
    """Proposals first, then every agency by name."""

    kind = AGENCIES
    name, slug, title, section = "agencies", "instansi", "Instansi", "people"
    from_file = True
    new_title, add_label = "Instansi baru", "Tambah instansi"
    about = "Perangkat daerah yang dilayani, dan usulan dari pemohon."
    template, fragment = "office/agencies/index.html", "office/agencies/_agencies.html"
    caption, table_id = "Instansi menurut nama", "instansi"
    empty = ("Belum ada instansi", "Pemohon memilih instansinya dari daftar ini.")
    history = "Riwayat instansi ini"
    columns = (
        Column("Nama", lambda row: row.name),
        Column("Alamat", lambda row: row.address),
        Column("Kontak", lambda row: ", ".join(filter(None, (row.phone, row.email)))),
        Column("Pimpinan", lambda row: row.leader),
        Column(
            "Keadaan",
            lambda row: "Dapat dipilih" if row.active else "Tidak dipakai",
            lambda row: "success" if row.active else "neutral",
        ),
    )

    def rows(self) -> list[Agency]:
        return Agency.listed(text_of("cari"))

    def in_list(self) -> dict[str, Any]:
        words = text_of("cari")
        return {
            **super().in_list(),
            "proposed": [(agency, mark_of(self.kept(agency))) for agency in Agency.proposed()],
            "text": words,
            "choices": Agency.choices(),
            "nothing": words and ("Tidak ada yang cocok", "Periksa ejaannya, atau tambahkan instansinya."),
        }


LIST = Agencies()
blueprint = room_of(LIST)
serve_taking(blueprint, "/impor", AGENCIES_FROM_FILE, admin_only)


@blueprint.post("/<row_id>/setujui")
@admin_only
def approve(row_id: str) -> ResponseReturnValue:
    """Take a proposal into the list that applicants choose from."""
    agency = LIST.find_or_tell(row_id)
    agencies.approve_agency(agency, current_user, clock.now(), KeptForm().seen.data or "")
    return saved(LIST.home(), f"{agency.name} masuk dalam daftar instansi.")


@blueprint.post("/<row_id>/gabung")
@admin_only
def merge(row_id: str) -> ResponseReturnValue:
    """The proposal is an agency we have, written otherwise."""
    proposed, form = LIST.find_or_tell(row_id), MergeForm(Agency.choices())
    if not form.validate():
        return told(LIST.home(), "Pilih instansi tujuan penggabungan.")
    into = LIST.find_or_tell(form.into.data)
    people = agencies.merge_agency(proposed, into, current_user, clock.now(), form.seen.data or "")
    return saved(LIST.home(), f"{proposed.name} digabungkan ke {into.name}; {people} akun ikut pindah.")
