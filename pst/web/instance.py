"""The instance that answers: its settings, its files, and the vault of complainants' identities."""

from flask import current_app

from pst.actions.files import FileStore
from pst.actions.complaints.identities import Vault
from pst.config import Config, identity_keys_of


def the_config() -> Config:
    """The settings it was started with."""
    return current_app.extensions["pst_config"]


def the_store() -> FileStore:
    """Where it keeps what was uploaded and what was issued."""
    return current_app.extensions["pst_files"]


def the_vault() -> Vault:
    """What seals and opens the identities of complainants; its key is made on first use."""
    known = current_app.extensions
    if "pst_vault" not in known:
        known["pst_vault"] = Vault(identity_keys_of(the_config()))
    return known["pst_vault"]
