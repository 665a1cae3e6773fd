-- The twelve rules over a table of cases in bulk form, for one or several threads of DuckDB.
-- $table is the CSV file of cases, $holidays that of the bank holidays.

-- The events that the rules look at, in the order of the file, which is the order within a day.
create or replace temp table record as
select row_number() over () as place, "case" as family, child, event, "when"::date as day, kind, outcome, attended, quorate,
  child_seen, observed_until::date as observed_until, born
from read_csv($table, header = true, all_varchar = true);

-- Every child has its birth on its first row.
create or replace temp table kids as
select row_number() over () as kid, family, child, first_value(observed_until) over (partition by family order by place) as observed_until
from record where born is not null;

-- An event that names no child is of all children of its case.
create or replace temp table happened as
with wanted as (
  select * from record where event in (
    'referral_received', 'referral_decided', 'strategy_discussion_held', 'section_47_enquiry_concluded',
    'child_protection_conference_held', 'child_protection_plan_started', 'child_protection_plan_ended', 'core_group_held',
    'social_work_visit_attempted', 'child_in_need_plan_started', 'child_in_need_plan_ended', 'child_in_need_meeting_held',
    'care_proceedings_issued', 'proceedings_concluded', 'interim_care_order_made', 'care_order_made', 'supervision_order_made')
)
select kids.kid, place, event, day, kind, outcome, attended, quorate, child_seen, kids.observed_until
from wanted join kids on wanted.family = kids.family
where wanted.child is null or list_contains(string_split(wanted.child, ' '), kids.child);

-- How many working days there are until each day, and the day of each such number.
create or replace temp table calendar as
select day::date as day, is_working, count(*) filter (is_working) over (order by day) as number from (
  select day, isodow(day) < 6 and day::date not in (select day::date from read_csv($holidays, header = true)) as is_working
  from range(timestamp '2000-01-01', timestamp '2060-01-01', interval 1 day) as days(day));
create or replace temp view working as select number, day from calendar where is_working;

-- Stretches on a child protection plan: from the conference that makes it until it ends.
create or replace temp table plans as
select began.kid, began.place, began.day, began.observed_until, ended.place as end_place, ended.day as end_day
from (select * from happened where event = 'child_protection_conference_held' and outcome = 'plan') began
asof left join (select * from happened where event = 'child_protection_plan_ended') ended
on began.kid = ended.kid and began.place < ended.place;

create or replace temp table need_plans as
select began.kid, began.place, began.day, began.observed_until, ended.place as end_place, ended.day as end_day
from (select * from happened where event = 'child_in_need_plan_started') began
asof left join (select * from happened where event = 'child_in_need_plan_ended') ended
on began.kid = ended.kid and began.place < ended.place;

-- Clocks: when each opened and falls due, when it was fulfilled, and when it stopped mattering.
create or replace temp table clocks as
-- What is done about a referral is decided within one working day.
select 'referral.decided' as rule, opened.kid, opened.place, opened.day as opened, working.day as due, met.day as met,
  null::date as ended, opened.observed_until
from (select * from happened where event = 'referral_received') opened
asof left join (select * from happened where event = 'referral_decided') met
on opened.kid = met.kid and opened.place < met.place
join calendar on calendar.day = opened.day join working on working.number = calendar.number + 1
union all
-- The initial conference is held within 15 working days of the strategy discussion; not where the enquiry ended before.
select 'child_protection_plan.initial_conference', opened.kid, opened.place, opened.day, working.day, met.day,
  case when ended.day <= working.day then ended.day end, opened.observed_until
from (select * from happened where event = 'strategy_discussion_held' and outcome = 'section_47_enquiry') opened
asof left join (
  select * from happened where event = 'child_protection_conference_held' and kind in ('initial', 'pre_birth')) met
on opened.kid = met.kid and opened.place < met.place
asof left join (
  select * from happened
  where event = 'section_47_enquiry_concluded' and outcome in ('not_substantiated', 'no_continuing_risk')) ended
on opened.kid = ended.kid and opened.place < ended.place
join calendar on calendar.day = opened.day join working on working.number = calendar.number + 15
union all
-- The first core group meets within 10 working days of the conference that made the plan.
select 'core_group.first_core_group', plans.kid, plans.place, plans.day, working.day,
  case when plans.end_place is null or met.place < plans.end_place then met.day end, plans.end_day, plans.observed_until
from plans asof left join (select * from happened where event = 'core_group_held') met
on plans.kid = met.kid and plans.place < met.place
join calendar on calendar.day = plans.day join working on working.number = calendar.number + 10
union all
-- The first review conference is held within three months of the plan's start.
select 'child_protection_plan.first_review', plans.kid, plans.place, plans.day, (plans.day + interval 3 month)::date,
  case when plans.end_place is null or met.place < plans.end_place then met.day end, plans.end_day, plans.observed_until
from plans
asof left join (select * from happened where event = 'child_protection_conference_held' and kind = 'review') met
on plans.kid = met.kid and plans.place < met.place
union all
-- Proceedings are concluded within 26 weeks, the day of issue being the first day.
select 'care_proceedings.twenty_six_weeks', opened.kid, opened.place, opened.day, opened.day + (26 * 7 - 1), met.day, null,
  opened.observed_until
from (select * from happened where event = 'care_proceedings_issued') opened
asof left join (select * from happened where event = 'proceedings_concluded') met
on opened.kid = met.kid and opened.place < met.place
union all
-- A child on a plan is seen every four weeks, from the start of the plan on. lag() over the visits would forget that start.
select 'visits.child_protection_visits', kid, place, day, day + 28,
  case when next_kind = 'step' then next_day end, case when next_kind = 'end' then next_day end, observed_until
from (
  select *, lead(day) over stretch as next_day, lead(what) over stretch as next_kind
  from (
    select kid, place as plan, place, day, 'begin' as what, observed_until from plans
    union all select kid, place, end_place, end_day, 'end', observed_until from plans where end_place is not null
    union all
    select seen.kid, plans.place, seen.place, seen.day, 'step', seen.observed_until
    from (select * from happened where event = 'social_work_visit_attempted' and child_seen = 'yes') seen
    asof join plans on seen.kid = plans.kid and seen.place > plans.place
    where plans.end_place is null or seen.place < plans.end_place)
  window stretch as (partition by kid, plan order by place))
where what <> 'end'
union all
-- From the first review that goes on with the plan on, each is followed by another within six months.
select 'child_protection_plan.later_reviews', opened.kid, opened.place, opened.day, (opened.day + interval 6 month)::date,
  case when plans.end_place is null or met.place < plans.end_place then met.day end, plans.end_day, opened.observed_until
from (select * from happened where event = 'child_protection_conference_held' and outcome = 'continue') opened
asof join plans on opened.kid = plans.kid and opened.place > plans.place
asof left join (select * from happened where event = 'child_protection_conference_held' and kind = 'review') met
on opened.kid = met.kid and opened.place < met.place
union all
-- Child in need meetings are held every six weeks, from the start of the plan on.
select 'child_in_need.meetings', kid, place, day, day + 42,
  case when next_kind = 'step' then next_day end, case when next_kind = 'end' then next_day end, observed_until
from (
  select *, lead(day) over stretch as next_day, lead(what) over stretch as next_kind
  from (
    select kid, place as plan, place, day, 'begin' as what, observed_until from need_plans
    union all select kid, place, end_place, end_day, 'end', observed_until from need_plans where end_place is not null
    union all
    select held.kid, need_plans.place, held.place, held.day, 'step', held.observed_until
    from (select * from happened where event = 'child_in_need_meeting_held') held
    asof join need_plans on held.kid = need_plans.kid and held.place > need_plans.place
    where need_plans.end_place is null or held.place < need_plans.end_place)
  window stretch as (partition by kid, plan order by place))
where what <> 'end';

create or replace temp table verdicts as
select rule, kid, opened, case
    when met <= due and (ended is null or met <= ended) then 'met'
    when met is not null and (ended is null or met <= ended) then 'late'
    when ended <= due then 'lapsed'
    when ended is null and due >= observed_until then 'running'
    else 'missed' end as verdict
from clocks
union all
-- Each of social worker, mother and father is at every core group under a plan.
select 'core_group.members_attend', held.kid, held.day,
  case when list_contains(string_split(held.attended, ' '), member)
      or (member = 'social_worker' and list_contains(string_split(held.attended, ' '), 'cover_social_worker'))
    then 'held' when held.attended is null then 'not_recorded' else 'broken' end
from (select * from happened where event = 'core_group_held') held
asof join plans on held.kid = plans.kid and held.place > plans.place
cross join (values ('social_worker'), ('mother'), ('father')) as members(member)
where plans.end_place is null or held.place < plans.end_place
union all
-- A conference is quorate, or the reasons to go on are recorded; the table does not say whether they are.
select 'child_protection_plan.quorate', kid, day, case when quorate = 'yes' then 'held' else 'not_recorded' end
from happened where event = 'child_protection_conference_held'
union all
-- A child has no child in need plan beside a child protection plan.
select 'child_protection_plan.no_child_in_need_plan_beside', plans.kid, plans.day,
  case when exists (
    from need_plans where need_plans.kid = plans.kid
      and need_plans.place < coalesce(plans.end_place, 9e18::bigint)
      and coalesce(need_plans.end_place, 9e18::bigint) > plans.place) then 'broken' else 'held' end
from plans
union all
-- An interim care order lasts no longer than the proceedings, eight weeks without any.
select 'legal_order.interim_orders_need_proceedings', interim.kid, interim.day,
  case when issued.day is not null and (concluded.day is null or concluded.place > interim.place) then 'held'
    when interim.observed_until > interim.day + 56 then 'broken' else 'held' end
from (select * from happened where event = 'interim_care_order_made') interim
asof left join (select * from happened where event = 'care_proceedings_issued') issued
on interim.kid = issued.kid and interim.place > issued.place
asof left join (select * from happened where event = 'proceedings_concluded') concluded
on interim.kid = concluded.kid and issued.place < concluded.place;
