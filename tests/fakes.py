"""An engine that needs no data: it codes lines such as "bombing Kut 2022-01-21 11" and nothing else."""

from __future__ import annotations

from typing import Any, cast

from rasid.model import Coding, EventType, Reading, Report, Resolvers
from rasid.pipeline import Engine
from tests.make import k, m, rel, st


class FakeReader:
    """Sees nothing in a report; what there is to code, the coder takes from the report itself."""

    name = "fake/1"

    def read(self, report: Report) -> Reading:
        if "unreadable" in report.text:
            msg = "the reader stumbled"
            raise RuntimeError(msg)
        return Reading(report_id=report.report_id, reader=self.name)


def fake_code(reading: Reading, report: Report, _: Resolvers) -> Coding:
    """Return one mention for each line that begins with an event type: type, place, day, killed."""
    lines = [
        words for line in report.text.splitlines() if (words := line.split()) and words[0] in EventType.__members__
    ]
    mentions = [
        m(report, number, words[0], where=words[1], when=words[2], killed=int(words[3]))
        for number, words in enumerate(lines, start=1)
    ]
    more: dict[str, Any] = {}
    if len(mentions) > 1:
        more = {"relations": (rel(mentions[1], mentions[0]),), "statements": (st("denial", mentions[0], "police"),)}
    return k(report, *mentions, coded_by=f"{reading.reader}+fake-coder/1", **more)


def fake_engine(version: str = "fake/1") -> Engine:
    """Return the engine; another `version` makes it one that has not coded anything yet."""
    return Engine(reader=FakeReader(), resolvers=cast("Resolvers", None), coder=fake_code, version=version)
