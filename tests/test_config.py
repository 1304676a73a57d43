"""The settings of a run are those of every stage."""

from __future__ import annotations

from dataclasses import fields

import rashomon.config
from rashomon.config import Config


def test_the_settings_of_every_stage_stand_in_those_of_the_run() -> None:
    stages = {name for name in vars(rashomon.config) if name.endswith("Config")} - {"Config"}
    assert stages == {type(getattr(Config(), field.name)).__name__ for field in fields(Config)}
