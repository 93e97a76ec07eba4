"""Mentions to incidents: block, compare, score, cluster, settle.

    codings --block--> candidate pairs --compare, score--> judgements --cluster--> groups --settle--> incidents

`link` runs the whole way; `judge` explains any pair; `settle_mention` gives the values of one mention alone.
"""

from rasid.linking.constraints import Constraints, constraints_of
from rasid.linking.link import link
from rasid.linking.profile import Profile, profile_of
from rasid.linking.score import judge
from rasid.linking.settle import incident_id_of, settle, settle_mention

__all__ = [
    "Constraints",
    "Profile",
    "constraints_of",
    "incident_id_of",
    "judge",
    "link",
    "profile_of",
    "settle",
    "settle_mention",
]
