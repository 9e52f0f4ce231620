"""The flow of the long run: one task, one line, over as soon as possible."""

from prefect import flow, get_run_logger, task


@task
def tick():
    get_run_logger().info("tick")


@flow
def tick_flow():
    tick()
