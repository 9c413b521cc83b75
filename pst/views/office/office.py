"""The administrator's rooms: a page that leads to all, the office's settings, its logs, its backups."""

from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.office import backup, office
from pst.actions.office.backup import BackupRefused
from pst.actions.seen import ChangedMeanwhile
from pst.forms.accounts.accounts import PlainForm
from pst.forms.office.office import SettingsForm, settings_form
from pst.models.accounts.users import User
from pst.models.audit import Event, Look
from pst.models.base import Table
from pst.models.letters.signatories import Signatory
from pst.models.office.agencies import Agency
from pst.models.office.holidays import HolidayRow
from pst.rules import numbering
from pst.rules.office import event_words
from pst.rules.office.office import GROUP_CONTENTS, GROUP_NOTES, GROUPS
from pst.rules.office.settings import SettingRefused, checked, declared, of_group
from pst.rules.review.labels import NOUN_LABELS, SIGNATORY_LABELS
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.fragments import page_or_fragment, refused, saved, told
from pst.web.instance import the_config, the_office
from pst.web.querying import key_of, page_links, text_of

blueprint = Blueprint("office", __name__, url_prefix="/petugas/kantor")
admin_only = roles(Role.ADMIN)

GROUP_SLUGS = {
    "data-kantor": "office",
    "jam-layanan": "clock",
    "surat": "letter",
    "formulir": "form",
    "loket": "desk",
    "pengaduan": "complaints",
}
"""The groups of settings as they stand in addresses."""
NAMED: dict[str, type[Table]] = {"account": User, "agency": Agency, "signatory": Signatory}
"""What events name by the id of a row that has a name."""
NUMBER_PARTS = ("letter_pattern", "letter_prefix", "letter_unit", "letter_kka")


@blueprint.get("")
@admin_only
def index() -> str:
    """All rooms, with what asks for attention in each."""
    today, signs = clock.today(), Signatory.on(clock.today())
    return render_template(
        "office/office/index.html",
        proposed=len(Agency.proposed()),
        signs=f"{signs.name} ({SIGNATORY_LABELS[signs.kind]})" if signs else "",
        unable=signs is not None and signs.user_id not in {user.id for user in User.heads()},
        unknown_years=sorted({today.year, today.year + 1} - set(HolidayRow.years())),
        last_backup=_last_backup(),
        groups=[
            (GROUPS[group], url_for(".settings", slug=slug), GROUP_CONTENTS[group])
            for slug, group in GROUP_SLUGS.items()
        ],
        breadcrumbs=[("Kantor", "")],
        wide=True,
    )


@blueprint.get("/pengaturan/<slug>")
@admin_only
def settings(slug: str) -> str:
    """One group of settings."""
    form = settings_form(_group(slug), the_office()).showing(office.kept_settings(_group(slug)))
    return render_template("office/office/settings.html", **_settings(slug, form))


@blueprint.post("/pengaturan/<slug>")
@admin_only
def change_settings(slug: str):
    group = _group(slug)
    form = settings_form(group, the_office())
    if form.validate():
        given = {item.key: form[item.key].data or "" for item in of_group(group)}
        try:
            changed = office.change_settings(group, given, current_user, clock.now(), form.seen.data or "")
        except SettingRefused as refusal:
            form.form_errors.append(str(refusal))
        except ChangedMeanwhile as refusal:
            form.changed_meanwhile(refusal)
        else:
            said = f"Disimpan: {', '.join(changed)}." if changed else "Tidak ada yang berubah."
            return saved(url_for(".settings", slug=slug), said)
    return refused("office/office/settings.html", **_settings(slug, form))


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
    noun, key = text_of("jenis"), text_of("nomor")
    page = Event.page(noun if noun in NOUN_LABELS else "", key, key_of("sesudah"), key_of("sebelum"))
    names = _names(page.rows)
    return page_or_fragment(
        "office/office/events.html",
        "office/office/_events.html",
        events=[(event, *_in_words(event, names)) for event in page.rows],
        noun=noun,
        key=key,
        nouns=list(NOUN_LABELS.items()),
        noun_labels=NOUN_LABELS,
        **_log(page, ".events", "Riwayat"),
    )


@blueprint.get("/akses")
@admin_only
def looks() -> Response:
    """Who opened personal data, newest first."""
    page = Look.page(text_of("data"), key_of("sesudah"), key_of("sebelum"))
    accounts = {int(key) for noun, key in map(_noun_and_key, page.rows) if noun == "account" and key.isdecimal()}
    return page_or_fragment(
        "office/office/looks.html",
        "office/office/_looks.html",
        looks=page.rows,
        what=text_of("data"),
        names={f"account {user_id}": name for user_id, name in User.names_by_id(accounts).items()},
        **_log(page, ".looks", "Akses data pribadi"),
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
def make_backup():
    """Copy everything into a new folder beside the database."""
    if not PlainForm().validate():
        abort(400)
    config, at = the_config(), clock.now()
    folder = _backups() / f"manual-{clock.local(at):%Y-%m-%d-%H%M%S}"
    try:
        made = backup.make_backup(config.folder, folder, at, current_user)
    except BackupRefused as refusal:
        return told(url_for(".backups"), str(refusal))
    return saved(url_for(".backups"), f"Cadangan {made.name} dibuat: {made.files} berkas.")


def placed(title: str, room: str) -> dict[str, Any]:
    """Title and trail of a page in one of the rooms that have a blueprint of their own; `room` titles its list."""
    trail = [("Kantor", url_for("office.index"))]
    trail += [] if title == room else [(room, url_for(".index"))]
    return {"breadcrumbs": [*trail, (title, "")], "wide": True, "title": title}


def _group(slug: str) -> str:
    return GROUP_SLUGS.get(slug) or abort(404)


def _settings(slug: str, form: SettingsForm) -> dict:
    group = GROUP_SLUGS[slug]
    typed = {key: str(form[key].data or "") for key in NUMBER_PARTS} if group == "letter" else {}
    return {
        "form": form,
        "items": of_group(group),
        "slug": slug,
        "title": GROUPS[group],
        "note": GROUP_NOTES.get(group, ""),
        "groups": [(GROUPS[each], url_for(".settings", slug=name), name == slug) for name, each in GROUP_SLUGS.items()],
        "breadcrumbs": [("Kantor", url_for(".index")), (GROUPS[group], "")],
        "wide": True,
        **(_example(typed) if typed else {}),
    }


def _example(typed: dict[str, str]) -> dict[str, str]:
    """A letter number made of these parts, or why there is none."""
    try:
        pattern, prefix, unit, kka = (str(checked(declared(key), typed[key])) for key in NUMBER_PARTS)
        return {
            "example": numbering.letter_number(pattern, 155, prefix, unit, kka, clock.today()),
            "problem": "",
        }
    except (SettingRefused, numbering.PatternRefused) as refusal:
        return {"example": "", "problem": str(refusal)}


def _names(rows: list) -> dict[tuple[str, str], str]:
    """By noun and key, how the people, agencies and signatories of these events are called now."""
    found: dict[tuple[str, str], str] = {}
    for noun, table in NAMED.items():
        ids = {int(event.key) for event in rows if event.noun == noun and event.key.isdecimal()}
        found |= {(noun, str(row_id)): name for row_id, name in table.names_by_id(ids).items()}
    return found


def _in_words(event, names: dict[tuple[str, str], str]) -> tuple[str, list[tuple[str, str]]]:
    """What the event happened to, and its facts."""
    thing = event_words.key_in_words(event.noun, event.key, event.facts, names.get((event.noun, event.key), ""))
    return thing, event_words.fact_lines(event.facts)


def _noun_and_key(look) -> tuple[str, str]:
    noun, _, key = look.what.partition(" ")
    return noun, key


def _log(page, endpoint: str, title: str) -> dict:
    return {
        **page_links(endpoint, page),
        "breadcrumbs": [("Kantor", url_for(".index")), (title, "")],
        "wide": True,
    }


def _backups():
    return the_config().folder / "backups"


def _last_backup():
    """When the newest backup was made, by this instance's own note; None when there was none."""
    return backup.last_made(the_config().folder)
