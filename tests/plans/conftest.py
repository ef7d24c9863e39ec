"""The command line and the plan of the tiny world."""

from tests.commands.conftest import call as call
from tests.commands.conftest import data as data
from tests.commands.conftest import out as out
