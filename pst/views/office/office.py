"""The administrator's rooms: a page that leads to all, the office's settings, its logs, its backups."""

from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.actions.office import backup, office
from pst.forms.accounts.accounts import PlainForm
from pst.forms.office.office import SettingsForm, settings_form
from pst.models.accounts.users import User
from pst.models.audit import EVENT_FILTERS, LOOK_FILTERS, SORTS, Event, Look
from pst.models.base import Table
from pst.models.erasures import Erasure
from pst.models.letters.signatories import Signatory
from pst.models.office.agencies import Agency
from pst.models.office.breaches import Breach
from pst.models.office.holidays import HolidayRow
from pst.models.office.kiosks import Kiosk
from pst.rules.office import event_words
from pst.rules.office.office import GROUPS, SETTINGS, office_of
from pst.rules.office.settings import checked
from pst.rules.privacy import hours_left
from pst.rules.refusals import Refusal
from pst.rules.review.labels import NOUN_LABELS, SIGNATORY_LABELS
from pst.rules.roles import Role
from pst.views.office.first_steps import first_steps
from pst.views.office.lists import office_lists
from pst.web.access import proven, roles
from pst.web.downloads import written
from pst.web.form_pages import FormPage
from pst.web.fragments import page_or_fragment, saved, told
from pst.web.instance import the_config, the_office
from pst.web.registers import Register, listed, wanted_of

blueprint = Blueprint("office", __name__, url_prefix="/petugas/kantor")
admin_only = roles(Role.ADMIN)

BY_SLUG = {group.slug: code for code, group in GROUPS.items()}
NAMED: dict[str, type[Table]] = {"account": User, "agency": Agency, "signatory": Signatory, "kiosk": Kiosk}
"""What events name by the id of a row that has a name."""
NUMBER_PARTS = ("letter_pattern", "letter_prefix", "letter_unit", "letter_kka")


@blueprint.get("")
@admin_only
def index() -> str:
    """All rooms, with what asks for attention in each."""
    today, signs = clock.today(), Signatory.on(clock.today())
    signer = f"{signs.name} ({SIGNATORY_LABELS[signs.kind]})" if signs else ""
    return render_template(
        "office/office/index.html",
        first_steps_left=sum(not step.done for step in first_steps(the_config(), today)),
        proposed=len(Agency.proposed()),
        signs=signer,
        unable=signs is not None and signs.user_id not in {user.id for user in User.heads()},
        unknown_years=sorted({today.year, today.year + 1} - set(HolidayRow.years())),
        by_password_alone=User.leading_by_password_alone() if the_office().second_factor_leading else 0,
        breach_left=hours_left(breach.known_at, clock.now()) if (breach := Breach.running()) else None,
        erasures_left=hours_left(asked, clock.now()) if (asked := Erasure.waiting_since()) else None,
        last_backup=backup.last_made(the_config().folder),
        care=_rooms("care", {}),
        people=_rooms("people", {"signatories": f"Hari ini: {signer}" if signs else ""}),
        rules=[
            *_rooms("rules", {}),
            *((group.title, url_for(".settings", slug=group.slug), group.contents, "") for group in GROUPS.values()),
            ("Logo kop surat", url_for("logo.show"), "Gambar di kiri atas surat; tanpa logo bila belum diunggah.", ""),
        ],
        breadcrumbs=[("Kantor", "")],
        wide=True,
    )


@blueprint.get("/pengaturan/<slug>")
@admin_only
def settings(slug: str) -> str:
    """One group of settings."""
    page = _settings_page(slug)
    page.form.showing(office.kept_settings(BY_SLUG[slug]))
    return page.show()


@blueprint.post("/pengaturan/<slug>")
@admin_only
def change_settings(slug: str) -> ResponseReturnValue:
    with _settings_page(slug) as form:
        changed = office.change_settings(BY_SLUG[slug], form.given, current_user, clock.now(), form.seen.data or "")
    words = f"Disimpan: {', '.join(changed)}." if changed else "Tidak ada yang berubah."
    return saved(url_for(".settings", slug=slug), words)


@blueprint.get("/pengaturan/surat/contoh-nomor")
@admin_only
def number_example() -> str:
    """The number a letter would get with what is being typed."""
    typed = {key: request.args.get(key, "") for key in NUMBER_PARTS}
    return render_template("office/office/_number_example.html", **_example(typed))


@blueprint.get("/riwayat")
@admin_only
def events() -> Response:
    """Everything that was done, newest first."""
    found = listed(EVENTS, wanted_of(EVENTS))
    names, lists = _names(found.rows), office_lists()
    labels = {item.code: item.label for each in lists for item in each.kind.items}
    return page_or_fragment(
        "office/office/events.html",
        "office/office/_events.html",
        listed=found,
        events=[(event, *_in_words(event, names, labels)) for event in found.rows],
        noun_labels={**{each.kind.noun: each.title for each in lists}, **NOUN_LABELS},
        **_log("Riwayat"),
    )


@blueprint.get("/akses")
@admin_only
def looks() -> Response:
    """Who opened personal data, newest first."""
    found = listed(LOOKS, wanted_of(LOOKS))
    accounts = {int(key) for noun, key in map(_noun_and_key, found.rows) if noun == "account" and key.isdecimal()}
    return page_or_fragment(
        "office/office/looks.html",
        "office/office/_looks.html",
        listed=found,
        names={f"account {user_id}": name for user_id, name in User.names_by_id(accounts).items()},
        **_log("Akses data pribadi"),
    )


@blueprint.get("/cadangan")
@admin_only
def backups() -> str:
    """The backups there are."""
    return render_template(
        "office/office/backups.html",
        backups=backup.backups_in(_backups())[:30],
        folder=_backups(),
        breadcrumbs=[("Kantor", url_for(".index")), ("Cadangan", "")],
        wide=True,
    )


@blueprint.post("/cadangan")
@admin_only
@proven
def make_backup() -> ResponseReturnValue:
    """Copy everything into a new folder beside the database."""
    if not PlainForm().validate():
        abort(400)
    config, at = the_config(), clock.now()
    folder = _backups() / f"manual-{clock.local(at):%Y-%m-%d-%H%M%S}"
    made = backup.make_backup(config.folder, folder, at, current_user, config.sealed_to)
    return saved(url_for(".backups"), f"Cadangan {made.name} dibuat: {made.files} berkas.")


@blueprint.post("/cadangan/<name>/unduh")
@admin_only
@proven
def take_backup(name: str) -> ResponseReturnValue:
    """A backup to keep elsewhere; only a sealed one leaves by a browser, for the others hold our keys in the open."""
    found = next((each for each in backup.backups_in(_backups()) if each.name == name), None) or abort(404)
    if not PlainForm().validate():
        abort(400)
    if not found.is_sealed:
        return told(url_for(".backups"), "Cadangan yang tidak disegel disalin di server saja.")
    audit.record_look(current_user, f"backup {name}", clock.now(), "Mengunduh cadangan")
    return written("application/zip", lambda file: backup.pack(found, file), f"{name}.zip")


def _rooms(section: str, states: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """(title, address, what is found there, how things stand) of the lists in this section."""
    found = [each for each in office_lists() if each.section == section]
    return [(each.title, each.home(), each.about, states.get(each.name, "")) for each in found]


def _settings_page(slug: str) -> FormPage[SettingsForm]:
    group = BY_SLUG.get(slug) or abort(404)
    form = settings_form(group, the_office())

    def around() -> dict:
        typed = {key: str(form[key].data or "") for key in NUMBER_PARTS} if group == "letter" else {}
        return {
            "drawn": [(item.code, {**dict(item.draw), **_shown_as_number(item.code)}) for item in form.items],
            "slug": slug,
            "title": GROUPS[group].title,
            "note": GROUPS[group].note,
            "groups": [
                (each.title, url_for(".settings", slug=each.slug), each.slug == slug) for each in GROUPS.values()
            ],
            "breadcrumbs": [("Kantor", url_for(".index")), (GROUPS[group].title, "")],
            "wide": True,
            **(_example(typed) if typed else {}),
        }

    return FormPage("office/office/settings.html", form, around)


def _shown_as_number(code: str) -> dict:
    """What asks for the number a letter would get, while a part of it is typed."""
    if code not in NUMBER_PARTS:
        return {}
    asks = {"hx-get": url_for(".number_example"), "hx-trigger": "input changed delay:300ms"}
    goes = {"hx-target": "#number-example", "hx-swap": "outerHTML"}
    return {"attrs": {**asks, **goes, "hx-include": ", ".join(f"[name='{part}']" for part in NUMBER_PARTS)}}


def _example(typed: dict[str, str]) -> dict[str, str]:
    """A letter number made of these parts, or why there is none."""
    try:
        parts = {key: checked(SETTINGS[key], typed[key]) for key in NUMBER_PARTS}
        return {"example": office_of(parts).letter_number_of(155, clock.today()), "problem": ""}
    except Refusal as refusal:
        return {"example": "", "problem": str(refusal)}


def _names(rows: list) -> dict[tuple[str, str], str]:
    """By noun and key, how the people, agencies and signatories of these events are called now."""
    found: dict[tuple[str, str], str] = {}
    for noun, table in NAMED.items():
        ids = {int(event.key) for event in rows if event.noun == noun and event.key.isdecimal()}
        found |= {(noun, str(row_id)): name for row_id, name in table.names_by_id(ids).items()}
    return found


def _in_words(
    event: Event, names: dict[tuple[str, str], str], labels: dict[str, str]
) -> tuple[str, list[tuple[str, str]]]:
    """What the event happened to, and its facts."""
    thing = event_words.key_in_words(event.noun, event.key, event.facts, names.get((event.noun, event.key), ""))
    return thing, event_words.fact_lines(event.facts, labels)


def _noun_and_key(look: Look) -> tuple[str, str]:
    noun, _, key = look.what.partition(" ")
    return noun, key


def _log(title: str) -> dict[str, Any]:
    return {"breadcrumbs": [("Kantor", url_for(".index")), (title, "")], "wide": True}


def _backups() -> Path:
    return the_config().backup_folder


EVENTS = Register(address="office.events", filters=EVENT_FILTERS, sorts=SORTS, page=Event.page)
LOOKS = Register(address="office.looks", filters=LOOK_FILTERS, sorts=SORTS, page=Look.page)
