"""A small year, planned once, copied for each test."""

from tests.record.conftest import made as made
from tests.record.conftest import year as year
