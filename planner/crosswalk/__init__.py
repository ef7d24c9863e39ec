"""What becomes of stations over the years, and how the tables go with them."""

FILE = "crosswalk.csv"
"""The crosswalk's name beside a plan, and among its inputs."""
