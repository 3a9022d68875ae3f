"""Looking for garbage pauses, and goes on as before."""

import gc

import pytest

from reader.text.garbage import Uncollected


@pytest.mark.parametrize("before", [True, False])
def test_garbage_is_looked_for_again_as_before(before: bool) -> None:
    was = gc.isenabled()
    (gc.enable if before else gc.disable)()
    try:
        with Uncollected():
            within = gc.isenabled()
        assert (within, gc.isenabled()) == (False, before)
        with pytest.raises(KeyError), Uncollected():
            raise KeyError
        assert gc.isenabled() is before
    finally:
        (gc.enable if was else gc.disable)()
