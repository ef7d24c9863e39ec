"""The engine knows nothing of stations: it gives papers to reviewers as well."""

import doctest

from tests.allocation import reviewers


def test_papers_are_given_to_reviewers_as_the_example_says() -> None:
    result = doctest.testmod(reviewers)
    assert result.attempted > 15
    assert result.failed == 0
