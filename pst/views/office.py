"""."""

from flask import Blueprint

blueprint = Blueprint("office", __name__, url_prefix="/petugas/kantor" or None)
