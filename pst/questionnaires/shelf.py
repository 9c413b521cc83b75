"""Every version of the form, by name. A submission keeps the name of the version it was started with."""

from pst.questionnaires.kinds import Questionnaire
from pst.questionnaires.rekomendasi_2026 import REKOMENDASI_2026

SHELF: dict[str, Questionnaire] = {form.name: form for form in (REKOMENDASI_2026,)}

CURRENT = REKOMENDASI_2026


def find(name: str) -> Questionnaire:
    """The version of this name; `KeyError` when the shelf does not hold it."""
    return SHELF[name]
