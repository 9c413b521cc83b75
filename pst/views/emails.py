"""."""

from flask import Blueprint

blueprint = Blueprint("emails", __name__, url_prefix="/petugas/surel" or None)
