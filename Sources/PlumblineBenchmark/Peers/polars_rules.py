"""The twelve rules in Polars: python polars_rules.py LOAD.csv HOLIDAYS.csv [--runs 5] [--threads 2] [--judgements FILE]

How many threads there are is told by POLARS_MAX_THREADS, which is read when the library is loaded.
"""

import argparse
import datetime
import os

arguments = argparse.ArgumentParser(description=__doc__)
arguments.add_argument("table")
arguments.add_argument("holidays")
arguments.add_argument("--runs", type=int, default=5)
arguments.add_argument("--threads", type=int)
arguments.add_argument("--judgements", help="write each verdict with its case, child and day to this CSV file")
given = arguments.parse_args()
if given.threads:
    os.environ["POLARS_MAX_THREADS"] = str(given.threads)

import polars as pl  # noqa: E402

import measured  # noqa: E402

COLUMNS = ["case", "child", "event", "when", "born", "observed_until", "kind", "outcome", "attended", "quorate", "child_seen"]
LOOKED_AT = [
    "referral_received", "referral_decided", "strategy_discussion_held", "section_47_enquiry_concluded",
    "child_protection_conference_held", "child_protection_plan_started", "child_protection_plan_ended", "core_group_held",
    "social_work_visit_attempted", "child_in_need_plan_started", "child_in_need_plan_ended", "child_in_need_meeting_held",
    "care_proceedings_issued", "proceedings_concluded", "interim_care_order_made",
]
event, kind, outcome, place, day = (pl.col(name) for name in ("event", "kind", "outcome", "place", "day"))


def read():
    """The events that the rules look at, once for each child, with the last observed day; and how many rows and cases."""
    record = (
        pl.scan_csv(given.table, infer_schema=False)
        .select(COLUMNS)
        .rename({"case": "family", "when": "day"})
        .with_row_index("place")
        .with_columns(place.cast(pl.Int64), day.str.to_date("%Y-%m-%d"), pl.col("observed_until").str.to_date("%Y-%m-%d"))
        .collect()
    )
    # Every child has its birth on its first row, and the case its last observed day on its own first row.
    kids = (
        record.filter(pl.col("born").is_not_null())
        .select("family", "child", pl.col("observed_until").forward_fill())
        .with_row_index("kid")
    )
    happened = record.filter(event.is_in(LOOKED_AT)).select(
        "family", "child", "place", "event", "day", "kind", "outcome", "attended", "quorate", "child_seen")
    # An event that names no child is of all children of its case.
    of_all = happened.filter(pl.col("child").is_null()).drop("child").join(kids, on="family")
    of_some = (
        happened.filter(pl.col("child").is_not_null())
        .with_columns(pl.col("child").str.split(" ")).explode("child").join(kids, on=["family", "child"])
    )
    both = pl.concat([of_all.select(sorted(of_all.columns)), of_some.select(sorted(of_all.columns))]).sort("place")
    return both.drop("family", "child"), kids, (record.height, record["family"].n_unique())


def calendar():
    """How many working days there are until each day, and the day of each such number."""
    holidays = pl.read_csv(given.holidays, try_parse_dates=True)["day"].implode()
    days = pl.DataFrame({"day": pl.date_range(datetime.date(2000, 1, 1), datetime.date(2060, 1, 1), eager=True)})
    days = days.with_columns(is_working=(day.dt.weekday() < 6) & ~day.is_in(holidays))
    days = days.with_columns(number=pl.col("is_working").cast(pl.Int64).cum_sum())
    return days.select("day", "number"), days.filter("is_working").select("number", due="day")


def following(opened, steps, prefix):
    """Beside each row the next of some steps of the same child, as two columns."""
    steps = steps.select("kid", "place", pl.col("day").alias(prefix), place.alias(prefix + "_place"))
    return opened.join_asof(
        steps, on="place", by="kid", strategy="forward", allow_exact_matches=False, check_sortedness=False)


def preceding(steps, stretches):
    """Beside each row the stretch of the same child that it lies in; rows outside any are left out."""
    inside = steps.join_asof(
        stretches.select("kid", "place", plan=place, end_place="end_place", end="end"), on="place", by="kid",
        strategy="backward", allow_exact_matches=False, check_sortedness=False)
    return inside.filter(pl.col("plan").is_not_null() & (pl.col("end_place").is_null() | (place < pl.col("end_place"))))


def clocks(rule, opened, due, met=pl.col("met"), ended=pl.lit(None, pl.Date)):
    return opened.select(
        pl.lit(rule).alias("rule"), "kid", opened=day, due=due.cast(pl.Date), met=met, ended=ended,
        observed_until="observed_until")


def cadence(rule, stretches, steps, length):
    """From the start of each stretch, and from each step in it, to the next step."""
    inside = preceding(steps, stretches)
    rows = pl.concat([
        stretches.select("kid", "place", "day", "end", "end_place", "observed_until", plan=place),
        inside.select("kid", "place", "day", "end", "end_place", "observed_until", "plan"),
    ]).sort("kid", "plan", "place")
    rows = rows.with_columns(met=day.shift(-1).over("kid", "plan", order_by="place"))
    ended = pl.when(pl.col("met").is_null()).then("end")
    return clocks(rule, rows, day.dt.offset_by(length), ended=ended)


def in_plan(met="met"):
    """The step, if it came before the plan ended."""
    return pl.when(pl.col("end_place").is_null() | (pl.col(met + "_place") < pl.col("end_place"))).then(met)


def work():
    happened, kids, size = read()
    numbers, working = calendar()

    def within(opened, days):
        return opened.join(numbers, on="day").with_columns(number=pl.col("number") + days).join(working, on="number").sort("place")

    of = lambda name, *conditions: happened.filter(event == name, *conditions)  # noqa: E731
    conferences = of("child_protection_conference_held")
    reviews = conferences.filter(kind == "review")
    plans = following(conferences.filter(outcome == "plan"), of("child_protection_plan_ended"), "end")
    need_plans = following(of("child_in_need_plan_started"), of("child_in_need_plan_ended"), "end")
    due = pl.col("due")

    strategy = within(of("strategy_discussion_held", outcome == "section_47_enquiry"), 15)
    strategy = following(strategy, conferences.filter(kind.is_in(["initial", "pre_birth"])), "met")
    strategy = following(
        strategy, of("section_47_enquiry_concluded", outcome.is_in(["not_substantiated", "no_continuing_risk"])), "over")
    judged = pl.concat([
        clocks("referral.decided", following(within(of("referral_received"), 1), of("referral_decided"), "met"), due),
        clocks(
            "child_protection_plan.initial_conference", strategy, due,
            ended=pl.when(pl.col("over") <= due).then("over")),
        clocks(
            "core_group.first_core_group", following(within(plans, 10), of("core_group_held"), "met"), due, met=in_plan(),
            ended=pl.col("end")),
        clocks(
            "child_protection_plan.first_review", following(plans, reviews, "met"), day.dt.offset_by("3mo"), met=in_plan(),
            ended=pl.col("end")),
        clocks(
            "care_proceedings.twenty_six_weeks", following(of("care_proceedings_issued"), of("proceedings_concluded"), "met"),
            day + pl.duration(days=26 * 7 - 1)),
        cadence(
            "visits.child_protection_visits", plans, of("social_work_visit_attempted", pl.col("child_seen") == "yes"), "4w"),
        clocks(
            "child_protection_plan.later_reviews",
            following(preceding(conferences.filter(outcome == "continue"), plans), reviews, "met"), day.dt.offset_by("6mo"),
            met=in_plan(), ended=pl.col("end")),
        cadence("child_in_need.meetings", need_plans, of("child_in_need_meeting_held"), "6w"),
    ])
    met, ended = pl.col("met"), pl.col("ended")
    in_time = met.is_not_null() & (ended.is_null() | (met <= ended))
    verdict = (
        pl.when(in_time & (met <= due)).then(pl.lit("met")).when(in_time).then(pl.lit("late"))
        .when(ended <= due).then(pl.lit("lapsed"))
        .when(ended.is_null() & (due >= pl.col("observed_until"))).then(pl.lit("running")).otherwise(pl.lit("missed")))

    def checked(rule, rows, verdict):
        return rows.select(pl.lit(rule).alias("rule"), "kid", opened=day, verdict=verdict)

    groups = preceding(of("core_group_held"), plans).with_columns(pl.col("attended").str.split(" "))
    groups = groups.join(pl.DataFrame({"member": ["social_worker", "mother", "father"]}), how="cross")
    attended = pl.col("attended").list.contains(pl.col("member")) | (
        (pl.col("member") == "social_worker") & pl.col("attended").list.contains(pl.lit("cover_social_worker")))
    # A stretch of the one plan that begins before the other ends, and ends after the other begins.
    beside = plans.select("kid", "place", "day", "end_place").join(
        need_plans.select("kid", need="place", need_end="end_place"), on="kid")
    far = 2**62
    beside = beside.filter(
        (pl.col("need") < pl.col("end_place").fill_null(far)) & (pl.col("need_end").fill_null(far) > place))
    beside = beside.select("kid", "place", is_beside=True).unique()
    orders = of("interim_care_order_made").join_asof(
        of("care_proceedings_issued").select("kid", "place", issued=place), on="place", by="kid", strategy="backward",
        check_sortedness=False)
    orders = following(orders, of("proceedings_concluded"), "concluded")
    verdicts = pl.concat([
        judged.select("rule", "kid", "opened", verdict=verdict),
        checked(
            "core_group.members_attend", groups,
            pl.when(attended).then(pl.lit("held")).when(attended.is_null()).then(pl.lit("not_recorded"))
            .otherwise(pl.lit("broken"))),
        checked(
            "child_protection_plan.quorate", conferences,
            pl.when(pl.col("quorate") == "yes").then(pl.lit("held")).otherwise(pl.lit("not_recorded"))),
        checked(
            "child_protection_plan.no_child_in_need_plan_beside", plans.join(beside, on=["kid", "place"], how="left"),
            pl.when(pl.col("is_beside")).then(pl.lit("broken")).otherwise(pl.lit("held"))),
        checked(
            "legal_order.interim_orders_need_proceedings", orders,
            pl.when(pl.col("issued").is_not_null() & pl.col("concluded").is_not_null()).then(pl.lit("held"))
            .when(pl.col("observed_until") > day + pl.duration(days=56)).then(pl.lit("broken")).otherwise(pl.lit("held"))),
    ])
    if given.judgements:
        verdicts.join(kids, on="kid").select("rule", "family", "child", "opened", "verdict").sort(pl.all()).write_csv(
            given.judgements)
    return verdicts.group_by("rule", "verdict").len().rows(), size


seconds, processor, (counts, (events, cases)) = measured.measure(given.runs, work)
measured.tell("Polars " + pl.__version__, seconds, processor, events, cases, measured.by_rule(counts))
