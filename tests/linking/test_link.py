from __future__ import annotations

from collections import Counter
from itertools import combinations
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.linking import incident_id_of, link
from rasid.model import Coding, Incident, RelationKind, Report, Verdict
from tests.linking.world import world
from tests.make import a, d, k, m, p, r, rel
from tests.make import st as statement

Told = tuple[Report, Coding]

WORLD = list(world(60, seed=7, days=12))


def _told(text: str, *facets: dict[str, Any], published: str = "2022-01-22", **coding: Any) -> Told:
    report = r(text, published)
    return report, k(report, *(m(report, number, **given) for number, given in enumerate(facets, start=1)), **coding)


def _groups(incidents: tuple[Incident, ...]) -> set[tuple[str, ...]]:
    return {incident.mention_ids for incident in incidents}


CAMP: dict[str, Any] = {"when": "2022-01-21", "where": "Kut", "killed": 11}
ONE, OTHER = _told("Eleven killed at a camp.", CAMP), _told("Eleven soldiers died in Kut.", CAMP)
A, B = (told[1].mentions[0].mention_id for told in (ONE, OTHER))


def test_two_reports_of_one_incident_are_linked_with_their_reasons() -> None:
    (incident,) = link([ONE, OTHER])
    assert incident.mention_ids == tuple(sorted((A, B)))
    assert incident.incident_id == incident_id_of((A, B))
    (judgement,) = incident.judgements
    assert judgement.verdict is Verdict.same
    assert {"days", "place", "killed"} <= {reason.feature for reason in judgement.reasons}


@given(st.permutations(WORLD), st.integers(0, len(WORLD)))
@settings(max_examples=15, deadline=None)
def test_order_does_not_matter(order: list[Told], cut: int) -> None:
    assert link(order) == link(WORLD)
    assert link(order[cut:] + order[:cut]) == link(WORLD)


def test_every_mention_is_in_exactly_one_incident() -> None:
    counted = Counter(mention_id for incident in link(WORLD) for mention_id in incident.mention_ids)
    assert counted == Counter(mention.mention_id for _, coding in WORLD for mention in coding.mentions)


def test_a_made_up_record_is_linked_nearly_as_it_happened() -> None:
    told = list(world(1000, seed=3))
    truth = {coding.mentions[0].mention_id: report.source_id for report, coding in told}
    sizes = Counter(truth.values())
    linked = [pair for incident in link(told) for pair in combinations(incident.mention_ids, 2)]
    right = sum(truth[one] == truth[other] for one, other in linked)
    assert right / len(linked) > 0.98
    assert right / sum(size * (size - 1) / 2 for size in sizes.values()) > 0.93


def test_a_report_far_away_changes_no_other_incident() -> None:
    far = _told(
        "A riot elsewhere.", {"event_type": "riot", "when": "2019-06-01", "where": "Mosul"}, published="2019-06-01"
    )
    assert set(link(WORLD)) < set(link([far, *WORLD]))


def test_mentions_of_one_report_stay_apart_however_alike() -> None:
    twice = _told("Two attacks on one camp.", CAMP, CAMP)
    incidents = link([twice, ONE, OTHER])
    assert len(incidents) == 2
    for incident in incidents:
        reports = [mention_id.partition(":")[0] for mention_id in incident.mention_ids]
        assert len(reports) == len(set(reports))


def test_decisions_are_law() -> None:
    assert _groups(link([ONE, OTHER], decisions=[d("split", A, B)])) == {(A,), (B,)}
    unlike = _told("A riot.", {"event_type": "riot", "when": "2022-01-05", "where": "Mosul"})
    c = unlike[1].mentions[0].mention_id
    merged = link([ONE, unlike], decisions=[d("merge", A, c)])
    assert _groups(merged) == {tuple(sorted((A, c)))}
    assert [(judgement.by, judgement.verdict) for judgement in merged[0].judgements] == [("analyst", Verdict.same)]
    assert _groups(link([ONE, OTHER], decisions=[d("reject", A)])) == {(B,)}


def test_the_decision_to_hold_apart_stands_with_both_incidents() -> None:
    for incident in link([ONE, OTHER], decisions=[d("split", A, B)]):
        assert [judgement.verdict for judgement in incident.judgements] == [Verdict.different]


def test_a_near_miss_is_told_by_both_incidents() -> None:
    bomb = {"event_type": "bombing", "when": "2022-01-21", "where": p("Baghdad", extent_km=15.0)}
    one, other = link([_told("A bomb.", bomb), _told("Another bomb or the same.", bomb)])
    assert one.judgements == other.judgements
    assert [judgement.verdict for judgement in one.judgements] == [Verdict.unsure]


def test_relations_lead_from_incident_to_incident() -> None:
    report = r("The army answered the attack with a sweep.", "2022-01-24")
    attack = m(report, 1, **CAMP)
    sweep = m(report, 2, "security_operation", when="2022-01-23", where="Kut")
    coding = k(report, attack, sweep, relations=(rel(sweep, attack), rel(attack, attack)))
    incidents = {incident.mention_ids: incident for incident in link([ONE, (report, coding)])}
    attacked = next(incident for ids, incident in incidents.items() if A in ids)
    (relation,) = incidents[(sweep.mention_id,)].relations
    assert (relation.kind, relation.other, relation.mention_id) == (
        RelationKind.answers,
        attacked.incident_id,
        sweep.mention_id,
    )
    assert attacked.relations == ()


def test_claims_of_responsibility_and_denials_stay_with_their_incident_and_leave_its_status() -> None:
    mention = ONE[1].mentions[0]
    about = (statement("responsibility_claim", mention, a("Group A")), statement("denial", mention, "the army"))
    (incident,) = link([(ONE[0], k(ONE[0], mention, statements=about))])
    (relation,) = incident.relations
    assert (relation.kind, relation.other) == (RelationKind.claimed_by, "Group A")
    assert [(conflict.field, conflict.values) for conflict in incident.conflicts] == [
        ("status", ((A, "denied by the army"),))
    ]
    assert incident.status.value.value == "reported"


def test_linking_a_shuffled_record_again_gives_the_same_bytes() -> None:
    shuffled = WORLD[:]
    Random(5).shuffle(shuffled)  # noqa: S311 - any order will do
    assert repr(link(shuffled)) == repr(link(WORLD))
