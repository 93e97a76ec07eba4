"""Scores with their number of cases and intervals."""

from rasid.evaluate.bootstrap import Share, share
from rasid.evaluate.key import read_key
from rasid.evaluate.predicted import read_predicted
from rasid.evaluate.score import Scores, score

__all__ = ["Scores", "Share", "read_key", "read_predicted", "score", "share"]
