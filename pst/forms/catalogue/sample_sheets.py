"""The calculator of sample sizes as a submission's own: what is counted can be written beside its answers."""

from typing import Any

from wtforms import BooleanField

from pst.forms.base import Form
from pst.forms.catalogue.sample_size import SampleSizeForm
from pst.rules.catalogue.sample_sheets import SampleSheet, sheet_of

NOT_KEPT = ("csrf_token", "isian")


class SampleSheetForm(SampleSizeForm):
    """The same questions, sent; `isian` says whether 5.5 and 5.6 are written as well."""

    class Meta(Form.Meta):
        csrf = True

    isian = BooleanField("Tulis hasilnya juga pada isian 5.5 dan 5.6", default=True)

    def sheet(self) -> SampleSheet:
        """What was counted. Raises `Refusal`."""
        plan, burden = self.plan(), self.burden(0)
        return sheet_of(plan, self.wanted_sample(), burden.minutes, burden.rounds, self._typed())

    def _typed(self) -> dict[str, Any]:
        return {field.name: field.data for field in self if field.name not in NOT_KEPT and field.data}
