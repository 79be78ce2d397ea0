"""A mark for tests that run nothing alone: counting what they run takes half as long again, or longer."""

import pytest

uncounted = pytest.mark.no_cover
