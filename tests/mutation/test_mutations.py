"""500 graphs with one defect each: nearly all are found; whole graphs, the sample's and 50 others, have no finding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import Triple, parse

from kgexport.pipeline import annotate_article, map_article, read_article
from kgexport.validate import Severity, validate_triples
from tests.mutation.finding import missed, told
from tests.mutation.mutate import KINDS, Mutant, mutants
from tests.support.process import ROOT, SAMPLE

COUNT = 500
AT_LEAST = 0.98
NO_HEADLINE = "[NewsArticle-headline]"
"""A warning that is right: some of the development data are single sentences."""
EXPORTED = sorted((ROOT / "tests" / "golden" / "expected").glob("*.trig"))
WRITTEN = sorted((ROOT / "tests" / "golden" / "articles").iterdir()) + sorted(
    (ROOT / "tests/mutation/articles").iterdir()
)
DATA = ROOT.parent / "shared" / "eval"


def _triples(source: Path, evidence: bool = True) -> list[Triple]:
    graph = map_article(annotate_article(read_article(str(source))))
    return [*graph.knowledge, *(graph.evidence if evidence else ())]


@pytest.fixture(scope="module")
def sample() -> list[Triple]:
    """The graph of the sample with its evidence."""
    return _triples(SAMPLE)


@pytest.fixture(scope="module")
def one_of_each(sample: list[Triple]) -> dict[str, Mutant]:
    """A mutant of each kind."""
    return {mutant.kind: mutant for mutant in mutants(sample, len(KINDS), seed=1)}


def test_nearly_every_defect_is_a_violation(sample: list[Triple]) -> None:
    made = mutants(sample, COUNT)
    lost = missed(made)
    assert len({mutant.triples for mutant in made}) == COUNT
    assert {mutant.kind for mutant in made} == set(KINDS)
    assert len(lost) <= (1 - AT_LEAST) * COUNT, told(made, lost)


@pytest.mark.parametrize("kind", KINDS)
def test_a_defect_of_each_kind_is_found_by_the_reference_engine(kind: str, one_of_each: dict[str, Mutant]) -> None:
    mutant = one_of_each[kind]
    assert validate_triples(mutant.triples).count(Severity.VIOLATION), mutant.what


def test_the_same_seed_makes_the_same_defects(sample: list[Triple]) -> None:
    first, again, other = (
        [mutant.what for mutant in mutants(triples, 40, seed)]
        for triples, seed in ((sample[:900], 3), (list(reversed(sample[:900])), 3), (sample[:900], 4))
    )
    assert first == again
    assert first != other


def test_a_graph_without_room_for_so_many_defects_is_said() -> None:
    with pytest.raises(ValueError, match="no place for more than"):
        mutants([quad.triple for quad in parse(path=EXPORTED[0])], 100_000)


def test_the_whole_graph_has_no_finding(sample: list[Triple]) -> None:
    report = validate_triples(sample)
    assert report.findings == ()
    assert report.focus_count > 200


@pytest.mark.parametrize("path", EXPORTED, ids=lambda path: path.stem)
def test_exported_graphs_have_no_finding(path: Path) -> None:
    assert _findings([quad.triple for quad in parse(path=path)]) == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
@pytest.mark.parametrize("evidence", [True, False])
def test_articles_of_other_kinds_have_no_finding(path: Path, evidence: bool) -> None:
    assert _findings(_triples(path, evidence)) == []


def _findings(triples: list[Triple]) -> list[str]:
    return [f"{each.thing}: {each.message} [{each.shape}]" for each in validate_triples(triples).findings]


@pytest.mark.slow
def test_fifty_articles_of_the_development_data_have_no_finding(tmp_path: Path) -> None:
    texts = [row for name in ("gum-dev", "ecbplus-dev", "plover-dev") for row in _texts(DATA / f"{name}.jsonl", 20)]
    if not texts:
        pytest.skip("the development data is not beside the checkout")
    wrong = {}
    for number, text in enumerate(texts):
        article = tmp_path / f"article-{number}.txt"
        article.write_text(text, encoding="utf-8")
        found = [each for each in _findings(_triples(article)) if not each.endswith(NO_HEADLINE)]
        if found:
            wrong[text[:60]] = found
    assert wrong == {}
    assert len(texts) >= 50


def _texts(path: Path, count: int) -> list[str]:
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()[:count]
    return [json.loads(line)["text"] for line in lines]
