"""The small forum, read once for tests that do not change it."""

import pytest

from scheduler.domain.forum import Forum
from tests.reading.small import small


@pytest.fixture(scope="session")
def forum(tmp_path_factory: pytest.TempPathFactory) -> Forum:
    return small(tmp_path_factory.mktemp("small"))
