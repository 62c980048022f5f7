# Prints each committed record of both downstream topics as one JSON object a line, up to where the topics end.
import json
import sys
from confluent_kafka import Consumer, KafkaError

consumer = Consumer({"bootstrap.servers": sys.argv[1], "group.id": "read-all", "auto.offset.reset": "earliest",
                     "isolation.level": "read_committed", "enable.partition.eof": True})
topics = ["news.published-articles", "news.copies"]
partitions = sum(len(consumer.list_topics(topic, 30).topics[topic].partitions) for topic in topics)
consumer.subscribe(topics)
ended = set()
while len(ended) < partitions:
    record = consumer.poll(1.0)
    if record is None:
        continue
    if record.error():
        if record.error().code() != KafkaError._PARTITION_EOF:
            sys.exit(str(record.error()))
        ended.add((record.topic(), record.partition()))
        continue
    value = record.value()
    print(json.dumps({"topic": record.topic(), "partition": record.partition(), "offset": record.offset(),
                      "key": record.key().decode(), "payload": None if value is None else value.decode()}))
consumer.close()
