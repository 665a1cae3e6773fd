"""Replays a table of cases in bulk form on workers that share no files: rows go to plumbline and findings come back as Arrow.
replay_in_arrow.py PLUMBLINE TABLE_OF_CASES NUMBER_OF_PARTITIONS TABLE PARQUET [OPTION OF REPLAY]…"""
import json
import os
import subprocess
import sys
import threading

import pyarrow
from pyarrow import csv
from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, monotonically_increasing_id, struct, to_csv

plumbline, cases, number, table, target, *options = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()
spark.sparkContext.addFile(plumbline)
fields = json.loads(subprocess.check_output([plumbline, "schema", f"table.{table}"]))["fields"]
spoken = {"string": "string", "integer": "bigint", "date": "date", "boolean": "boolean"}
rows = spark.read.csv(cases, header=True, escape='"', mode="FAILFAST")
header = ",".join(rows.columns)


def judge(batches):
    kinds = {"string": pyarrow.string(), "integer": pyarrow.int64(), "date": pyarrow.date32(), "boolean": pyarrow.bool_()}
    command = [SparkFiles.get(os.path.basename(plumbline)), "replay", "-", "--extract", "csv", "--format", "csv", "--table",
               table, "--fail-on", "none", "--jobs", "1", *options]
    first = next(batches, None)
    if first is None:
        return
    run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        try:
            run.stdin.write(header.encode() + b"\n")
            batch = first
            while batch is not None:
                run.stdin.write("".join(f"{line}\n" for line in batch.column(0).to_pylist()).encode())
                batch = next(batches, None)
            run.stdin.close()
        except BaseException:  # Findings of half a partition are none: what cannot be fed to its end has no end.
            run.kill()

    feeding = threading.Thread(target=feed)
    feeding.start()
    convert = csv.ConvertOptions(
        column_types={field["name"]: kinds[field["type"]] for field in fields}, null_values=[""], strings_can_be_null=True)
    parse = csv.ParseOptions(newlines_in_values=True)
    try:
        with csv.open_csv(run.stdout, parse_options=parse, convert_options=convert) as findings:
            yield from findings
    finally:
        run.stdout.close()
        feeding.join()
        status = run.wait()
    if status != 0:
        raise RuntimeError(f"plumbline ended with {status}")


as_written = {"escape": '"', "emptyValue": "", "ignoreLeadingWhiteSpace": "false", "ignoreTrailingWhiteSpace": "false"}
parted = rows.withColumn("place", monotonically_increasing_id()).repartitionByRange(int(number), "case")
lines = parted.sortWithinPartitions("case", "place").select(to_csv(struct(*map(col, rows.columns)), as_written))
found = lines.mapInArrow(judge, ", ".join(f"`{field['name']}` {spoken[field['type']]}" for field in fields))
found.write.mode("errorifexists").parquet(target)
