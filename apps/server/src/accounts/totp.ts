import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { base32, fromBase32 } from './base32.ts';

/** Spec: RFC 6238 with its defaults, which every authenticator app takes: SHA-1, 30 seconds, six digits. */
const STEP_MS = 30_000;

/** 160 bits (RFC 4226 §4) as base32 without padding. */
export function newTotpSecret(): string {
  return base32(randomBytes(20));
}

/** What an authenticator app reads from a QR code. */
export function totpUrl(secret: string, account: string): string {
  return `otpauth://totp/Harrier:${encodeURIComponent(account)}?secret=${secret}&issuer=Harrier`;
}

/**
 * The step that a code is of, now or one before or behind for clocks that differ; undefined where it is none, or of a step
 * up to `usedStep`: a code that was seen over a shoulder works no second time.
 */
export function totpStepOf(
  secret: string,
  code: string,
  nowMs: number,
  usedStep: number,
): number | undefined {
  const present = Math.floor(nowMs / STEP_MS);
  for (const step of [present, present - 1, present + 1]) {
    if (step <= usedStep) continue;
    const expected = Buffer.from(totpCode(secret, step));
    const given = Buffer.from(code);
    if (given.length === expected.length && timingSafeEqual(given, expected)) return step;
  }
  return undefined;
}

/** Six digits. Spec: RFC 4226 §5.3. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
