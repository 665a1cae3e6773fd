"""pm4py on the same cases: python pm4py_checks.py temporal-profile|token-replay LOAD.csv HOLIDAYS.csv [--runs 5] [--in-memory]

The profile, or the net, is learnt from the log beforehand and is not counted: what is counted is reading the log, unless it
is in memory, and holding it against what was learnt. The bank holidays are not looked at.
"""

import argparse
import contextlib
import importlib.metadata
import io
import warnings

warnings.filterwarnings("ignore")

# The licence that it prints goes nowhere, and neither do progress bars.
with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
    import pandas
    import pm4py

import measured  # noqa: E402

arguments = argparse.ArgumentParser(description=__doc__)
arguments.add_argument("check", choices=["temporal-profile", "token-replay"])
arguments.add_argument("table")
arguments.add_argument("holidays")
arguments.add_argument("--runs", type=int, default=5)
arguments.add_argument("--threads", type=int)
arguments.add_argument("--in-memory", action="store_true")
given = arguments.parse_args()


def read():
    table = pandas.read_csv(given.table, usecols=["case", "event", "when"], dtype=str)
    return pm4py.format_dataframe(
        table.assign(when=pandas.to_datetime(table["when"])), case_id="case", activity_key="event", timestamp_key="when")


with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
    log = read()
    given_log = (lambda: log) if given.in_memory else read
    if given.check == "temporal-profile":
        profile = pm4py.discover_temporal_profile(log)
        work = lambda: pm4py.conformance_temporal_profile(given_log(), profile, zeta=2.0)  # noqa: E731
    else:
        net = pm4py.discover_petri_net_inductive(log, noise_threshold=0.2)
        work = lambda: pm4py.conformance_diagnostics_token_based_replay(given_log(), *net)  # noqa: E731
    seconds, processor, result = measured.measure(given.runs, work)

version = "pm4py " + importlib.metadata.version("pm4py")
measured.tell(version, seconds, processor, len(log), log["case:concept:name"].nunique(), {})
