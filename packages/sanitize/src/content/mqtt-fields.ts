// What packets of MQTT are made of.

import { joinBytes } from '@harrier/har';
import { bigEndian } from './binary/byte-reader.ts';

/** Two bytes for the length, and so many more. Spec: MQTT 5 §1.5.4. */
export function readField(packet: Uint8Array, at: number): { value: Uint8Array; end: number } | undefined {
  const start = at + 2;
  const end = start + (((packet[at] ?? 0) << 8) | (packet[at + 1] ?? 0));
  return start > packet.length || end > packet.length
    ? undefined
    : { value: packet.subarray(start, end), end };
}

export function writeField(value: Uint8Array): Uint8Array {
  return joinBytes([Uint8Array.from(bigEndian(value.length, 2)), value]);
}

/** Seven bits a byte, the lowest first, four bytes at most. Spec: MQTT 5 §1.5.5. */
export function readLength(packet: Uint8Array, from: number): { value: number; end: number } | undefined {
  let value = 0;
  for (let step = 0; step < 4; step++) {
    const byte = packet[from + step];
    if (byte === undefined) return undefined;
    value |= (byte & 127) << (7 * step);
    if (byte < 128) return { value, end: from + step + 1 };
  }
  return undefined;
}

export function writeLength(length: number): Uint8Array {
  const bytes: number[] = [];
  for (let left = length; bytes.length === 0 || left > 0; left >>= 7)
    bytes.push((left & 127) | (left > 127 ? 128 : 0));
  return Uint8Array.from(bytes);
}
