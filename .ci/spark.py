"""Holds the scripts of Sources/ApacheSpark against one process: spark.py PLUMBLINE FOLDER. One attempt of each is killed."""
import filecmp
import glob
import os
import re
import runpy
import shutil
import subprocess
import sys
import time

import duckdb
import pyarrow.parquet
from pyspark.sql import SparkSession

plumbline, here = map(os.path.abspath, sys.argv[1:])
repository = os.getcwd()
scripts = f"{repository}/Sources/ApacheSpark"
shutil.rmtree(here, ignore_errors=True)
os.makedirs(here)
os.chdir(here)
started = time.monotonic()
# One Spark for all scripts. Two workers of their own in local-cluster; a task may fail four times, as on any cluster.
spark = SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")


def step(name):
    print(f"{time.monotonic() - started:5.1f} s  {name}", flush=True)


def script(name, *arguments):
    sys.argv = [name, *map(str, arguments)]
    try:
        runpy.run_path(f"{scripts}/{name}", run_name="__main__")
    except SystemExit as ended:
        assert not ended.code, f"{name} ended with {ended.code}"


def killing(name, kill):
    """Plumbline, of which one attempt is killed amid its work; which it was stands in a file."""
    with open(name, "w") as file:
        file.write(f"""#!{sys.executable}
import os, signal, subprocess, sys, time
plumbline, mark = {plumbline!r}, {here + "/" + name + ".killed"!r}
{kill}
os.execv(plumbline, [plumbline, *sys.argv[1:]])
""")
    os.chmod(name, 0o755)
    return os.path.abspath(name)


# Killed once its findings stand beside their place, before they are put there.
amid_partition = killing("amid_partition", """
if "replay" in sys.argv and "part-00003" in sys.argv[2] and not os.path.exists(mark):
    run, place = subprocess.Popen([plumbline, *sys.argv[1:]]), sys.argv[sys.argv.index("--to") + 1]
    folder, name = os.path.split(place)
    def drafts():
        return os.path.isdir(folder) and [f for f in os.listdir(folder) if f.startswith("." + name)]
    while run.poll() is None and not drafts(): time.sleep(0.001)
    run.kill()
    if run.wait() == -signal.SIGKILL and not os.path.exists(place): open(mark, "w").close()
    sys.exit(137)
""")
# Killed when it has read half of what it is given and waits for more.
amid_stream = killing("amid_stream", """
try:
    descriptor = os.open(mark, os.O_CREAT | os.O_EXCL) if "replay" in sys.argv else None
except FileExistsError:
    descriptor = None
if descriptor is not None:
    run = subprocess.Popen([plumbline, *sys.argv[1:]], stdin=subprocess.PIPE)
    run.stdin.write(sys.stdin.buffer.read(20000))
    run.stdin.flush()
    run.kill()
    sys.exit(137 if run.wait() == -signal.SIGKILL else 0)
""")

with open("cases.csv", "wb") as file:
    subprocess.run([plumbline, "generate", "--cases", "2000", "--seed", "7"], stdout=file, check=True)
step("a load, and Spark")
script("part_by_case.py", "cases.csv", "partitions", 8)
parts = sorted(glob.glob("partitions/part-*.csv"))
assert len(parts) == 8, parts
step("parted by case")
script("replay_partitions.py", amid_partition, "partitions", "findings", "findings.csv", "--table", "brief")
assert os.path.exists("amid_partition.killed"), "no attempt was killed"
step("replayed under manifests, one attempt killed")

with open("whole.csv", "wb") as file:
    for number, part in enumerate(parts):
        with open(part, "rb") as rows:
            head = rows.readline()
            file.write((head if number == 0 else b"") + rows.read())
with open("one.csv", "wb") as file:
    one = [plumbline, "replay", "whole.csv", "--format", "csv", "--table", "brief", "--fail-on", "none"]
    subprocess.run(one, stdout=file, check=True)
assert filecmp.cmp("findings.csv", "one.csv", shallow=False), "other bytes than those of one process"
step("the same bytes as one process")

script("parquet.py", plumbline, "brief", "one.csv", "one.parquet")
script("replay_in_arrow.py", amid_stream, "cases.csv", 8, "brief", "arrow.parquet")
assert os.path.exists("amid_stream.killed"), "no attempt was killed"
of_one = pyarrow.parquet.read_table("one.parquet")
files = sorted(glob.glob("arrow.parquet/part-*.parquet"))
of_arrow = pyarrow.concat_tables(pyarrow.parquet.read_table(file) for file in files)
assert of_one.num_rows > 1000 and of_arrow.cast(of_one.schema).equals(of_one), "other rows than those of one process"
step("the same rows in mapInArrow, one attempt killed, with the types that are declared")
counted = duckdb.sql("select count(*), min(opened_earliest), sum(late_least) from 'one.parquet'").fetchall()[0]
assert counted[0] == of_one.num_rows and counted[1].year > 2000 and counted[2] > 0, counted
step(f"{of_one.num_rows} findings read as Parquet")
with open(f"{repository}/Sources/Workbench/Workbench.docc/Formats.md") as page:
    command = re.search(r'^duckdb -c "(.*)"$', page.read(), re.MULTILINE).group(1)
duckdb.execute(command)
kinds = {name: kind for name, kind, *_ in duckdb.execute("describe from 'findings.parquet'").fetchall()}
assert (kinds["opened_earliest"], kinds["late_least"], kinds["case"]) == ("DATE", "BIGINT", "VARCHAR"), kinds
assert duckdb.execute("select count(*) from 'findings.parquet'").fetchall()[0][0] == of_one.num_rows
step("the command of the guide to formats writes the same with DuckDB")
spark.stop()
print("all held")
