"""How many random examples Hypothesis tries: few in the quick run, all with `--long`."""

import pytest
from hypothesis import settings

FEW, MANY = 15, 150


@pytest.hookimpl(trylast=True)  # after Hypothesis has loaded the profile of the command line
def pytest_configure(config: pytest.Config) -> None:
    """Set the number of examples by whether long tests run."""
    number = FEW if config.getoption("markexpr") == "not long" else MANY
    settings.register_profile("examples", settings(), max_examples=number)
    settings.load_profile("examples")
