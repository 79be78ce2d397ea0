"""Where pieces of work are done: in this process, on the machine's cores, or on a Dask cluster."""

from scheduler.executing.executor import Executor, Failed, NoCluster

__all__ = ["Executor", "Failed", "NoCluster"]
