"""The details of a sample (rincian sampel) beside question 5.5: numbers where the official form has words.

The edition of the form stays as it is; what is written here is kept beside its answers, and travels with them.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from pst.rules.catalogue.sample_size import Plan, margin_of, sample_size
from pst.rules.wording import number

CODE = "fraksi_sampel"
"""The question it stands beside; whoever may not write that may not write this."""


@dataclass(frozen=True)
class SampleSheet:
    """What was planned, by which formula, and what came out.

    `sample` units are drawn of `population`, `needed` of them answer; `margin` is a share where a share is estimated
    (`is_share`), else in the unit of what is measured. `typed` are the fields of the calculator as they were filled.
    """

    sample: int
    needed: int
    margin: float
    population: int | None = None
    confidence: float = 0.95
    is_share: bool = True
    design_effect: float = 1.0
    response: float = 1.0
    minutes: int | None = None
    rounds: int | None = None
    steps: tuple[str, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def kept(cls, beside: Mapping[str, Any]) -> Self | None:
        """The one that is kept beside some answers."""
        kept = beside.get("sample")
        return cls(**{**kept, "steps": tuple(kept["steps"])}) if kept else None

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def percent(self) -> float | None:
        """The margin in percentage points, of an estimated share."""
        return self.margin * 100 if self.is_share else None

    @property
    def answers(self) -> dict[str, str]:
        """What 5.5 and 5.6 say of it in the words of the form."""
        fraction = {CODE: f"{number(self.sample)}/{number(self.population)}"} if self.population else {}
        return {**fraction, "sampling_error": f"{self._margin} pada kepercayaan {_said(self.confidence * 100)} persen"}

    @property
    def lines(self) -> list[str]:
        """All of it, as people read it."""
        of = f" dari populasi {number(self.population)} (N)" if self.population else ""
        asked = f"Menit per responden: {self.minutes}." if self.minutes else ""
        again = f"Kali setahun: {self.rounds}." if self.rounds else ""
        return [
            f"Sampel {number(self.sample)} (n){of}; yang harus menjawab {number(self.needed)}.",
            f"{self._margin}, kepercayaan {_said(self.confidence * 100)} persen, efek rancangan "
            f"{_said(self.design_effect)}, tingkat respons {_said(self.response * 100)} persen.",
            *filter(None, (" ".join(filter(None, (asked, again))),)),
            *self.steps,
        ]

    @property
    def _margin(self) -> str:
        if self.percent is not None:
            return f"Margin of error {_said(self.percent)} persen"
        return f"Margin of error {_said(self.margin)} satuan variabel"


def sheet_of(
    plan: Plan, wanted: int | None, minutes: int | None, rounds: int | None, typed: Mapping[str, str]
) -> SampleSheet:
    """Work the plan out; `wanted` is a sample that is given, whose margin is sought. Raises `Refusal`."""
    if wanted is None:
        size = sample_size(plan)
        sample, needed, margin, steps = size.drawn, size.needed, plan.absolute_margin, size.steps
    else:
        sample = needed = wanted
        margin, steps = margin_of(wanted, plan), ()
    return SampleSheet(
        sample,
        needed,
        margin,
        population=plan.population,
        confidence=plan.confidence,
        is_share=plan.deviation is None,
        design_effect=plan.effect,
        response=plan.response,
        minutes=minutes,
        rounds=rounds,
        steps=steps,
        typed=typed,
    )


def _said(value: float) -> str:
    return f"{value:.3g}".replace(".", ",")
