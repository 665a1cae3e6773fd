"""What the scripts share: runs, their times and peak memory, and the report that plumbline-benchmark reads."""

import json
import resource
import time


def peak_memory():
    """Bytes that this process has held at most; None where the system does not tell."""
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


def processor_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def measure(runs, work):
    """Seconds and processor seconds of each run, and what the last one gave."""
    seconds, processor, result = [], [], None
    for _ in range(runs):
        begun, used = time.perf_counter(), processor_seconds()
        result = work()
        seconds.append(time.perf_counter() - begun)
        processor.append(processor_seconds() - used)
    return seconds, processor, result


def tell(version, seconds, processor, events, cases, verdicts):
    """Prints the report as one line of JSON, the last of the output."""
    report = {
        "version": version, "seconds": seconds, "processorSeconds": processor, "peakMemory": peak_memory(),
        "events": events, "cases": cases, "verdicts": verdicts,
    }
    print(json.dumps(report))


def by_rule(rows):
    """Rows of rule, verdict and number as verdicts by rule."""
    found = {}
    for rule, verdict, number in rows:
        found.setdefault(rule, {})[verdict] = number
    return found
