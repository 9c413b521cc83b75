"""."""

from flask import Blueprint

blueprint = Blueprint("evaluations", __name__, url_prefix="/petugas/permohonan" or None)
