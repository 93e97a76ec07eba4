"""A small hand-made record: five incidents told by three reports, one of them Arabic, with a disputed toll."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, TypeVar

from rasid.model import (
    ActorKind,
    ActorRef,
    AssessmentTopic,
    Claim,
    Coding,
    Conflict,
    Count,
    DateBasis,
    DatePrecision,
    EventType,
    Incident,
    IncidentRelation,
    Judgement,
    Ledger,
    Mention,
    MentionRole,
    PlacePrecision,
    Reason,
    Relation,
    RelationKind,
    Report,
    Settled,
    Span,
    Speaker,
    Stance,
    Statement,
    StatementKind,
    Status,
    Target,
    Toll,
    Verdict,
    VictimClass,
    When,
    Where,
    make_report,
)
from rasid.products.record import Record, record_of

T = TypeVar("T")
BY = "lexicon/1"

WIRE = make_report(
    "Eleven soldiers killed in night attack on Diyala post\n\n"
    "Gunmen attacked an army post near Al-Azim in Diyala province before dawn on Friday, killing at least 11 soldiers, "
    "two security officials said. The attackers used medium weapons while the soldiers slept, the officials said. "
    "A provincial council member said 12 were killed, an officer among them.\n\n"
    "The Popular Mobilization Forces announced on Sunday a search operation in the Hamrin Basin in answer to the "
    "attack. A commander, Salim al-Jubouri, warned that more attacks on fortified posts may follow. "
    "<The tactics have shifted> from attacks on small targets to attacks on fortified sites, analysts say.\n",
    title="Eleven soldiers killed in night attack on Diyala post",
    publisher="Northern Wire",
    url="https://example.org/wire/2022/01/23/diyala?a=1&b=2",
    published=date(2022, 1, 23),
    language="en",
    source_id="wire-001",
)
PAPER = make_report(
    "The attack on the camp in Diyala came as detainees broke out of a prison in Hasakah in northeastern Syria. "
    "The Islamic State group claimed the attack in Diyala in a statement and said its fighters had killed 14 soldiers. "
    "A local commander denied that any officer was killed. Iraq sent border guards to its frontier with Syria. "
    "A bomb had killed 32 people at a market in Baghdad a year earlier.",
    title="Diyala attack and Hasakah prison break raise fears",
    publisher="River Daily",
    published=date(2022, 1, 24),
    language="en",
    source_id="daily-17",
)
ARABIC = make_report(
    "قُتل 11 جندياً عراقياً في هجوم شنّه مسلحون على مقر للجيش في ناحية العظيم (al-Azim) بمحافظة ديالى فجر الجمعة، "
    "بحسب مصدر أمني. وقال المصدر إن المهاجمين استغلوا نوم الجنود.",
    title="مقتل 11 جندياً في هجوم بديالى",
    publisher="صوت النهر",
    published=date(2022, 1, 21),
    language="ar",
    source_id="ar-3",
)
REPORTS = (WIRE, PAPER, ARABIC)


def span(report: Report, words: str, after: int = 0) -> Span:
    """Return where `words` stand in `report`."""
    start = report.text.index(words, after)
    return Span(report_id=report.report_id, start=start, end=start + len(words))


def speaker(report: Report, words: str, actor: ActorRef | None = None) -> Speaker:
    return Speaker(words=words, span=span(report, words), actor=actor)


def claim(value: T, report: Report, words: str, **more: Any) -> Claim[T]:
    """Return a claim whose evidence is `words`; `rule` and `coded_by` have defaults fit for tests."""
    return Claim(value=value, evidence=(span(report, words),), **({"coded_by": BY, "rule": "tests.v1"} | more))


def toll(report: Report, words: str, count: Count, **more: Any) -> Claim[Toll]:
    keys = ("total", "side", "victims")
    value = Toll(count=count, words=words, **{key: more.pop(key) for key in keys if key in more})
    return claim(value, report, words, **more)


ARMY = ActorRef(actor_id="iq_army", name="Military of Iraq", kind=ActorKind.state_force, words="army", country="IQ")
PMF = ActorRef(
    actor_id="iq_pmf",
    name="Popular Mobilization Forces",
    kind=ActorKind.state_force,
    words="Popular Mobilization Forces",
    country="IQ",
)
IS = ActorRef(
    actor_id="islamic_state", name="Islamic State", kind=ActorKind.rebel_group, words="The Islamic State group"
)
GUNMEN = ActorRef(
    actor_id=None, name="Unidentified armed group (Iraq)", kind=ActorKind.unidentified_armed_group, words="Gunmen"
)
DETAINEES = ActorRef(actor_id=None, name="Detainees", kind=ActorKind.unknown, words="detainees")
GUARDS = ActorRef(actor_id="iq_border", name="Border Guard of Iraq", kind=ActorKind.state_force, words="border guards")


def place(place_id: str, name: str, words: str, precision: PlacePrecision, ucdp_prec: int, **more: Any) -> Where:
    return Where(
        place_id=place_id,
        name=name,
        words=words,
        precision=precision,
        ucdp_prec=ucdp_prec,
        **({"confidence": 0.9} | more),
    )


AZIM = place(
    "t:azim", "Al-Azim", "near Al-Azim", PlacePrecision.town, 2, country="IQ", admin1="Diyala",
    lat=34.2718, lon=44.5212, extent_km=8.0,
)  # fmt: skip
DIYALA = place(
    "a:diyala", "Diyala", "Diyala", PlacePrecision.admin1, 4, country="IQ", admin1="Diyala",
    lat=33.9, lon=45.0, extent_km=80.0,
)  # fmt: skip
HAMRIN = place(
    "r:hamrin", "Hamrin Basin", "Hamrin Basin", PlacePrecision.district, 5, country="IQ", admin1="Diyala",
    lat=34.2, lon=44.95, extent_km=30.0,
)  # fmt: skip
HASAKAH = place(
    "t:hasakah", "Al-Hasakah", "Hasakah", PlacePrecision.town, 1, country="SY", admin1="Al-Hasakah",
    lat=36.5024, lon=40.7478, extent_km=5.0,
)  # fmt: skip
BAGHDAD = place(
    "t:baghdad", "Baghdad", "Baghdad", PlacePrecision.town, 1, country="IQ", admin1="Baghdad",
    lat=33.3406, lon=44.4009, extent_km=15.0,
)  # fmt: skip
IRAQ = place(
    "c:IQ", "Iraq", "Iraq", PlacePrecision.country, 6, country="IQ", lat=33.0, lon=44.0, extent_km=500.0,
)  # fmt: skip

FRIDAY = When(
    earliest=date(2022, 1, 21), latest=date(2022, 1, 21), precision=DatePrecision.day, basis=DateBasis.relative,
    words="before dawn on Friday",
)  # fmt: skip
SUNDAY = When(
    earliest=date(2022, 1, 23), latest=date(2022, 1, 23), precision=DatePrecision.day, basis=DateBasis.relative,
    words="on Sunday",
)  # fmt: skip
WEEK = When(
    earliest=date(2022, 1, 17), latest=date(2022, 1, 24), precision=DatePrecision.week, basis=DateBasis.inferred,
)  # fmt: skip
YEAR_EARLIER = When(
    earliest=date(2021, 1, 1), latest=date(2021, 1, 31), precision=DatePrecision.month, basis=DateBasis.relative,
    words="a year earlier",
)  # fmt: skip

SOLDIERS = Target(words="an army post", target_class="military_forces", actor=ARMY)


def mention(report: Report, number: int, event_type: EventType, words: str, sentence: str, **more: Any) -> Mention:
    """Return a mention of `report` whose trigger is `words` and whose evidence is `sentence`."""
    fields: dict[str, Any] = {"role": MentionRole.main, "confidence": 0.9, "status": Status.reported} | more
    fields["status"] = claim(fields["status"], report, words)
    return Mention(
        mention_id=f"{report.report_id}:{number}",
        report_id=report.report_id,
        event_type=claim(event_type, report, words),
        evidence=(span(report, sentence),),
        triggers=(span(report, words),),
        **fields,
    )


def _wire_attack() -> Mention:
    officials = speaker(WIRE, "two security officials")
    member = speaker(WIRE, "A provincial council member")
    return mention(
        WIRE, 1, EventType.attack, "attacked",
        "Gunmen attacked an army post near Al-Azim in Diyala province before dawn on Friday, killing at least 11 soldiers, "
        "two security officials said.",
        perpetrators=(claim(GUNMEN, WIRE, "Gunmen", said_by=officials),),
        targets=(claim(SOLDIERS, WIRE, "an army post", said_by=officials),),
        killed=(
            toll(WIRE, "at least 11 soldiers", Count(low=11, best=11), total=True, victims=VictimClass.armed,
                 said_by=officials, reason="'at least' gives the lower bound"),
            toll(WIRE, "12 were killed", Count.exactly(12), total=True, victims=VictimClass.armed, said_by=member),
        ),
        weapons=(claim("medium_weapons", WIRE, "medium weapons", said_by=officials),),
        tactics=(
            claim("night_raid", WIRE, "before dawn"),
            claim("victims_asleep_or_unarmed", WIRE, "while the soldiers slept", said_by=officials),
        ),
        places=(claim(AZIM, WIRE, "near Al-Azim"), claim(DIYALA, WIRE, "Diyala province")),
        times=(claim(FRIDAY, WIRE, "before dawn on Friday"),),
        sources=(officials, member),
    )  # fmt: skip


def _wire_operation() -> Mention:
    pmf = speaker(WIRE, "The Popular Mobilization Forces", PMF)
    return mention(
        WIRE, 2, EventType.security_operation, "search operation",
        "The Popular Mobilization Forces announced on Sunday a search operation in the Hamrin Basin in answer to the attack.",
        perpetrators=(claim(PMF, WIRE, "The Popular Mobilization Forces", said_by=pmf),),
        places=(claim(HAMRIN, WIRE, "Hamrin Basin"),),
        times=(claim(SUNDAY, WIRE, "on Sunday"),),
        sources=(pmf,),
    )  # fmt: skip


def _paper_attack() -> Mention:
    group = speaker(PAPER, "The Islamic State group", IS)
    commander = speaker(PAPER, "A local commander")
    return mention(
        PAPER, 1, EventType.attack, "attack",
        "The Islamic State group claimed the attack in Diyala in a statement and said its fighters had killed 14 soldiers.",
        perpetrators=(claim(IS, PAPER, "The Islamic State group", said_by=group, stance=Stance.claimed_by_perpetrator),),
        targets=(claim(Target(words="the camp", target_class="military_forces"), PAPER, "the camp"),),
        killed=(
            toll(PAPER, "14 soldiers", Count.exactly(14), total=True, victims=VictimClass.armed, said_by=group,
                 stance=Stance.claimed_by_perpetrator),
            toll(PAPER, "any officer was killed", Count.exactly(0), said_by=commander, stance=Stance.denied,
                 reason="the commander speaks of officers only"),
        ),
        places=(claim(DIYALA, PAPER, "Diyala"),),
        times=(claim(WEEK, PAPER, "came as"),),
        sources=(group, commander),
        status=Status.claimed,
        confidence=0.8,
    )  # fmt: skip


def _paper_rest() -> tuple[Mention, ...]:
    return (
        mention(
            PAPER, 2, EventType.prison_break, "broke out of a prison",
            "The attack on the camp in Diyala came as detainees broke out of a prison in Hasakah in northeastern Syria.",
            perpetrators=(claim(DETAINEES, PAPER, "detainees"),),
            places=(claim(HASAKAH, PAPER, "Hasakah"),),
            times=(claim(WEEK, PAPER, "came as"),),
        ),
        mention(
            PAPER, 3, EventType.deployment, "sent border guards",
            "Iraq sent border guards to its frontier with Syria.",
            perpetrators=(claim(GUARDS, PAPER, "border guards"),),
            places=(claim(IRAQ, PAPER, "Iraq"),),
            confidence=0.7,
        ),
        mention(
            PAPER, 4, EventType.bombing, "bomb",
            "A bomb had killed 32 people at a market in Baghdad a year earlier.",
            targets=(claim(Target(words="a market", target_class="civilians"), PAPER, "a market"),),
            killed=(toll(PAPER, "32 people", Count.exactly(32), total=True, victims=VictimClass.civilian),),
            weapons=(claim("ied", PAPER, "bomb"),),
            places=(claim(BAGHDAD, PAPER, "Baghdad"),),
            times=(claim(YEAR_EARLIER, PAPER, "a year earlier"),),
            role=MentionRole.background,
        ),
    )  # fmt: skip


def _arabic_attack() -> Mention:
    source = speaker(ARABIC, "مصدر أمني")
    return mention(
        ARABIC, 1, EventType.attack, "هجوم",
        "قُتل 11 جندياً عراقياً في هجوم شنّه مسلحون على مقر للجيش في ناحية العظيم (al-Azim) بمحافظة ديالى فجر الجمعة، "
        "بحسب مصدر أمني.",
        perpetrators=(claim(GUNMEN, ARABIC, "مسلحون", said_by=source),),
        targets=(claim(SOLDIERS, ARABIC, "مقر للجيش", said_by=source),),
        killed=(
            toll(ARABIC, "11 جندياً", Count.exactly(11), total=True, victims=VictimClass.armed, said_by=source),
        ),
        tactics=(claim("victims_asleep_or_unarmed", ARABIC, "استغلوا نوم الجنود", said_by=source),),
        places=(claim(AZIM, ARABIC, "ناحية العظيم (al-Azim)"), claim(DIYALA, ARABIC, "ديالى")),
        times=(claim(FRIDAY, ARABIC, "فجر الجمعة"),),
        sources=(source,),
        confidence=0.85,
    )  # fmt: skip


WIRE_ATTACK, WIRE_OPERATION = _wire_attack(), _wire_operation()
PAPER_ATTACK, (PRISON, DEPLOYMENT, MARKET), ARABIC_ATTACK = _paper_attack(), _paper_rest(), _arabic_attack()
CODINGS = (
    Coding(
        report_id=WIRE.report_id,
        mentions=(WIRE_ATTACK, WIRE_OPERATION),
        statements=(
            Statement(
                statement_id=f"{WIRE.report_id}:s1",
                report_id=WIRE.report_id,
                kind=StatementKind.warning,
                evidence=(span(WIRE, "warned that more attacks on fortified posts may follow"),),
                speaker=speaker(WIRE, "A commander, Salim al-Jubouri"),
                rule="tests.v1",
                coded_by=BY,
            ),
            Statement(
                statement_id=f"{WIRE.report_id}:s2",
                report_id=WIRE.report_id,
                kind=StatementKind.assessment,
                evidence=(span(WIRE, "<The tactics have shifted> from attacks on small targets to attacks on fortified sites"),),
                speaker=speaker(WIRE, "analysts"),
                topic=AssessmentTopic.tactics,
                about=(WIRE_ATTACK.mention_id,),
                rule="tests.v1",
                coded_by=BY,
            ),
        ),
        relations=(
            Relation(
                source=WIRE_OPERATION.mention_id,
                target=WIRE_ATTACK.mention_id,
                kind=RelationKind.answers,
                evidence=(span(WIRE, "in answer to the attack"),),
                rule="tests.v1",
            ),
        ),
        coded_by=BY,
    ),
    Coding(
        report_id=PAPER.report_id,
        mentions=(PAPER_ATTACK, PRISON, DEPLOYMENT, MARKET),
        statements=(
            Statement(
                statement_id=f"{PAPER.report_id}:s1",
                report_id=PAPER.report_id,
                kind=StatementKind.responsibility_claim,
                evidence=(span(PAPER, "claimed the attack in Diyala"),),
                speaker=speaker(PAPER, "The Islamic State group", IS),
                about=(PAPER_ATTACK.mention_id,),
                rule="tests.v1",
                coded_by=BY,
            ),
        ),
        relations=(
            Relation(
                source=PAPER_ATTACK.mention_id,
                target=PRISON.mention_id,
                kind=RelationKind.concurrent,
                evidence=(span(PAPER, "came as"),),
                rule="tests.v1",
            ),
        ),
        coded_by=BY,
    ),
    Coding(report_id=ARABIC.report_id, mentions=(ARABIC_ATTACK,), coded_by=BY),
)  # fmt: skip


def settled(
    value: T, *support: Mention, against: tuple[Mention, ...] = (), rule: str = "counts.envelope"
) -> Settled[T]:
    return Settled(
        value=value,
        rule=rule,
        support=tuple(mention.mention_id for mention in support),
        against=tuple(mention.mention_id for mention in against),
    )


def incident(number: str, *mentions: Mention, **more: Any) -> Incident:
    """Return an incident over `mentions`: values given by keyword, all others unknown."""
    first = mentions[0]
    fields: dict[str, Any] = {
        "incident_id": f"inc-{number}",
        "mention_ids": tuple(sorted(mention.mention_id for mention in mentions)),
        "event_type": settled(first.event_type.value, *mentions, rule="event_type.majority"),
        "status": settled(first.status.value, first, rule="status.best_vouched"),
        "perpetrators": settled(
            tuple(claim.value for claim in first.perpetrators), first, rule="perpetrators.named_over_classes"
        ),
        "targets": settled(tuple(claim.value for claim in first.targets), first, rule="targets.union"),
        "when": settled(first.times[0].value if first.times else None, first, rule="when.most_precise"),
        "where": settled(first.places[0].value if first.places else None, first, rule="where.finest_supported"),
        "weapons": settled(tuple(claim.value for claim in first.weapons), first, rule="weapons.union"),
        "tactics": settled(tuple(claim.value for claim in first.tactics), first, rule="tactics.union"),
        "confidence": 0.9,
    }
    unknown = ("killed", "injured", "abducted", "arrested", "displaced", "killed_civilians", "killed_perpetrators")
    fields |= {name: settled(Count(), rule="counts.not_stated") for name in unknown}
    return Incident(**(fields | more))


def _judgement(left: Mention, right: Mention, score: float, verdict: Verdict, *reasons: Reason) -> Judgement:
    ids = sorted((left.mention_id, right.mention_id))
    return Judgement(left=ids[0], right=ids[1], verdict=verdict, score=score, reasons=reasons, by="linker/1")


ATTACK = incident(
    "attack", WIRE_ATTACK, PAPER_ATTACK, ARABIC_ATTACK,
    perpetrators=settled((IS,), PAPER_ATTACK, against=(), rule="perpetrators.named_over_classes"),
    killed=settled(Count(low=11, best=11, high=14), WIRE_ATTACK, ARABIC_ATTACK, against=(PAPER_ATTACK,), rule="counts.envelope"),
    conflicts=(
        Conflict(field="killed", values=(
            (WIRE_ATTACK.mention_id, "11/11/?"), (WIRE_ATTACK.mention_id, "12"), (PAPER_ATTACK.mention_id, "14"),
            (ARABIC_ATTACK.mention_id, "11"),
        )),
    ),
    relations=(
        IncidentRelation(kind=RelationKind.concurrent, other="inc-prison", mention_id=PAPER_ATTACK.mention_id),
    ),
    judgements=(
        _judgement(
            WIRE_ATTACK, ARABIC_ATTACK, 0.97, Verdict.same,
            Reason(feature="days", points=2.1, text="the same day, 21 January 2022"),
            Reason(feature="place", points=2.4, text="the same place, Al-Azim"),
            Reason(feature="toll", points=0.8, text="both give 11 killed"),
        ),
        _judgement(
            WIRE_ATTACK, PAPER_ATTACK, 0.78, Verdict.same,
            Reason(feature="days", points=1.0, text="within the same week"),
            Reason(feature="place", points=0.9, text="one lies inside the other: Al-Azim in Diyala"),
            Reason(feature="toll", points=-0.4, text="11 against 14 killed"),
        ),
    ),
)  # fmt: skip
OPERATION = incident(
    "operation", WIRE_OPERATION,
    relations=(IncidentRelation(kind=RelationKind.answers, other="inc-attack", mention_id=WIRE_OPERATION.mention_id),),
)  # fmt: skip
PRISON_BREAK = incident("prison", PRISON)
BORDER = incident("border", DEPLOYMENT)
BOMBING = incident(
    "bombing", MARKET,
    killed=settled(Count.exactly(32), MARKET), killed_civilians=settled(Count.exactly(32), MARKET),
)  # fmt: skip
INCIDENTS = (ATTACK, OPERATION, PRISON_BREAK, BORDER, BOMBING)


def sample_record() -> Record:
    """Return the whole sample as one record."""
    return record_of(REPORTS, CODINGS, INCIDENTS)


def sample_ledger() -> Ledger:
    """Return a ledger of three kept, one rejected and one failed."""
    ledger = Ledger(kept=3)
    ledger.reject("copy.txt", "duplicate", "the same text as wire-001")
    ledger.fail("scan.pdf", "not text", "bytes 0-3 are %PDF")
    return ledger


MORNING = datetime(2022, 1, 25, 6, 30, tzinfo=UTC)
