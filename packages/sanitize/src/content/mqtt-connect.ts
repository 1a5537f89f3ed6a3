import { joinBytes } from '@harrier/har';
import type { Visit } from '../formats/visit.ts';
import { bytesToLatin1, decodeUtf8, latin1ToBytes } from './bytes.ts';
import { readField, readLength, writeField, writeLength } from './mqtt-fields.ts';

/** Flags of a CONNECT packet. Spec: MQTT 3.1.1 §3.1.2.3, MQTT 5 §3.1.2.3. */
const HAS_WILL = 0x04;
const HAS_PASSWORD = 0x40;
const HAS_USER = 0x80;

/** The first version in which packets have properties. */
const WITH_PROPERTIES = 5;

/** A packet is the first in a connection, and seldom the only one that a recorder kept together. */
export interface MqttConnect {
  /** The packet with what took the place of its credentials; `bytes` themselves where all stayed. */
  readonly packet: Uint8Array;
  /** What stands behind it. */
  readonly rest: Uint8Array;
}

/**
 * Rewrites the user name and the password of the CONNECT packet that bytes begin with, and its lengths with them;
 * `undefined` where they begin with none. Spec: MQTT 3.1.1 §3.1, MQTT 5 §3.1.
 */
export function rewriteMqttConnect(bytes: Uint8Array, visit: Visit): MqttConnect | undefined {
  if (bytes[0] !== CONNECT) return undefined;
  const length = readLength(bytes, 1);
  if (length === undefined || length.end + length.value > bytes.length) return undefined;
  const end = length.end + length.value;
  const fields = fieldsOf(bytes.subarray(0, end), length.end);
  if (fields === undefined) return undefined;
  const { user, password } = fields;
  const pieces = [
    bytes.subarray(length.end, fields.head),
    ...(user === undefined ? [] : [rewriteField(user, 'userinfo', 'user', visit)]),
    ...(password === undefined ? [] : [rewriteField(password, 'json', 'password', visit)]),
    bytes.subarray(fields.end, end),
  ];
  const body = joinBytes(pieces);
  const isSame = body.length === length.value && body.every((byte, at) => byte === bytes[length.end + at]);
  const packet = isSame
    ? bytes.subarray(0, end)
    : joinBytes([Uint8Array.of(CONNECT), writeLength(body.length), body]);
  return { packet, rest: bytes.subarray(end) };
}

const CONNECT = 0x10;

interface Fields {
  /** Where the user name or the password begins, and where both have ended. */
  readonly head: number;
  readonly end: number;
  readonly user?: Uint8Array;
  readonly password?: Uint8Array;
}

function fieldsOf(packet: Uint8Array, from: number): Fields | undefined {
  const protocol = readField(packet, from);
  const name = protocol === undefined ? '' : bytesToLatin1(protocol.value);
  if (protocol === undefined || (name !== 'MQTT' && name !== 'MQIsdp')) return undefined;
  const version = packet[protocol.end] ?? 0;
  const flags = packet[protocol.end + 1] ?? 0;
  const properties = (at: number): number | undefined => {
    if (version < WITH_PROPERTIES) return at;
    const length = readLength(packet, at);
    return length === undefined ? undefined : length.end + length.value;
  };
  // Behind the flags stand two bytes for how often the client will be heard of.
  let at = properties(protocol.end + 4);
  const skipField = (): void => {
    at = at === undefined ? undefined : readField(packet, at)?.end;
  };
  skipField();
  if ((flags & HAS_WILL) !== 0) {
    at = at === undefined ? undefined : properties(at);
    skipField();
    skipField();
  }
  if (at === undefined) return undefined;
  const user = (flags & HAS_USER) === 0 ? undefined : readField(packet, at);
  if ((flags & HAS_USER) !== 0 && user === undefined) return undefined;
  const password = (flags & HAS_PASSWORD) === 0 ? undefined : readField(packet, user?.end ?? at);
  if ((flags & HAS_PASSWORD) !== 0 && password === undefined) return undefined;
  return {
    head: at,
    end: password?.end ?? user?.end ?? at,
    ...(user === undefined ? {} : { user: user.value }),
    ...(password === undefined ? {} : { password: password.value }),
  };
}

/** A field as it is written, with what a visitor makes of its text. Passwords may be any bytes. */
function rewriteField(value: Uint8Array, place: 'json' | 'userinfo', name: string, visit: Visit): Uint8Array {
  const text = decodeUtf8(value);
  const rewritten = visit({ place, name, text: text ?? bytesToLatin1(value) });
  const bytes = text === undefined ? latin1ToBytes(rewritten) : new TextEncoder().encode(rewritten);
  return writeField(bytes);
}
