"""What the calculator of sample sizes answers, for anybody and for a submission's own sample."""

from typing import Any

from pst.forms.catalogue.sample_size import SampleSizeForm
from pst.rules import wording
from pst.rules.catalogue.sample_size import Plan, margin_of, neyman, proportional, sample_size, slovin_warnings


def counted(form: SampleSizeForm) -> dict[str, Any]:
    """The answer, its steps, what warns of it. Raises `Refusal`."""
    plan, sample = form.plan(), form.wanted_sample()
    warnings = slovin_warnings(plan)
    if sample is not None:
        return {
            "answer": f"Batas kesalahan {_margin(plan, margin_of(sample, plan))}",
            "warnings": warnings,
            **_more(form, sample),
        }
    size = sample_size(plan)
    clusters = f", dalam {wording.number(size.clusters)} gugus" if size.clusters else ""
    answer = f"Tarik {wording.number(size.drawn)} unit{clusters}"
    return {"answer": answer, "steps": size.steps, "warnings": warnings, **_more(form, size.drawn)}


def _margin(plan: Plan, margin: float) -> str:
    """In percentage points for a proportion, in its unit for a mean."""
    said = f"{margin if plan.deviation is not None else margin * 100:.2f}".replace(".", ",")
    return said if plan.deviation is not None else f"{said} poin persen"


def _more(form: SampleSizeForm, sample: int) -> dict[str, Any]:
    """How strata share the sample, and what it costs."""
    strata = form.strata_given()
    ways = zip(strata, proportional(sample, strata), neyman(sample, strata), strict=True) if strata else ()
    return {"strata": [(stratum.name, *shares) for stratum, *shares in ways], "burden": form.burden(sample).lines()}
