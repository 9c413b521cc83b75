"""What the applicant says of activities that are alike: a choice and a reason for each."""

from collections.abc import Iterable

from wtforms import RadioField, TextAreaField
from wtforms.validators import Length, Optional

from pst.actions.catalogue.likeness import Near
from pst.forms.base import Form, choices
from pst.rules.catalogue.likeness import CHOICES
from pst.rules.review.labels import status_label


class LikenessForm(Form):
    """Two fields for each of those that are asked about; those that nobody answers stay open."""

    @property
    def given(self) -> dict[str, tuple[str, str]]:
        """(choice, why) by key."""
        keys = [field.name.removeprefix("jawaban-") for field in self if field.name.startswith("jawaban-")]
        return {key: (self[f"jawaban-{key}"].data or "", self[f"alasan-{key}"].data or "") for key in keys}


def likeness_form(near: Iterable[Near]) -> LikenessForm:
    """The form about these, filled with what was said before."""
    fields: dict[str, object] = {}
    for each in near:
        if each.asked and f"jawaban-{each.key}" not in fields:
            said = each.said or {}
            fields[f"jawaban-{each.key}"] = RadioField(
                f"{each.alike.title} ({each.alike.agency or 'instansi tidak disebut'})",
                [Optional()],
                choices=choices(CHOICES.items()),
                default=said.get("choice"),
                description=f"Sedang diajukan: {status_label(each.alike.state)}."
                if each.alike.state
                else f"{each.alike.reason.capitalize()}.",
            )
            fields[f"alasan-{each.key}"] = TextAreaField(
                "Penjelasan",
                [Length(max=600)],
                default=said.get("why"),
                description="Hanya bila kegiatan tetap diperlukan: apa yang tidak dijawab kegiatan itu?",
            )
    return type("AskedForm", (LikenessForm,), fields)()
