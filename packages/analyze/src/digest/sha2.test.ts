import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha2 } from './sha2.ts';

it.each(['sha256', 'sha384', 'sha512'] as const)('%s agrees with Node for any bytes', (name) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const expected = createHash(name).update(bytes).digest('hex');
      expect(Buffer.from(sha2(name, bytes)).toString('hex')).toBe(expected);
    }),
  );
});
