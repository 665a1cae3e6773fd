"""The twelve rules in DuckDB: python duckdb_rules.py LOAD.csv HOLIDAYS.csv [--runs 5] [--threads 2] [--judgements FILE]"""

import argparse
import pathlib

import duckdb

import measured

arguments = argparse.ArgumentParser(description=__doc__)
arguments.add_argument("table")
arguments.add_argument("holidays")
arguments.add_argument("--runs", type=int, default=5)
arguments.add_argument("--threads", type=int)
arguments.add_argument("--judgements", help="write each verdict with its case, child and day to this CSV file")
given = arguments.parse_args()

SQL = pathlib.Path(__file__).with_name("duckdb_rules.sql").read_text()
for name in ("table", "holidays"):
    SQL = SQL.replace("$" + name, "'" + getattr(given, name).replace("'", "''") + "'")


def work():
    with duckdb.connect() as database:
        if given.threads:
            database.execute(f"set threads = {given.threads}")
        database.execute(SQL)
        counts = database.execute("select rule, verdict, count(*) from verdicts group by all").fetchall()
        size = database.execute("select count(*), count(distinct family) from record").fetchone()
        if given.judgements:
            database.execute(
                "copy (select rule, family, child, opened, verdict from verdicts join kids using (kid) order by all) to '"
                + given.judgements.replace("'", "''") + "'")
        return counts, size


seconds, processor, (counts, (events, cases)) = measured.measure(given.runs, work)
measured.tell("DuckDB " + duckdb.__version__, seconds, processor, events, cases, measured.by_rule(counts))
