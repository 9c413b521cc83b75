"""How large a sample must be, and what a sample gives: the textbook formulas, worked out step by step.

Proportion: n₀ = z²·p·q / d² (Cochran 1977, 4.4); mean: n₀ = z²·s² / d² (Cochran 4.6), with d the margin, or the
relative error times the mean. The design effect multiplies n₀; with clusters of m units it is 1 + (m − 1)·ρ (Kish
1965). A finite population: n = n₀ / (1 + (n₀ − 1) / N); the table of Krejcie and Morgan (1970) is this formula with
p = 0,5 and d = 0,05. Like that table, the size is rounded to the nearest; what is drawn, so that enough answer, up.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from pst.rules.refusals import Refusal
from pst.rules.wording import number


@dataclass(frozen=True)
class Fraction:
    """A sampling fraction as people write it: `share` of the population, and both counts where it has them."""

    share: float
    sample: int | None = None
    population: int | None = None


COUNT = r"(\d{1,3}(?:\.\d{3})+|\d{1,12})"


def read_fraction(text: str) -> Fraction | None:
    """ "400/52.310", "400 dari 52.310", "5%", "0,05", stages multiplied ("1/10 x 4/20"); None where no number is said.

    Stages give a share only: their counts are of different units.
    """
    pairs = re.findall(rf"{COUNT}\s*(?:/|:|dari)\s*{COUNT}(?![\d.])", text, re.ASCII | re.IGNORECASE)
    counts = [(_whole(n), _whole(of)) for n, of in pairs]
    if counts and all(of for _, of in counts):
        single = counts[0] if len(counts) == 1 else (None, None)
        return Fraction(math.prod(n / of for n, of in counts), *single)
    return _read_share(text)


def _read_share(text: str) -> Fraction | None:
    percent = re.search(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,6})?)\s*(?:%|persen)", text, re.ASCII | re.IGNORECASE)
    if percent:
        return Fraction(_decimal(percent[1]) / 100)
    share = re.fullmatch(r"\s*([01](?:[.,]\d{1,9})?)\s*", text, re.ASCII)
    return Fraction(_decimal(share[1])) if share else None


def _whole(text: str) -> int:
    return int(text.replace(".", ""))


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))


@dataclass(frozen=True)
class Plan:
    """What a sample is asked to do. Shares lie between 0 and 1; `population` None is one without an end.

    `deviation` (and `mean`, for a relative error) belong to a mean; without them a proportion is asked for.
    """

    margin: float
    population: int | None = None
    confidence: float = 0.95
    proportion: float = 0.5
    deviation: float | None = None
    mean: float | None = None
    relative: bool = False
    design_effect: float = 1.0
    response: float = 1.0
    cluster_size: int | None = None
    correlation: float = 0.0

    def __post_init__(self) -> None:
        for field, is_bad, words in (
            ("margin", not self.margin > 0 or (self.deviation is None and self.margin >= 1), MARGIN),
            ("population", self.population is not None and not 1 <= self.population <= MOST, POPULATION),
            ("confidence", not 0.5 <= self.confidence < 1, CONFIDENCE),
            ("proportion", not 0 < self.proportion < 1, PROPORTION),
            ("deviation", self.deviation is not None and not self.deviation > 0, DEVIATION),
            ("mean", self.deviation is not None and self.relative and not self.mean, MEAN),
            ("design_effect", not 0.1 <= self.design_effect <= 100, EFFECT),
            ("response", not 0 < self.response <= 1, RESPONSE),
            ("cluster_size", self.cluster_size is not None and not 1 <= self.cluster_size <= MOST, CLUSTER),
            ("correlation", not 0 <= self.correlation <= 1, CORRELATION),
        ):
            if is_bad:
                raise Refusal(words, field)

    @property
    def z(self) -> float:
        """How many standard deviations the confidence reaches: 1,96 for 95 percent."""
        return NormalDist().inv_cdf((1 + self.confidence) / 2)

    @property
    def spread(self) -> float:
        """The standard deviation of one unit."""
        return self.deviation or math.sqrt(self.proportion * (1 - self.proportion))

    @property
    def absolute_margin(self) -> float:
        """The margin in the unit of what is measured."""
        size = self.proportion if self.deviation is None else abs(self.mean or 0)
        return self.margin * size if self.relative else self.margin

    @property
    def effect(self) -> float:
        """The design effect, with what clusters add."""
        return self.design_effect * (1 + ((self.cluster_size or 1) - 1) * self.correlation)


MOST = 10_000_000_000
MARGIN = "Tulis batas kesalahan lebih dari 0, dan untuk proporsi kurang dari 100 persen."
POPULATION = "Tulis banyaknya populasi sebagai bilangan bulat, paling sedikit 1."
CONFIDENCE = "Tulis tingkat kepercayaan dari 50 sampai kurang dari 100 persen."
PROPORTION = "Tulis perkiraan proporsi lebih dari 0 dan kurang dari 100 persen."
DEVIATION = "Tulis simpangan baku lebih dari 0."
MEAN = "Tulis perkiraan rata-rata: kesalahan relatif dihitung terhadapnya."
EFFECT = "Tulis efek rancangan dari 0,1 sampai 100; 1 untuk acak sederhana."
RESPONSE = "Tulis tingkat respons lebih dari 0 sampai 100 persen."
CLUSTER = "Tulis banyaknya unit tiap gugus, paling sedikit 1."
CORRELATION = "Tulis korelasi dalam gugus dari 0 sampai 1."


@dataclass(frozen=True)
class Size:
    """The answer: `needed` units that answer, `drawn` units to draw, and the steps in words."""

    needed: int
    drawn: int
    clusters: int | None
    steps: tuple[str, ...]


def sample_size(plan: Plan) -> Size:
    """How many units to draw for what is planned; never more than there are."""
    endless = (plan.z * plan.spread / plan.absolute_margin) ** 2
    if not endless < MOST:
        raise Refusal("Batas kesalahan sekecil itu meminta sampel yang tidak dapat ditarik; perbesar.", "margin")
    spread_out = endless * plan.effect
    finite = spread_out
    if plan.population is not None:
        finite = plan.population * spread_out / (spread_out + plan.population - 1)
    needed = _whole_units(finite + 0.5, plan.population)
    drawn = _whole_units(math.ceil(needed / plan.response - 1e-9), plan.population)
    clusters = math.ceil(drawn / plan.cluster_size) if plan.cluster_size else None
    return Size(needed, drawn, clusters, tuple(_steps(plan, endless, finite, needed, drawn)))


def _whole_units(size: float, population: int | None) -> int:
    """Between one unit and all there are."""
    return max(1, min(math.floor(size), population or MOST))


def _steps(plan: Plan, endless: float, finite: float, needed: int, drawn: int) -> Iterator[str]:
    spread = "s" if plan.deviation is not None else "√(p·q)"
    yield (
        f"n₀ = (z · {spread} / d)² = ({_said(plan.z)} · {_said(plan.spread)} / {_said(plan.absolute_margin)})² "
        f"= {_said(endless)}"
    )
    if plan.effect != 1:
        yield f"Efek rancangan {_said(plan.effect)}: n₀ menjadi {_said(endless * plan.effect)}"
    if plan.population is not None:
        yield f"Populasi terhingga, N = {number(plan.population)}: n = N·n₀ / (n₀ + N − 1) = {_said(finite)}"
    yield f"Dibulatkan: {number(needed)} unit yang harus menjawab"
    if plan.response < 1:
        yield f"Tingkat respons {_said(plan.response * 100)} persen: {number(drawn)} unit yang ditarik"


def _said(value: float) -> str:
    return f"{value:.4g}".replace(".", ",") if abs(value) < 1000 else number(round(value))


def margin_of(sample: int, plan: Plan) -> float:
    """Backwards: the margin that so many answers give, in the unit of what is measured (`plan.margin` is not read)."""
    if not 1 <= sample <= (plan.population or MOST):
        raise Refusal("Tulis banyaknya sampel dari 1 sampai banyaknya populasi.", "sample")
    correction = 1.0
    if plan.population is not None and plan.population > 1:
        correction = (plan.population - sample) / (plan.population - 1)
    return plan.z * plan.spread * math.sqrt(plan.effect * correction / sample)


def slovin(population: int, margin: float) -> int:
    """n = N / (1 + N·e²): the formula of many reports."""
    return math.ceil(population / (1 + population * margin**2) - 1e-9)


def slovin_warnings(plan: Plan) -> list[str]:
    """Why the formula of Slovin would mislead here; empty where it happens to agree."""
    reasons = []
    if plan.deviation is not None:
        reasons.append("Slovin hanya untuk proporsi; untuk rata-rata diperlukan simpangan baku.")
    if abs(plan.confidence - 0.95) > 0.006:
        reasons.append("Slovin memuat z = 2 (kepercayaan sekitar 95 persen) tanpa menyebutnya.")
    if plan.deviation is None and abs(plan.proportion - 0.5) > 0.05:
        reasons.append("Slovin menganggap proporsi 50 persen.")
    if plan.relative:
        reasons.append("Slovin tidak mengenal kesalahan relatif.")
    if plan.effect != 1 or plan.response < 1:
        reasons.append("Slovin tidak memperhitungkan efek rancangan dan yang tidak menjawab.")
    if plan.population is None:
        reasons.append("Slovin memerlukan banyaknya populasi.")
    return reasons


@dataclass(frozen=True)
class Stratum:
    """A part of the population, with the standard deviation in it (Neyman's way asks for it)."""

    name: str
    population: int
    deviation: float = 1.0


def proportional(sample: int, strata: Sequence[Stratum]) -> list[int]:
    """The sample shared out by the size of each stratum; the sum is the sample."""
    return _shared_out(sample, [stratum.population for stratum in strata], strata)


def neyman(sample: int, strata: Sequence[Stratum]) -> list[int]:
    """The sample shared out by size times deviation (Neyman 1934): the smallest variance for so many units."""
    return _shared_out(sample, [stratum.population * stratum.deviation for stratum in strata], strata)


def _shared_out(sample: int, weights: Sequence[float], strata: Sequence[Stratum]) -> list[int]:
    """Whole numbers by largest remainder; no stratum gives more than it has, what is over goes to the others."""
    shares, sizes = [0] * len(strata), [stratum.population for stratum in strata]
    left, places = min(sample, sum(sizes)), list(range(len(strata)))
    while full := [place for place in places if _quotas(left, places, weights, sizes)[place] >= sizes[place]]:
        for place in full:
            shares[place] = sizes[place]
        left -= sum(sizes[place] for place in full)
        places = [place for place in places if place not in full]
    quotas = _quotas(left, places, weights, sizes)
    for place in places:
        shares[place] = int(quotas[place])
    over = left - sum(shares[place] for place in places)
    for place in sorted(places, key=lambda place: shares[place] - quotas[place])[:over]:
        shares[place] += 1
    return shares


def _quotas(left: int, places: list[int], weights: Sequence[float], sizes: list[int]) -> dict[int, float]:
    """What each place would get if units could be cut; by size where no weight says anything."""
    weighing = weights if any(weights[place] for place in places) else sizes
    total = sum(weighing[place] for place in places)
    return {place: left * weighing[place] / total for place in places}
