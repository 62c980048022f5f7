// Prints each committed record of both downstream topics as one JSON object a line; goes on until it is ended.
import kafkajs from "kafkajs";

const kafka = new kafkajs.Kafka({ brokers: [process.argv[2]], logLevel: kafkajs.logLevel.ERROR });
const consumer = kafka.consumer({ groupId: "read-all-javascript", readUncommitted: false });
await consumer.connect();
await consumer.subscribe({ topics: ["news.published-articles", "news.copies"], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ topic, partition, message }) => {
    const payload = message.value === null ? null : message.value.toString();
    const offset = Number(message.offset);
    console.log(JSON.stringify({ topic, partition, offset, key: message.key.toString(), payload }));
  },
});
