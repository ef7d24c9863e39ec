"""The command line, as the tests of the commands call it."""

from tests.commands.conftest import call as call
