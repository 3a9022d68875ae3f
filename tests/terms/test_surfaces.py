"""What a term may also be written like, and the forms of a verb."""

import pytest

from reader.terms.conjugation import forms_of_verb
from reader.terms.surfaces import other_surfaces

SURFACES = {
    "e-commerce": {"ecommerce"},
    "ecommerce": {"e-commerce"},
    "health care": {"healthcare"},
    "decision-making": {"decisionmaking"},
    "policymaker": {"policy-maker"},
    "start-up fund": {"startup fund"},
    "cross-border e-commerce": {"crossborder e-commerce", "cross-border ecommerce"},
    "nonprofit": {"non-profit"},
    "key technology": set(),
    "overtime": set(),
    "enterprise research": set(),
    "coordination": {"co-ordination"},
    "online": {"on-line"},
    "start ups": {"startups"},
    "5-year plan": set(),
    "industry, academia and research": {"industry, academia, and research"},
    "food, housing, or transport": {"food, housing or transport"},
    "Washington, DC": {"Washington DC"},
    "deepen reform": {"deepened reform", "deepening reform"},
    "support": set(),
    "promote": {"promoted", "promoting"},
    "specialize": set(),
    "build": set(),
    "build roads": {"built roads", "building roads"},
    "timestamp": {"time-stamp"},
}


@pytest.mark.parametrize(("text", "others"), SURFACES.items(), ids=SURFACES)
def test_a_term_may_also_be_written_so(text: str, others: set[str]) -> None:
    assert set(other_surfaces(text)) == others


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("support", {"supported", "supporting"}),
        ("to stop delivery", {"stopped delivery", "stopping delivery"}),
        ("building up", set()),
        (
            "drag and drop",
            {"dragged and drop", "dragging and drop", "dragged and dropped", "dragging and dropping"},
        ),
        ("cut and paste", {"cutting and paste", "cut and pasted", "cutting and pasting"}),
        ("shake and bake it", {"shook and bake it", "shaken and bake it", "shaking and bake it"}),
    ],
)
def test_a_verb_has_its_other_forms(text: str, others: set[str]) -> None:
    assert set(other_surfaces(text, "verb")) == others
    assert "supported" not in set(other_surfaces("support", "noun"))


VERBS = {
    "promote": ("promoted", "promoting"),
    "apply": ("applied", "applying"),
    "employ": ("employed", "employing"),
    "plan": ("planned", "planning"),
    "stop": ("stopped", "stopping"),
    "submit": ("submitted", "submitting"),
    "develop": ("developed", "developing"),
    "defer": ("deferred", "deferring"),
    "offer": ("offered", "offering"),
    "need": ("needed", "needing"),
    "agree": ("agreed", "agreeing"),
    "lie": ("lied", "lying"),
    "fix": ("fixed", "fixing"),
    "show": ("showed", "shown", "showing"),
    "take": ("took", "taken", "taking"),
    "bring": ("brought", "bringing"),
    "set": ("setting",),
    "undo": ("undid", "undone", "undoing"),
    "overwrite": ("overwrote", "overwritten", "overwriting"),
    "reset": ("resetting",),
    "relay": ("relayed", "relaying"),
    "Build": ("built", "Building"),
    "striving": (),
    "constantly": (),
    "be": (),
}


@pytest.mark.parametrize(("verb", "forms"), VERBS.items(), ids=VERBS)
def test_a_verb_is_conjugated(verb: str, forms: tuple[str, ...]) -> None:
    assert tuple(dict.fromkeys(forms_of_verb(verb))) == forms
