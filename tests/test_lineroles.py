"""Every role has its meaning; the roles of the text are those of the blocks of a document."""

from __future__ import annotations

from typing import get_args

from rashomon.lineroles import MEANINGS, TEXT_ROLES, LineRole
from rashomon.types import BlockRole


def test_every_role_has_a_meaning_and_no_other() -> None:
    assert set(MEANINGS) == set(get_args(LineRole))


def test_the_roles_of_the_text_are_those_of_blocks() -> None:
    assert set(get_args(BlockRole)) == TEXT_ROLES
