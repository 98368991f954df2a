"""The door: folders, archives, uploads and how formats are told."""

import io
import os
import tarfile
import tracemalloc
import zipfile

import pytest

from claims.ingest import (
    ArticleRecord,
    Problem,
    Skipped,
    archive,
    read_bytes,
    read_path,
    read_stream,
)

FILES = {
    "README.md": b"# Not an article",
    "b/two.jsonl": b'{"text":"Two."}\n{"text":"Three."}\n',
    "b-side.txt": b"Side.",
    "a.txt": b"One.",
    ".hidden.txt": b"Hidden.",
    "b/broken.json": b"{",
}
READ = [
    (".hidden.txt", Skipped),
    ("README.md", Skipped),
    ("a.txt", ArticleRecord),
    ("b/broken.json", Problem),
    ("b/two.jsonl", ArticleRecord),
    ("b/two.jsonl", ArticleRecord),
    ("b-side.txt", ArticleRecord),
]


def fill(folder):
    for name, data in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def tarred(files, mode="w:gz"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as packed:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            packed.addfile(info, io.BytesIO(data))
    return out.getvalue()


def test_a_folder_is_read_in_the_order_of_names(tmp_path):
    results = list(read_path(fill(tmp_path)))
    by_parts = sorted(READ, key=lambda expected: expected[0].split("/"))
    assert [(result.file, type(result)) for result in results] == by_parts


def test_results_are_the_same_wherever_the_folder_lies(tmp_path):
    here, there = fill(tmp_path / "here"), fill(tmp_path / "far" / "away")
    assert list(read_path(here)) == list(read_path(there))


def test_names_are_relative_to_the_root(tmp_path):
    fill(tmp_path / "batch")
    names = {result.file for result in read_path(tmp_path / "batch" / "b", tmp_path)}
    assert names == {"batch/b/broken.json", "batch/b/two.jsonl"}
    (result,) = read_path(tmp_path / "batch" / "a.txt")
    assert result.file == "a.txt"


def test_hidden_folders_and_links_to_folders_are_not_entered(tmp_path):
    fill(tmp_path / ".git")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [(result.file, type(result)) for result in read_path(tmp_path)] == [
        (".git", Skipped),
        ("loop", Skipped),
    ]


def test_what_is_not_there_or_no_file_is_said(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    gone, pipe = read_path(tmp_path)
    assert gone == Problem("gone.txt", 1, "There is no such file or folder.")
    assert isinstance(pipe, Skipped)
    (missing,) = read_path(tmp_path / "missing")
    assert missing == Problem("missing", 1, "There is no such file or folder.")


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("One.")

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert list(read_path(tmp_path)) == [
        Problem("a.txt", 1, "The file cannot be read: Permission denied.")
    ]


def test_a_file_beyond_the_limit_is_not_opened_to_the_end(tmp_path):
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.truncate(512_000_001)
    assert list(read_path(tmp_path)) == [
        Problem("a.jsonl", 1, "The file has 512 MB; 512 are allowed.")
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Just text.", "Just text."),
        (b' [{"text": "JSON."}]', "JSON."),
        (b'{"text": "JSON."}', "JSON."),
        (b'{"text": "Lines."}\n\n', "Lines."),
        (b'{\n"text": "JSON."\n}', "JSON."),
        (b"<!doctype html><p>A page of one paragraph.</p>", "A page of one paragraph."),
        (zipped({"a.txt": b"Zipped."}), "Zipped."),
        (tarred({"a.txt": b"Tarred."}), "Tarred."),
    ],
)
def test_content_tells_the_format_where_the_name_does_not(data, expected):
    result = next(iter(read_bytes("download", data)))
    assert result.text == expected


@pytest.mark.parametrize("name", ["a.TXT", "folder\\a.txt", "x/y/a.Txt"])
def test_an_upload_is_named_with_forward_slashes(name):
    (record,) = read_bytes(name, b"One.")
    assert record.file == name.replace("\\", "/")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("batch.zip", zipped(FILES)),
        ("batch.zip", zipped(FILES, zipfile.ZIP_STORED)),
        ("batch.tar.gz", tarred(FILES)),
        ("batch.tgz", tarred(FILES)),
        ("batch.tar", tarred(FILES, "w")),
    ],
)
def test_an_archive_is_read_like_a_folder(name, data, tmp_path):
    (tmp_path / name).write_bytes(data)
    by_parts = sorted(READ, key=lambda expected: expected[0].split("/"))
    expected = [(f"{name}/{file}", kind) for file, kind in by_parts]
    assert [(result.file, type(result)) for result in read_path(tmp_path)] == expected
    assert list(read_bytes(name, data)) == list(read_path(tmp_path))
    with (tmp_path / name).open("rb") as stream:
        assert list(read_stream(name, stream)) == list(read_path(tmp_path))


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:/evil.txt", "..\\evil.txt"]
)
def test_no_name_leads_outside(pack, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ending = "zip" if pack is zipped else "tgz"
    results = list(read_bytes(f"b.{ending}", pack({name: b"Evil.", "good.txt": b"Good."})))
    assert [type(result) for result in results if "evil" in result.file] == [Problem]
    assert [result.text for result in results if "good" in result.file] == ["Good."]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inner", ["in.zip", "in.tar.gz", "in.7z", "in.gz"])
def test_archives_in_archives_are_refused(inner):
    problem, record = read_bytes("b.zip", zipped({inner: zipped(FILES), "x.txt": b"Fine."}))
    assert "an archive in an archive" in problem.reason
    assert record.text == "Fine."


def test_links_in_an_archive_are_refused():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    (problem,) = read_bytes("b.tar", out.getvalue())
    assert problem == Problem("b.tar/passwd.txt", 1, "This is a link or a device, not a file.")


@pytest.mark.parametrize("limit", ["LARGEST", "ALWAYS"])
def test_an_archive_that_unpacks_to_too_much_stops(monkeypatch, limit):
    monkeypatch.setattr(archive, limit, 100_000)
    monkeypatch.setattr(archive, "MOST_TIMES", 10)
    bomb = {"a.txt": b"Small.", "b.txt": b"x" * 1_000_000, "c.txt": b"Never reached."}
    first, problem = read_bytes("b.zip", zipped(bomb))
    assert first.text == "Small."
    assert problem.file == "b.zip"
    assert "unpacks to more than" in problem.reason
    (problem,) = read_bytes("b.tgz", tarred(bomb))
    assert "unpacks to more than" in problem.reason


def test_an_archive_of_too_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    files = {f"{number}.txt": b"One." for number in range(4)}
    for name, data in (("b.zip", zipped(files)), ("b.tgz", tarred(files))):
        (problem,) = read_bytes(name, data)
        assert problem == Problem(name, 1, "The archive holds more than 3 files.")


def test_a_list_of_contents_that_would_fill_the_memory_is_not_read(monkeypatch):
    monkeypatch.setattr(archive, "LONGEST_LIST", 200)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for number in range(10):
            packed.writestr(f"{number}.txt", "One.")
    monkeypatch.setattr(zipfile, "ZipFile", None)  # it would read all of it
    (problem,) = read_bytes("many.zip", data.getvalue())
    assert "more than 10,000 files" in problem.reason


def test_a_header_that_would_fill_the_memory_is_not_read():
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as packed:
        long = tarfile.TarInfo("pax")
        long.type, long.size = tarfile.XHDTYPE, 60_000_000
        packed.addfile(long, io.BytesIO(bytes(long.size)))
    tracemalloc.start()
    (problem,) = read_bytes("many.tgz", data.getvalue())
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "damaged" in problem.reason
    assert peak < 20_000_000


@pytest.mark.parametrize("name", ["b.zip", "b.tar.gz", "b.tar"])
@pytest.mark.parametrize(  # named: gzip holds the time, each process would see other bytes
    "data",
    [b"", b"no archive", zipped(FILES)[:60], tarred(FILES)[:60]],
    ids=["empty", "no-archive", "half-a-zip", "half-a-tar.gz"],
)
def test_a_damaged_archive_is_one_problem(name, data):
    (problem,) = read_bytes(name, data)
    assert (type(problem), problem.file, problem.row) == (Problem, name, 1)


def test_a_damaged_file_of_an_archive_costs_itself():
    data = bytearray(zipped({"a.txt": b"One." * 9, "b.txt": b"Two."}, zipfile.ZIP_STORED))
    data[data.index(b"One.")] ^= 0xFF
    problem, record = read_bytes("b.zip", bytes(data))
    assert problem.file == "b.zip/a.txt"
    assert record.text == "Two."


def test_what_macos_adds_is_skipped():
    results = list(read_bytes("b.zip", zipped({"__MACOSX/a.txt": b"x", "a.txt": b"One."})))
    assert [type(result) for result in results] == [Skipped, ArticleRecord]
