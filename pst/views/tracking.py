"""."""

from flask import Blueprint

blueprint = Blueprint("tracking", __name__, url_prefix="" or None)
