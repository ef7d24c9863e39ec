"""The cities' names on a map: out of the way of the marks and of each other."""

import polars as pl

from planner.charts.cities import city_labels

SMALL = (240, 250)
GRID = [(city, x, y) for city in ("A", "B") for x in range(21) for y in range(21)]
STATIONS = pl.DataFrame(
    {
        "station_id": [f"{city}{x:02}{y:02}" for city, x, y in GRID],
        "city": [city for city, _, _ in GRID],
        "lon": [float(x) for _, x, _ in GRID],
        "lat": [float(y) for _, _, y in GRID],
    }
)
NONE = STATIONS.select("station_id").clear()


def places(pairs: pl.DataFrame, size: tuple[int, int] = SMALL) -> list[tuple[float, float]]:
    return city_labels(STATIONS, pairs, size).sort("city").select("lon", "lat").rows()


def test_two_cities_in_one_place_have_their_names_apart() -> None:
    (one, high), (other, low) = places(NONE)
    # A name has 34.7 points across of 240, 12.6 down of 250: of 20 degrees some 2.9 and 1.
    assert abs(one - other) > 3 or abs(high - low) >= 1


def test_a_name_keeps_clear_of_a_mark_farther_on_a_smaller_map() -> None:
    middle = pl.DataFrame({"station_id": ["A1010"]})
    large, small = (places(middle, size)[0] for size in ((520, 640), SMALL))
    assert large != (10, 10) != small
    assert abs(small[1] - 10) > 1 or abs(small[0] - 10) > 2.8


def test_where_no_place_is_clear_a_name_covers_the_fewest_marks() -> None:
    all_but_one_row = STATIONS.filter(pl.col("lat") < 19).select("station_id")
    assert {lat for _, lat in places(all_but_one_row)} == {20.0}
