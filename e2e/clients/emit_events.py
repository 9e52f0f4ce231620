"""A process of the 3.x client that loads a block and sends thousands of events. Prints OK when all were taken."""

import threading

from prefect.blocks.core import Block
from prefect.blocks.system import Secret
from prefect.events import emit_event
from prefect.events.clients import EVENT_WEBSOCKET_CHECKPOINTS
from prefect.events.worker import EventsWorker

Secret(value="of-the-events-test").save("events-test", overwrite=True)
assert Secret.load("events-test").get() == "of-the-events-test"
for number in range(3000):
    assert emit_event("blockyard.test", {"prefect.resource.id": f"blockyard.test.{number}"}, payload={"number": number})
# Close to the largest that the client sends.
assert emit_event("blockyard.test", {"prefect.resource.id": "blockyard.test.large"}, payload={"text": "x" * 1_400_000})
# Without a server that takes the events the client would wait for ever.
waiting = threading.Thread(target=EventsWorker.instance().wait_until_empty, daemon=True)
waiting.start()
waiting.join(timeout=60)
assert not waiting.is_alive(), "the server does not take the events"
# A checkpoint is a ping that the server answered: the client then forgets the events before it.
assert EVENT_WEBSOCKET_CHECKPOINTS.labels("PrefectEventsClient")._value.get() >= 4
Block.delete("secret/events-test")
print("OK")
