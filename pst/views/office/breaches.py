"""Breaches of personal data: each with the hours that are left, its papers, and the mails to those concerned."""

from typing import Any

from flask import Response, abort
from flask_login import current_user

from pst import clock
from pst.actions.office import breaches
from pst.actions.office.breaches import BREACHES
from pst.forms.office.office import TellForm
from pst.models.office.breaches import Breach
from pst.rules.privacy import hours_left
from pst.rules.time_left import Badge
from pst.views.office.lists import Column, OfficeList, admin_only, room_of
from pst.web.access import proven
from pst.web.downloads import pdf_answer
from pst.web.filters import day
from pst.web.form_pages import FormPage
from pst.web.fragments import saved


class Breaches(OfficeList):
    """The newest first."""

    kind = BREACHES
    name, slug, title, section = "breaches", "kegagalan-data", "Kegagalan pelindungan data", "care"
    new_title, add_label = "Kejadian baru", "Catat kejadian"
    about = "Data pribadi yang bocor, hilang, atau dibuka orang yang tidak berhak, dan 3 × 24 jamnya."
    caption, table_id = "Kejadian, yang terbaru di atas", "kejadian"
    empty = (
        "Belum ada kejadian",
        "Catat segera setelah diketahui: 3 × 24 jam dihitung sejak itu (UU 27/2022, Pasal 46).",
    )
    entry_template = "office/breaches/entry.html"
    history = "Riwayat kejadian ini"
    columns = (
        Column("Kejadian", lambda row: row.name),
        Column("Diketahui", lambda row: f"{day(row.known_on)} {row.known_hour}"),
        Column("Orang", lambda row: row.people),
        Column("Batas", lambda row: _words(_left(row)), lambda row: _left(row).tone),
    )

    def rows(self) -> list[Breach]:
        return Breach.newest()

    def in_entry(self, row: Breach | None) -> dict[str, Any]:
        return {"left": _left(row) if row else None, "tell_form": TellForm(formdata=None)}


LIST = Breaches()
blueprint = room_of(LIST)


@blueprint.post("/<row_id>/kabari")
@admin_only
@proven
def tell(row_id: str) -> Response:
    """Mail those concerned."""
    breach = LIST.find_or_tell(row_id)
    page = LIST.entry_page(breach)
    with FormPage(page.template, TellForm(), lambda: {**page.context(), "form": page.form}, "tell_form") as form:
        boxes, everybody = form.mailboxes.data.splitlines(), form.everybody.data
        count = breaches.told_to(breach, boxes, everybody, current_user, clock.now())
    return saved(LIST.url(breach), f"{count} surel pemberitahuan dikirim.")


@blueprint.get("/<row_id>/pemberitahuan.pdf", defaults={"to_authority": False})
@blueprint.get("/<row_id>/laporan.pdf", defaults={"to_authority": True})
@admin_only
def paper(row_id: str, to_authority: bool) -> Response:
    """The notice to those concerned, or the report to the authority."""
    breach = LIST.find(row_id) or abort(404)
    name = "laporan" if to_authority else "pemberitahuan"
    content = breaches.notice_paper(breach, to_authority, clock.now())
    return pdf_answer(content, f"{name}-kegagalan-data-{breach.id}.pdf", opened=True)


def _left(breach: Breach) -> Badge:
    """The hours that are left; none run once both were told."""
    if breach.is_answered:
        return Badge(None, "Sudah diberitahukan", "success")
    return hours_left(breach.known_at, clock.now())


def _words(left: Badge) -> str:
    return left.label if left.number is None else f"{left.number} {left.label}"
