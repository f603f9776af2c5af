"""The closed lists a record chooses from, each with the standard it follows.

Every value is what stands in the YAML. Its label and definition are the English texts of the
interface, translated in `locales/`.
"""

from __future__ import annotations

from atlas.model.vocabulary.actors import ActorKind, ActorType
from atlas.model.vocabulary.cooperations import (
    NOW,
    OVER,
    RELATIONS,
    BudgetPer,
    Relation,
    State,
    Status,
    TransactionType,
)
from atlas.model.vocabulary.evidence import (
    REMOVED,
    AssignedBy,
    ClaimField,
    NoteKind,
    Rank,
    Removed,
    Tier,
    Translation,
)
from atlas.model.vocabulary.forms import COUNTED_FORMS, MEETINGS, Form, FormGroup
from atlas.model.vocabulary.places import CodeScheme, Ending, Exactness, PlaceType
from atlas.model.vocabulary.roles import Role, Tying, is_tied, tied_roles, ties
from atlas.model.vocabulary.standards import DAC_SECTORS, GOALS
from atlas.model.vocabulary.word import N_, Word

__all__ = [
    "ActorKind",
    "ActorType",
    "AssignedBy",
    "BudgetPer",
    "COUNTED_FORMS",
    "ClaimField",
    "CodeScheme",
    "DAC_SECTORS",
    "Ending",
    "Exactness",
    "Form",
    "FormGroup",
    "GOALS",
    "MEETINGS",
    "NOW",
    "OVER",
    "N_",
    "NoteKind",
    "PlaceType",
    "RELATIONS",
    "REMOVED",
    "Rank",
    "Relation",
    "Removed",
    "Role",
    "State",
    "Status",
    "Tier",
    "TransactionType",
    "Tying",
    "Translation",
    "Word",
    "is_tied",
    "tied_roles",
    "ties",
]
