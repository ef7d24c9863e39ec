"""A dataset small enough to read by eye, and ways to write it."""

from pathlib import Path

SMALL: dict[str, str] = {
    "leaders": "leader_id,name,principal\nL01,陈甲,true\nL02,李乙,false\n",
    "departments": (
        "department_id,name,headcount,leader_id,village_duty,expertise\n"
        "D01,办公室,12,L01,false,人民调解;社区矫正\n"
        "D02,法治处,6,L02,false,\n"
        "D03,装备处,5,L02,true,\n"
    ),
    "stations": (
        "station_id,name,city,county,township,lon,lat,travel_minutes,staff,caseload,hardship,"
        "focus,nominated\n"
        "S0101,解放所,赣州市,章贡区,解放街道,114.93,25.85,300,3,120,0,人民调解,true\n"
        "S0102,水南所,赣州市,章贡区,水南镇,114.95,25.83,305,2,90,1,,true\n"
        "S0201,蓉江所,赣州市,南康区,蓉江街道,114.75,25.66,290,2,150,1,社区矫正,true\n"
        "S0202,唐江所,赣州市,南康区,唐江镇,114.74,25.82,295,1,60,2,,false\n"
        "S0301,城关所,赣州市,城关区,,114.6,25.5,310,1,40,3,,true\n"
        "S0401,古南所,吉安市,吉州区,古南镇街道,114.98,27.11,180,4,200,0,,true\n"
        "S0402,永叔所,吉安市,吉州区,永叔街道,114.99,27.12,175,3,80,0,,true\n"
        "S0501,城关所,吉安市,城关区,,115.1,27.3,200,0,30,3,,true\n"
    ),
    "history": "year,unit_id,station_id\n2016,L01,S0101\n2018,D01,S0401\n",
    "wishes": (
        "department_id,rank,level,place\n"
        "D01,1,county,章贡区\n"
        "D01,2,station,古南所\n"
        "D02,1,city,赣州市\n"
    ),
    "recusals": "unit_id,level,place,reason\nL02,city,吉安市,籍贯\n",
    "pins": "unit_id,station_id,decision,reason\nD02,S0201,require,定点\nL01,S0402,forbid,\n",
}
"""2 leaders, 3 departments, 8 stations; every optional table in use; nothing odd."""


def write(folder: Path, texts: dict[str, str] = SMALL) -> Path:
    """Write the tables as CSV files and return their folder."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def records(name: str) -> list[list[str]]:
    """Return a table's records, the header first."""
    return [line.split(",") for line in SMALL[name].splitlines()]
