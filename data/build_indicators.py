"""Write the example's synthetic indicators: `python data/build_indicators.py [OUT_DIR]`.

The stations that gain are those of the plan of 2019, which is made first.
"""

import csv
import sys
from pathlib import Path

from synthetic.indicators import INDICATOR_COLUMNS, indicators

from planner import Policy, make_plan, read_dataset

HERE = Path(__file__).parent
PLAN_YEAR = 2019


def main(folder: Path = HERE / "jiangxi") -> None:
    """Write indicators.csv into the folder."""
    dataset = read_dataset(HERE / "jiangxi")
    paired = set(make_plan(dataset, Policy(), PLAN_YEAR).pairs["station_id"])
    caseloads = dataset.stations.sort("station_id").select("station_id", "caseload").rows()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "indicators.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(INDICATOR_COLUMNS)
        writer.writerows(indicators(caseloads, paired, PLAN_YEAR))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
