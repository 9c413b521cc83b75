"""The catalogue as a register: for its page, its files, and the programs of other offices."""

from typing import Any

from flask import abort, redirect, request, url_for

from pst.models.catalogue.catalogue import FILTERS, METHOD_LABELS, SECTOR_LABELS, SORTS, Activity
from pst.web.registers import Column, Register

REGISTER = Register(
    address="catalogue.index",
    filters=FILTERS,
    sorts=SORTS,
    ranked=True,
    page=Activity.page,
    rows=Activity.every,
    columns=(
        Column("nomor", "number"),
        Column("judul", "title"),
        Column("instansi", "agency"),
        Column("tahun", "year"),
        Column("cara_pengumpulan_data", lambda row: METHOD_LABELS.get(row.method, row.method)),
        Column("sektor", lambda row: SECTOR_LABELS.get(row.sector, row.sector)),
        Column("wilayah", "region"),
        Column("identitas_rekomendasi", "identity_number"),
        Column("tanggal_surat", lambda row: row.issued_on.isoformat() if row.issued_on else ""),
        Column("berlaku_sampai", lambda row: row.valid_until.isoformat() if row.valid_until else ""),
    ),
    title="Katalog",
    files="catalogue.as_file",
    file_name="katalog",
)


def record_of(row: Any) -> dict[str, Any]:
    """One activity as an object: the names of the columns, and what stands in them."""
    return {column.head: column.of(row) for column in REGISTER.columns}


def find_activity(number: str) -> Activity:
    """The activity at this address of the page asked for; one that was merged leads to the one that stayed."""
    found = Activity.known_as(number) or abort(404)
    if found.number != number:
        abort(redirect(url_for(str(request.endpoint), **{**(request.view_args or {}), "number": found.number}), 301))
    return found
