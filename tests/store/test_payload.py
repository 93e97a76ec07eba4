from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from rasid.linking import link
from rasid.model import Decision, Incident, Mention
from rasid.store.payload import dump, load
from tests.linking.world import world
from tests.make import d, m, r


def test_nouns_come_back_equal_and_give_the_same_text_again() -> None:
    told = list(world(40, seed=2))
    for incident in link(told):
        assert load(Incident, dump(incident)) == incident
        assert dump(load(Incident, dump(incident))) == dump(incident)
    for _, coding in told:
        (mention,) = coding.mentions
        assert load(Mention, dump(mention)) == mention
        assert hash(load(Mention, dump(mention))) == hash(mention)
    assert load(Decision, dump(d("merge", "r1:1", "r2:1"))) == d("merge", "r1:1", "r2:1")


def test_letters_of_any_script_stay_as_they_are() -> None:
    report = r("هجوم في العظيم")
    assert "العظيم" in dump(m(report, where="العظيم"))


@pytest.mark.parametrize("field", ["mention_id", "evidence", "status"])
def test_a_payload_that_lacks_a_field_is_refused(field: str) -> None:
    payload = json.loads(dump(m()))
    del payload[field]
    with pytest.raises(ValidationError, match=field):
        load(Mention, json.dumps(payload))


def test_a_payload_that_breaks_a_rule_of_the_model_is_refused() -> None:
    payload = dump(m()).replace('"start":0,"end":1', '"start":9,"end":1')
    with pytest.raises(ValidationError, match="empty or reversed"):
        load(Mention, payload)
