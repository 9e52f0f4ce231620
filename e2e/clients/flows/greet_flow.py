"""A flow of two files, so that a run needs all of what was uploaded."""

from greetings import GREETING
from prefect import flow, get_run_logger, task


@task
def greet(name: str):
    get_run_logger().info("%s %s!", GREETING, name)


@flow
def log_flow(name: str, times: int = 1):
    for _ in range(times):
        greet(name)
