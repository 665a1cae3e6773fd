"""Writes a table of findings as Parquet, with the types that plumbline declares: parquet.py PLUMBLINE TABLE CSV PARQUET"""
import json
import subprocess
import sys

import pyarrow
from pyarrow import csv, parquet

plumbline, table, source, target = sys.argv[1:]
kinds = {"string": pyarrow.string(), "integer": pyarrow.int64(), "date": pyarrow.date32(), "boolean": pyarrow.bool_()}
declared = json.loads(subprocess.check_output([plumbline, "schema", f"table.{table}"]))["fields"]
convert = csv.ConvertOptions(
    column_types={field["name"]: kinds[field["type"]] for field in declared}, null_values=[""], strings_can_be_null=True)
parse = csv.ParseOptions(newlines_in_values=True)
with csv.open_csv(source, parse_options=parse, convert_options=convert) as rows:
    with parquet.ParquetWriter(target, rows.schema) as written:
        for batch in rows:
            written.write_batch(batch)
