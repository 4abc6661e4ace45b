"""kgexport against a release of schema.org beside the checkout: names, domains and ranges, in files and in graphs."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse
from tools.schema_terms import misplaced_in_shapes, texts, unknown_names

from kgexport.pipeline import annotate_article, map_article, read_article
from kgexport.validate.facts import Facts
from kgexport.validate.spec import RULES, Vocabulary, check_spec, load_vocabulary
from tests.support.process import ROOT, SAMPLE

SHARED = ROOT.parent / "shared"
RELEASE = SHARED / "schemaorg" / "schemaorg-current-http.nt"
DATA = ("gum-dev", "ecbplus-dev", "plover-dev", "ms-currency-dev")
EACH = 15
CASES = tomllib.loads((ROOT / "tests" / "unit" / "validate" / "spec-cases.toml").read_text(encoding="utf-8"))
PREFIXES = (
    "@prefix : <http://schema.org/> . @prefix ex: <https://news.example/> . "
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
)

pytestmark = pytest.mark.skipif(not RELEASE.is_file(), reason="the release of schema.org is not beside the checkout")


@pytest.fixture(scope="module")
def release() -> Vocabulary:
    return load_vocabulary(RELEASE)


def _triples(path: Path) -> list[Triple]:
    graph = map_article(annotate_article(read_article(str(path))))
    return [*graph.knowledge, *graph.evidence]


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> list[list[Triple]]:
    """What is exported of a sample of the development data: the first, the last and those evenly between."""
    folder = tmp_path_factory.mktemp("articles")
    found = []
    for data in DATA:
        path = SHARED / "eval" / f"{data}.jsonl"
        rows = list(texts(path)) if path.is_file() else []
        for number, (_, text) in enumerate(rows[:: max(1, len(rows) // EACH)]):
            article = folder / f"{data}-{number}.txt"
            article.write_text(text, encoding="utf-8")
            found.append(_triples(article))
    if not found:
        pytest.skip("the development data is not beside the checkout")
    return found


def test_every_name_in_the_project_is_in_the_release(release: Vocabulary) -> None:
    assert list(unknown_names(release)) == []


def test_every_property_in_the_shapes_is_in_its_domain_and_range(release: Vocabulary) -> None:
    assert list(misplaced_in_shapes(release)) == []


@pytest.mark.parametrize("vocabulary", [RELEASE, None], ids=["release", "carried"])
def test_the_graph_of_the_sample_has_no_finding(vocabulary: Path | None) -> None:
    assert check_spec(Facts(_triples(SAMPLE)), vocabulary)[0] == []


@pytest.mark.slow
@pytest.mark.parametrize("vocabulary", [RELEASE, None], ids=["release", "carried"])
def test_the_graphs_of_the_development_data_have_no_finding(
    graphs: list[list[Triple]], vocabulary: Path | None
) -> None:
    findings = [finding for graph in graphs for finding in check_spec(Facts(graph), vocabulary)[0]]
    assert findings == []
    assert len(graphs) >= 50


def _found(turtle: str) -> list[tuple[str, str | None]]:
    facts = Facts(quad.triple for quad in parse((PREFIXES + turtle).encode(), format=RdfFormat.TURTLE))
    return sorted((finding.shape, finding.property) for finding in check_spec(facts, RELEASE)[0])


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_wrong_graph_is_wrong_by_the_release_too(name: str) -> None:
    expected = [line.split() for line in CASES[name]["findings"]]
    assert _found(CASES[name]["turtle"]) == sorted(
        (rule, None if prop == "-" else prop) for rule, _, prop, *_ in expected
    )


@pytest.mark.parametrize("name", sorted(RULES))
def test_the_examples_of_a_rule_hold_by_the_release(name: str) -> None:
    assert _found(RULES[name].good) == []
    assert [rule for rule, _ in _found(RULES[name].bad)] == [name]


def test_a_property_that_is_replaced_is_reported() -> None:
    assert _found('ex:a a :NewsArticle ; :awards "Prize" .') == [("superseded", "schema:awards")]
