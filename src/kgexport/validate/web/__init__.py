"""The verdict `web`: what search engines require or recommend of structured data about articles and events."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kgexport.validate.engines import Engine
from kgexport.validate.facts import Facts
from kgexport.validate.report import Finding, Verdict
from kgexport.validate.web.checks import CHECKS
from kgexport.validate.web.page import Page


def check_web(facts: Facts, engine: Engine, today: dt.date | None = None) -> tuple[list[Finding], frozenset[str]]:
    """Findings of the shapes and checks over facts in http://schema.org/, and the nodes that a shape looked at.

    Where there is neither an article nor an event, nothing is looked at: these rules are about no other things.
    `today` is the day after which dates are in the future; None is the day in UTC.
    """
    page = Page(facts, today or dt.datetime.now(dt.UTC).date())
    if not page.articles and not page.events and not page.happenings:
        return [], frozenset()
    findings, focus = engine.check(page.seen, Verdict.WEB)
    for name, check in CHECKS.items():
        findings.extend(replace(found, shape=name, verdict=Verdict.WEB) for found in check(page))
    return findings, focus


__all__ = ["CHECKS", "check_web"]
