"""Parts a table of cases in bulk form so that all records of a case stand in one partition, sorted by case:
part_by_case.py TABLE PARTITIONS NUMBER"""
import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import monotonically_increasing_id

table, partitions, number = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()
# Records of a case keep their order, which is that of a day. A table that is not whole ends the job.
rows = spark.read.csv(table, header=True, escape='"', mode="FAILFAST").withColumn("place", monotonically_increasing_id())
parted = rows.repartitionByRange(int(number), "case").sortWithinPartitions("case", "place").drop("place")
parted.write.csv(
    partitions, header=True, escape='"', emptyValue="", ignoreLeadingWhiteSpace=False, ignoreTrailingWhiteSpace=False)
