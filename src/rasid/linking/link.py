"""Codings to incidents: block, compare, score, cluster, settle, relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rasid.linking.block import candidate_pairs
from rasid.linking.cluster import Laws, cluster
from rasid.linking.constraints import Constraints, constraints_of
from rasid.linking.profile import Profile, profile_of
from rasid.linking.relate import denials_of, relations_of
from rasid.linking.score import UNSURE_POINTS, judge, log_odds
from rasid.linking.settle import Origin, origin_of, settle
from rasid.model import Coding, Decision, Incident, Judgement, Mention, Relation, Report, Statement, Verdict

# Judgements kept of an incident's closest mentions outside it; more are told by `judge` on demand.
_KEPT_OUTSIDE = 5

Near = dict[tuple[int, int], float]


def link(codings: Iterable[tuple[Report, Coding]], *, decisions: Sequence[Decision] = ()) -> tuple[Incident, ...]:
    """Return the incidents that all codings tell together, in the order of their smallest mention ids.

    The result depends on the set of codings and decisions alone, not on their order, nor on which were linked before.
    `codings` is gone through once and the texts are not kept. Every mention is in exactly one incident, but for those
    that a decision rejects. An incident's `judgements` are, for each of its mentions, the closest of the others; its
    closest mentions outside that were not found different; and all that people judged.
    """
    told = _collect(codings)
    rules = constraints_of(decisions, (mention.mention_id for mention in told.mentions))
    told.drop(rules.rejected)
    near = _near_pairs(told.profiles)
    groups = cluster(near, lambda i, j: log_odds(told.profiles[i], told.profiles[j]), _laws(told.profiles, rules))
    incidents = [settle([told.mentions[i] for i in group], told.origins) for group in groups]
    judgements = _judgements(groups, near, told.profiles, rules)
    incident_of = {mention_id: incident.incident_id for incident in incidents for mention_id in incident.mention_ids}
    relations = relations_of(told.relations, told.statements, incident_of)
    denials = denials_of(told.statements, incident_of)
    return tuple(
        replace(
            incident,
            relations=relations.get(incident.incident_id, ()),
            conflicts=incident.conflicts + denials.get(incident.incident_id, ()),
            judgements=judged,
        )
        for incident, judged in zip(incidents, judgements, strict=True)
    )


@dataclass(slots=True)
class _Told:
    """All that was coded: mentions and profiles side by side in the order of their ids, origins by report id."""

    mentions: list[Mention] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    origins: dict[str, Origin] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def drop(self, mention_ids: frozenset[str]) -> None:
        """Leave out the mentions with these ids."""
        self.mentions = [mention for mention in self.mentions if mention.mention_id not in mention_ids]
        self.profiles = [profile for profile in self.profiles if profile.mention_id not in mention_ids]


def _collect(codings: Iterable[tuple[Report, Coding]]) -> _Told:
    told = _Told()
    for report, coding in codings:
        told.origins[report.report_id] = origin_of(report)
        told.mentions += coding.mentions
        told.profiles += [profile_of(mention, report) for mention in coding.mentions]
        told.relations += coding.relations
        told.statements += coding.statements
    told.mentions.sort(key=lambda mention: mention.mention_id)
    told.profiles.sort(key=lambda profile: profile.mention_id)
    return told


def _near_pairs(profiles: Sequence[Profile]) -> Near:
    scored = ((i, j, log_odds(profiles[i], profiles[j])) for i, j in candidate_pairs(profiles))
    return {(i, j): points for i, j, points in scored if points >= UNSURE_POINTS}


def _laws(profiles: Sequence[Profile], rules: Constraints) -> Laws:
    index = {profile.mention_id: i for i, profile in enumerate(profiles)}

    def indexed(verdict: Verdict) -> list[tuple[int, int]]:
        return [(index[a], index[b]) for a, b in rules.pairs(verdict) if a in index and b in index]

    return Laws(
        reports=[profile.report_id for profile in profiles],
        together=indexed(Verdict.same),
        apart=indexed(Verdict.different),
    )


def _judgements(
    groups: Sequence[Sequence[int]], near: Near, profiles: Sequence[Profile], rules: Constraints
) -> list[tuple[Judgement, ...]]:
    """Return the judgements to keep with each group, in the order of their pairs."""
    group_of = {i: number for number, group in enumerate(groups) for i in group}
    kept = _closest_inside(near, group_of)
    for number, pairs in _closest_outside(near, group_of).items():
        kept[number].update(pairs)
    judged: list[dict[tuple[str, str], Judgement]] = []
    for number in range(len(groups)):
        found = (judge(profiles[i], profiles[j]) for i, j in kept[number])
        judged.append({(judgement.left, judgement.right): judgement for judgement in found})
    index = {profile.mention_id: i for i, profile in enumerate(profiles)}
    for pair, judgement in rules.judgements.items():
        for number in {group_of[index[mention_id]] for mention_id in pair if mention_id in index}:
            judged[number][pair] = judgement
    return [tuple(found[pair] for pair in sorted(found)) for found in judged]


def _closest_inside(near: Near, group_of: dict[int, int]) -> defaultdict[int, set[tuple[int, int]]]:
    best: dict[int, tuple[float, tuple[int, int]]] = {}
    for pair, points in near.items():
        if group_of[pair[0]] == group_of[pair[1]]:
            for i in pair:
                if i not in best or (-points, pair) < (-best[i][0], best[i][1]):
                    best[i] = (points, pair)
    kept: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for i, (_, pair) in best.items():
        kept[group_of[i]].add(pair)
    return kept


def _closest_outside(near: Near, group_of: dict[int, int]) -> dict[int, list[tuple[int, int]]]:
    found: defaultdict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, points in near.items():
        numbers = {group_of[i] for i in pair}
        if len(numbers) == 2:
            for number in numbers:
                found[number].append((-points, pair))
    return {number: [pair for _, pair in sorted(pairs)[:_KEPT_OUTSIDE]] for number, pairs in found.items()}
