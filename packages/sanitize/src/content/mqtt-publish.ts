import { joinBytes } from '@harrier/har';
import { beginsLikeText, decodeUtf8 } from './bytes.ts';
import { readField, readLength, writeField, writeLength } from './mqtt-fields.ts';

/** What a packet carries, and the packet with something else in its place. */
export interface MqttPublish {
  /** What it is about; brokers of devices have the token of one in it. */
  readonly topic: string;
  /** What stands between topic and payload: a number, properties. */
  readonly properties: Uint8Array;
  readonly payload: Uint8Array;
  readonly write: (topic: string, payload: Uint8Array) => Uint8Array;
}

/** The upper half of the first byte, and the two bits that say how surely it is delivered. Spec: MQTT 5 §3.3.1. */
const PUBLISH = 0x30;
const DELIVERY = 0x06;

/**
 * The one PUBLISH packet that bytes are; `undefined` where they are none. Which version it is of does not stand in it: what
 * is no text behind the topic may have properties in front. Spec: MQTT 3.1.1 §3.3, MQTT 5 §3.3.
 */
export function readMqttPublish(bytes: Uint8Array): MqttPublish | undefined {
  const first = bytes[0] ?? 0;
  const length = (first & 0xf0) === PUBLISH ? readLength(bytes, 1) : undefined;
  if (length === undefined || length.end + length.value !== bytes.length) return undefined;
  const topic = readField(bytes, length.end);
  const name = topic === undefined ? undefined : decodeUtf8(topic.value);
  if (topic === undefined || name === undefined || !TOPIC.test(name)) return undefined;
  const behind = topic.end + ((first & DELIVERY) === 0 ? 0 : 2);
  const told = readLength(bytes, behind);
  const isText = beginsLikeText(bytes.subarray(behind));
  const from = isText || told === undefined ? behind : told.end + told.value;
  const start = from < bytes.length && beginsLikeText(bytes.subarray(from)) ? from : behind;
  if (start >= bytes.length) return undefined;
  const properties = bytes.subarray(topic.end, start);
  const write = (written: string, payload: Uint8Array): Uint8Array => {
    const body = joinBytes([writeField(new TextEncoder().encode(written)), properties, payload]);
    return joinBytes([bytes.subarray(0, 1), writeLength(body.length), body]);
  };
  return { topic: name, properties, payload: bytes.subarray(start), write };
}

/** Printable, and without the signs by which a client asks for several. Spec: MQTT 5 §4.7. */
const TOPIC = /^[^\p{Cc}#+]{1,512}$/u;
