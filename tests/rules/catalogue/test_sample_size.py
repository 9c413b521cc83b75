"""The size of a sample, against the tables and cases of textbooks."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.catalogue.sample_size import (
    Fraction,
    Plan,
    Stratum,
    margin_of,
    neyman,
    proportional,
    read_fraction,
    sample_size,
    slovin,
    slovin_warnings,
)
from pst.rules.refusals import Refusal


@pytest.mark.parametrize(
    ("population", "sample"),
    [
        (10, 10),
        (20, 19),
        (30, 28),
        (50, 44),
        (70, 59),
        (100, 80),
        (150, 108),
        (200, 132),
        (220, 140),
        (300, 169),
        (400, 196),
        (500, 217),
        (1000, 278),
        (1200, 291),
        (2000, 322),
        (5000, 357),
        (10_000, 370),
    ],
)
def test_table_of_krejcie_and_morgan(population, sample):
    assert sample_size(Plan(margin=0.05, population=population)).needed == sample


def test_what_a_proportion_asks_for():
    """384,16 without an end (Cochran 1977)."""
    assert sample_size(Plan(margin=0.05)).needed == 384
    assert sample_size(Plan(margin=0.03)).needed == 1067
    assert sample_size(Plan(margin=0.05, confidence=0.99)).needed == 663


def test_what_a_mean_asks_for():
    """Standard deviation 15, margin 2, 95 percent: (1,96 · 15 / 2)² = 216,1."""
    assert sample_size(Plan(margin=2, deviation=15)).needed == 216
    assert sample_size(Plan(margin=0.1, deviation=15, mean=20, relative=True)).needed == 216


def test_design_effect_answers_and_clusters_are_counted_in():
    size = sample_size(Plan(margin=0.05, design_effect=2, response=0.8))
    assert (size.needed, size.drawn, size.clusters) == (768, 960, None)

    clustered = sample_size(Plan(margin=0.05, cluster_size=11, correlation=0.1))
    assert (clustered.needed, clustered.clusters) == (768, 70)


def test_the_steps_are_told():
    steps = sample_size(Plan(margin=0.05, population=1200, design_effect=1.5, response=0.9)).steps

    assert steps == (
        "n₀ = (z · √(p·q) / d)² = (1,96 · 0,5 / 0,05)² = 384,1",
        "Efek rancangan 1,5: n₀ menjadi 576,2",
        "Populasi terhingga, N = 1.200: n = N·n₀ / (n₀ + N − 1) = 389,5",
        "Dibulatkan: 390 unit yang harus menjawab",
        "Tingkat respons 90 persen: 434 unit yang ditarik",
    )


def test_backwards_gives_the_margin_back():
    plan = Plan(margin=0.05, population=1200)

    assert margin_of(291, plan) == pytest.approx(0.05, abs=0.0002)
    assert margin_of(400, Plan(margin=0.5)) == pytest.approx(0.049, abs=0.0001)
    assert margin_of(1200, plan) == 0
    with pytest.raises(Refusal):
        margin_of(1201, plan)


plans = st.builds(
    Plan,
    margin=st.floats(0.005, 0.4),
    population=st.one_of(st.none(), st.integers(1, 10**7)),
    confidence=st.floats(0.6, 0.999),
    proportion=st.floats(0.05, 0.95),
    design_effect=st.floats(0.5, 5),
    response=st.floats(0.1, 1),
)


@given(plans)
def test_monotonic_where_it_must_be(plan):
    size = sample_size(plan)

    assert 1 <= size.needed <= size.drawn <= (plan.population or math.inf)
    assert sample_size(replace(plan, margin=plan.margin * 1.1)).needed <= size.needed
    assert sample_size(replace(plan, confidence=plan.confidence * 0.99)).needed <= size.needed
    assert sample_size(replace(plan, design_effect=plan.design_effect * 1.1)).needed >= size.needed
    assert sample_size(replace(plan, response=plan.response * 0.9)).drawn >= size.drawn
    if plan.population:
        assert sample_size(replace(plan, population=plan.population + 1)).needed >= size.needed


@given(plans)
def test_so_many_answers_keep_the_margin_but_for_rounding(plan):
    size = sample_size(plan)

    if size.needed != plan.population:
        assert margin_of(size.needed + 1, plan) <= plan.margin


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"margin": 0}, "margin"),
        ({"margin": float("nan")}, "margin"),
        ({"margin": 1e-9}, "margin"),
        ({"population": 0}, "population"),
        ({"confidence": 1}, "confidence"),
        ({"proportion": 0}, "proportion"),
        ({"deviation": -1}, "deviation"),
        ({"deviation": 3, "relative": True}, "mean"),
        ({"design_effect": 0}, "design_effect"),
        ({"response": 1.5}, "response"),
        ({"cluster_size": 0}, "cluster_size"),
        ({"correlation": 2}, "correlation"),
    ],
)
def test_what_cannot_be_counted_is_refused_by_its_field(bad, field):
    with pytest.raises(Refusal) as refusal:
        sample_size(Plan(**{"margin": 0.05, **bad}))

    assert refusal.value.field == field


def test_slovin_and_what_it_leaves_out():
    assert slovin(1200, 0.05) == 300
    assert slovin_warnings(Plan(margin=0.05, population=1200)) == []
    assert len(slovin_warnings(Plan(margin=2, deviation=15, confidence=0.99, design_effect=2))) == 4


STRATA = [Stratum("A", 500, 10), Stratum("B", 300, 20), Stratum("C", 200, 5)]


def test_strata_share_the_sample():
    assert proportional(100, STRATA) == [50, 30, 20]
    assert neyman(100, STRATA) == [42, 50, 8]


@given(
    st.integers(1, 500),
    st.lists(st.builds(Stratum, st.just("s"), st.integers(1, 300), st.floats(0, 50)), min_size=1, max_size=8),
)
def test_what_is_shared_out_is_all_there_and_nowhere_too_much(sample, strata):
    for way in (proportional, neyman):
        shares = way(sample, strata)
        assert sum(shares) == min(sample, sum(stratum.population for stratum in strata))
        assert all(0 <= share <= stratum.population for share, stratum in zip(shares, strata, strict=True))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("400/52.310", Fraction(400 / 52310, 400, 52310)),
        ("400 dari 1600 rumah tangga", Fraction(0.25, 400, 1600)),
        ("1/2 x 1/4", Fraction(0.125)),
        ("12,5%", Fraction(0.125)),
        ("0,05", Fraction(0.05)),
        ("5/0", None),
        ("sesuai kebutuhan", None),
        ("", None),
    ],
)
def test_fractions_are_read_as_people_write_them(text, read):
    assert read_fraction(text) == read
