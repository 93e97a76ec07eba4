"""A tagger comes back from its files as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.learn.perceptron import LARGEST_WEIGHT, make_tagger
from rasid.learn.tagger_files import WEIGHTS, WORDS, read_tagger, write_tagger

FORMS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=" "), min_size=1, max_size=8)
TAGS = st.sampled_from(["NN", "NNS", "VBD", "CD", "."])
ROWS = st.dictionaries(TAGS, st.integers(-2500, 2500).map(lambda tenths: tenths / 10), max_size=5)


@given(
    st.dictionaries(FORMS | st.sampled_from(["w=كمين", "s3=ين"]), ROWS), st.dictionaries(FORMS, TAGS), st.lists(FORMS)
)
def test_a_tagger_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    weights: dict[str, dict[str, float]],
    sole: dict[str, str],
    proper: list[str],
) -> None:
    folder, tagger = tmp_path_factory.mktemp("tagger"), make_tagger(weights, {"the": "DT", **sole}, proper)
    write_tagger(tagger, folder)
    assert read_tagger(folder) == tagger


def test_features_of_the_same_weights_share_a_row_of_two_bytes_a_tag(tmp_path: Path) -> None:
    tagger = make_tagger({"w=raid": {"NN": 1.5}, "w=raids": {"NN": -0.1, "VBZ": 2.0}, "w=post": {"NN": 1.5}}, {})
    write_tagger(tagger, tmp_path)
    assert b"w=post w=raid" in (tmp_path / WORDS).read_bytes()
    assert (tmp_path / WEIGHTS).read_bytes() == bytes([15, 0, 0, 0, 255, 255, 20, 0])


def test_a_tagger_cut_short_is_not_read(tmp_path: Path) -> None:
    write_tagger(make_tagger({"w=raid": {"NN": 1.5}, "w=fell": {"VBD": 1.0}}, {}), tmp_path)
    (tmp_path / WEIGHTS).write_bytes((tmp_path / WEIGHTS).read_bytes()[:4])
    with pytest.raises(ValueError, match="shorter"):
        read_tagger(tmp_path)


def test_a_weight_that_could_not_be_added_up_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer rounds"):
        make_tagger({"w=raid": {"NN": LARGEST_WEIGHT + 1}}, {})
