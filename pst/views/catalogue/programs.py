"""The catalogue for the programs of other offices: read only, page by page, under an address that says its version.

Names are those of the catalogue's files. Within a version none of them changes its meaning or goes; new ones may come.
"""

from datetime import datetime, timedelta
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request, url_for

from pst import clock
from pst.actions.catalogue.descriptions import described
from pst.models.audit import Event
from pst.models.catalogue.catalogue import Activity
from pst.models.narrowing import Choice, Filter
from pst.models.paging import PAGE
from pst.views.catalogue.listing import REGISTER, find_activity, record_of
from pst.web.access import public
from pst.web.errors import error_page
from pst.web.instance import the_config, the_office
from pst.web.limits import limit, limiter
from pst.web.querying import NEWER_THAN, OLDER_THAN, number_of, page_links, place_asked
from pst.web.registers import wanted_of

blueprint = Blueprint("programs", __name__, url_prefix="/api")

SIZE, MOST = "ukuran", 100
"""How an address asks for rows a page, and the most it is given."""
PAGING = [
    (SIZE, f"Banyaknya kegiatan setiap halaman, paling banyak {MOST}"),
    (OLDER_THAN, "Hanya yang lebih lama daripada kunci ini"),
    (NEWER_THAN, "Hanya yang lebih baru daripada kunci ini"),
]
CHANGED_WITH = ("activity", "catalogue", "letter")
"""What the list changes with: its own entries, lists that are taken in, and letters that go out or end."""
A_SECOND = timedelta(seconds=1)
KNOWN = (*(each.name for each in REGISTER.filters), *(name for name, _ in PAGING))


@blueprint.get("")
@public
def index() -> str:
    """How programs ask, and what they are told."""
    return render_template(
        "catalogue/programs/index.html",
        names=[(each.name, _meaning(each)) for each in REGISTER.filters] + PAGING,
        columns=[column.head for column in REGISTER.columns],
        site=the_config().site,
        size=PAGE,
        allowed=limiter.words["usual"].split()[0],
        breadcrumbs=[("Katalog", url_for("catalogue.index")), ("Untuk program", "")],
    )


@blueprint.get("/v1/kegiatan")
@public
@limit("usual")
def activities() -> Response:
    """One page of the catalogue, narrowed as the page for people is; the addresses of its neighbours with it."""
    wanted, size = wanted_of(REGISTER), number_of(SIZE) or PAGE
    if wrong := [name for name in request.args if not _is_understood(name, wanted[name])]:
        return error_page(422, f"Tidak terbaca: {', '.join(wrong)}. Yang dikenal: {', '.join(KNOWN)}.")
    page = Activity.page(wanted, place_asked(), min(size, MOST))
    links = page_links(".activities", page)
    told = {
        "kegiatan": [{"kunci": row.id, **record_of(row), "alamat": _address(row.number)} for row in page.rows],
        "berikutnya": _absolute(links["older"]),
        "sebelumnya": _absolute(links["newer"]),
    }
    return _answer(told, Event.last_moment(*CHANGED_WITH))


@blueprint.get("/v1/kegiatan/<number>")
@public
@limit("usual")
def activity(number: str) -> Response:
    """One activity with its purpose, design, variables and indicators."""
    found = find_activity(number)
    facts = described(found, the_config().site, the_office().office_name)
    return _answer(
        {
            "kunci": found.id,
            **record_of(found),
            "alamat": _address(number),
            "halaman": facts.url,
            "ddi": f"{facts.url}.ddi.xml",
            "publikasi": facts.publication,
            "tujuan": facts.purpose,
            "rancangan": {code: answer.text for code, answer in facts.design.items()},
            "pengumpulan": [{"awal": first.isoformat(), "akhir": last.isoformat()} for first, last in facts.collected],
            "variabel": facts.variables,
            "indikator": facts.indicators,
        }
    )


def _meaning(asked: Filter) -> str:
    """What a filter narrows by; one of a few words names them all."""
    codes = list(asked.labels) if isinstance(asked, Choice) else []
    return f"{asked.label}: {', '.join(codes)}" if codes else asked.label


def _is_understood(name: str, value: Any) -> bool:
    """Whether the name is known, and what stands there can be read; an empty one asks for nothing."""
    if not request.args[name]:
        return name in KNOWN
    return value is not None or (name in dict(PAGING) and bool(number_of(name)))


def _answer(told: dict[str, Any], changed: datetime | None = None) -> Response:
    """The answer with its mark, and when it changed last: by either a program asks next time whether it has.

    A moment is told once its second is over; until then more may happen in it.
    """
    answer = jsonify(told)
    answer.add_etag()
    if changed and clock.now() - changed > A_SECOND:
        answer.last_modified = changed
    return answer.make_conditional(request)


def _address(number: str) -> str:
    return _absolute(url_for(".activity", number=number)) or ""


def _absolute(path: str) -> str | None:
    return f"{the_config().site}{path}" if path else None
