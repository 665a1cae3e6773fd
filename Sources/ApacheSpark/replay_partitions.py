"""Replays partitions that lie in a shared folder, each by one plumbline, and gathers the findings into one file:
replay_partitions.py PLUMBLINE PARTITIONS FINDINGS FILE [OPTION OF REPLAY]…"""
import os
import subprocess
import sys

from pyspark import SparkContext, SparkFiles

plumbline, partitions, findings, file = map(os.path.abspath, sys.argv[1:5])
options = sys.argv[5:]
spark = SparkContext.getOrCreate()
spark.addFile(plumbline)


def run(name):
    program = SparkFiles.get(os.path.basename(plumbline))
    command = [program, "replay", f"{partitions}/{name}", "--to", f"{findings}/{name}", "--manifest", "--format", "csv",
               "--fail-on", "none", "--jobs", "1", *options]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"plumbline ended with {done.returncode}: {done.stderr}")


names = sorted(name for name in os.listdir(partitions) if name.endswith(".csv"))
spark.parallelize(names, len(names)).map(run).collect()
sys.exit(subprocess.run([plumbline, "gather", findings, "--of", partitions, "--to", file]).returncode)
