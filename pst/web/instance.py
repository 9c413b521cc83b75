"""The instance that answers: its settings, the office's, its files, and the vault of complainants' identities."""

from flask import current_app, g

from pst.actions.files import FileStore
from pst.actions.letters.stamping import Press, StampKeys
from pst.actions.vault import Vault
from pst.config import Config, identity_keys_of, stamp_keys_of
from pst.models.office import settings
from pst.models.office.holidays import HolidayRow
from pst.rules.calendar import WorkCalendar
from pst.rules.office.office import Office


def the_config() -> Config:
    """The settings it was started with."""
    return current_app.extensions["pst_config"]


def the_office() -> Office:
    """What the office has decided, read once for this request."""
    if "office" not in g:
        g.office = settings.the_office()
    return g.office


def the_calendar() -> WorkCalendar:
    """The office's working calendar, read once for this request."""
    if "calendar" not in g:
        g.calendar = HolidayRow.calendar()
    return g.calendar


def the_store() -> FileStore:
    """Where it keeps what was uploaded and what was issued."""
    return current_app.extensions["pst_files"]


def the_vault() -> Vault:
    """What seals and opens the identities of complainants; its key is made on first use."""
    known = current_app.extensions
    if "pst_vault" not in known:
        known["pst_vault"] = Vault(identity_keys_of(the_config()))
    return known["pst_vault"]


def the_press() -> Press:
    """What letters are made with: the address they name, and the keys of their stamp."""
    return Press(the_config().letter_site, the_stamp_keys())


def the_stamp_keys() -> StampKeys:
    """The keys that letters are stamped with; made on first use."""
    known = current_app.extensions
    if "pst_stamp_keys" not in known:
        own, *old = stamp_keys_of(the_config())
        known["pst_stamp_keys"] = StampKeys(own, tuple(old))
    return known["pst_stamp_keys"]
