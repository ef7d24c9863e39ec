from pathlib import Path

import pytest

from planner.dataset import read_dataset
from planner.errors import InputError
from tests.tables.small import SMALL, write


def with_bytes(folder: Path, table: str, data: bytes) -> Path:
    path = write(folder / "data")
    (path / f"{table}.csv").write_bytes(data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as raised:
        read_dataset(path)
    return raised.value.text()


def test_a_mark_before_utf8_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    plain = read_dataset(write(tmp_path / "plain"))
    texts = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in SMALL.items()}
    dataset = read_dataset(write(tmp_path / "windows", texts))
    assert dataset.warnings == ()
    assert all(frame.equals(plain.tables()[name]) for name, frame in dataset.tables().items())


def test_old_macintosh_line_ends_are_accepted(tmp_path: Path) -> None:
    path = with_bytes(tmp_path, "leaders", SMALL["leaders"].replace("\n", "\r").encode())
    assert read_dataset(path).leaders["leader_id"].to_list() == ["L01", "L02"]


def test_gb18030_is_recognised_and_said(tmp_path: Path) -> None:
    dataset = read_dataset(with_bytes(tmp_path, "stations", SMALL["stations"].encode("gb18030")))
    assert dataset.stations["name"][0] == "解放所"
    assert [warning.text() for warning in dataset.warnings] == [
        "stations.csv: 文件不是 UTF-8 编码，已按 GB18030 读取"
    ]


def test_a_rare_character_of_gb18030_is_read(tmp_path: Path) -> None:
    text = SMALL["leaders"].replace("陈甲", "陈㛃·𠮷")
    dataset = read_dataset(with_bytes(tmp_path, "leaders", text.encode("gb18030")))
    assert dataset.leaders["name"][0] == "陈㛃·𠮷"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_refused(encoding: str, tmp_path: Path) -> None:
    path = with_bytes(tmp_path, "leaders", SMALL["leaders"].encode(encoding))
    assert refusal(path) == "leaders.csv: 文件是 UTF-16 编码或不是文本，应另存为“CSV UTF-8”"


def test_utf8_with_one_damaged_byte_is_refused_and_not_taken_for_gb18030(tmp_path: Path) -> None:
    data = SMALL["leaders"].encode().replace("李".encode(), "李".encode()[:2])
    assert refusal(with_bytes(tmp_path, "leaders", data)) == (
        "leaders.csv:3: 此行有无法识别的字节，应为 UTF-8 或 GB18030 编码"
    )


def test_a_western_encoding_is_refused_and_not_taken_for_gb18030(tmp_path: Path) -> None:
    data = "leader_id,name,principal\nL01,Zoë Ünlü,true\n".encode("latin-1")
    assert refusal(with_bytes(tmp_path, "leaders", data)) == (
        "leaders.csv:2: 此行有无法识别的字节，应为 UTF-8 或 GB18030 编码"
    )


def test_bytes_of_no_text_at_all_are_refused(tmp_path: Path) -> None:
    path = with_bytes(tmp_path, "leaders", bytes(range(128, 256)) * 4)
    assert refusal(path) == "leaders.csv:1: 此行有无法识别的字节，应为 UTF-8 或 GB18030 编码"
