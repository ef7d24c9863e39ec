"""A small province of other names and ids: people and visits, no policy, no indicators."""

from pathlib import Path

CITIES = ("东州市", "西州市", "南州市")
YEAR = 2024

LEADERS = ["leader_id,name,principal", "领1,周厅长,true", "领2,吴副厅长,false"]
DEPARTMENTS = [
    "department_id,name,headcount,leader_id,village_duty,expertise",
    "甲,综合处,12,领2,false,人民调解",
    "乙,法制处,11,领1,false,",
    "丙,宣传处,5,领2,false,法治宣传",
    "丁,信息处,4,领2,false,",
]
CADRES = [
    (
        "cadre_id,name,department_id,duty_rank,birth_date,joined_on,grassroots_months,"
        "justice_months,village_duty,outstanding"
    ),
    "人1,干一,甲,below,1985-03-01,2010-03-01,0,0,false,false",
    "人2,干二,甲,division,1970-03-01,1995-03-01,60,60,false,false",
    "人3,干三,乙,below,1990-03-01,2015-03-01,0,0,false,true",
    "人4,干四,乙,below,1998-03-01,2023-08-01,0,0,false,false",
    "人5,干五,丙,below,1988-03-01,2012-03-01,0,24,true,false",
]
VISITS = [
    "person_id,station_id,start_date,end_date,task",
    "人1,S000,2024-03-04,2024-03-06,座谈",
    "人3,S100,2024-04-08,2024-04-10,座谈",
]
STATIONS = (
    "station_id,name,city,county,township,lon,lat,travel_minutes,staff,caseload,hardship,focus,"
    "nominated"
)


def write(folder: Path) -> Path:
    """Write the province's tables into a folder; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    stations = [STATIONS]
    for city, name in enumerate(CITIES):
        for county in range(4):
            for number in range(3):
                at = f"S{city}{county}{number}"
                lon, lat = 100 + city + county * 0.2, 30 + county * 0.3 + number * 0.1
                stations.append(
                    f"{at},{name}{at}司法所,{name},{name[0]}{county}县,{at}镇,{lon:.2f},{lat:.2f},"
                    f"{60 + 17 * county + 5 * number},{1 + number},{90 + 40 * number},{county},"
                    f"{'人民调解' if number else ''},{'true' if number < 2 else 'false'}"
                )
    tables = {
        "leaders": LEADERS, "departments": DEPARTMENTS, "stations": stations, "cadres": CADRES,
        "visits": VISITS,
    }  # fmt: skip
    for table, rows in tables.items():
        (folder / f"{table}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder
