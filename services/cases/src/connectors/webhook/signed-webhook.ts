import { createHmac, timingSafeEqual } from 'node:crypto';

/** What arrived, as it arrived: a body that was parsed and written again has another signature. */
export interface WebhookMessage {
  /** `t=<seconds since 1970>,v1=<64 hex digits>`; several `v1` while a secret is being changed. */
  readonly signature: string | undefined;
  readonly body: Uint8Array;
}

export type WebhookVerdict = 'genuine' | 'unsigned' | 'forged' | 'too-old';

/** Clocks differ by less, and whoever records a message has no longer to send it again. */
const mostAgeMs = 300_000;

/**
 * Whether a message comes from somebody who knows the secret, and was signed just now: HMAC-SHA256 over the time, a full stop
 * and the body. `secrets`: the present one and, while it is being changed, the one before. A genuine message may still come
 * twice, which does no harm: it only says that a case is to be looked at.
 */
export function verifyWebhook(
  { signature, body }: WebhookMessage,
  secrets: readonly string[],
  nowMs: number,
): WebhookVerdict {
  const [, seconds] = /(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature ?? '') ?? [];
  const given = [...(signature ?? '').matchAll(/(?:^|,)v1=([0-9a-f]{64})(?=,|$)/g)].map(
    ([, hex]) => hex ?? '',
  );
  if (seconds === undefined || given.length === 0) return 'unsigned';
  const isGenuine = secrets.some((secret) => {
    const expected = signatureOf(secret, seconds, body);
    return given.some((hex) => timingSafeEqual(Buffer.from(hex, 'hex'), expected));
  });
  if (!isGenuine) return 'forged';
  return Math.abs(nowMs - Number(seconds) * 1000) <= mostAgeMs ? 'genuine' : 'too-old';
}

/** What a sender puts into the field, for tests and for the documentation's example. */
export function signWebhook(secret: string, body: Uint8Array, nowMs: number): string {
  const seconds = String(Math.floor(nowMs / 1000));
  return `t=${seconds},v1=${signatureOf(secret, seconds, body).toString('hex')}`;
}

function signatureOf(secret: string, seconds: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}
