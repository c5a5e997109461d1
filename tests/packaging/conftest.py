"""Make what `packaging/dev.py` is made of importable, and offer a checkout that looks set up."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from devtools.checkout import Checkout

from tests.packaging.fake_checkout import lay_out


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return lay_out(tmp_path / "with blank")
