import type { FindingId } from '@harrier/knowledge';

/** Facts that differ between two captures of the same fault. */
const changing: ReadonlySet<string> = new Set([
  'count',
  'trackingId',
  'concurrent',
  'line',
  'entries',
  'textResponses',
  'withoutContent',
  'damages',
  'damagedEntries',
  'healed',
  'preflightMs',
  'expiredMs',
  'earlyMs',
  'skewMs',
  'answers',
  'hosts',
  'refusals',
  'hops',
  'chances',
  'told',
  'sizeBytes',
  'cookieCount',
  'reference',
  'alsoHidden',
  'modifiedAt',
  'outdatedSince',
  'sent',
  'found',
  'maySettle',
  'done',
  'total',
]);

/** Measurements end in their unit, and differ as well: `waitMs`, `largestBytes`, `byteOffset`. */
const measurement = /(?:Ms|Bytes|Offset)$/;

/**
 * 16 hex digits that are the same for the same fault in another capture: made of the rule and of those facts that say
 * where and why, not when or how often. Digits and UUIDs in error texts do not count. FNV-1a, 64 bits: a name, not a seal.
 */
export function fingerprintOf(
  ruleId: FindingId,
  facts: Readonly<Record<string, string | number | boolean>>,
): string {
  const parts = Object.entries(facts)
    .filter(([name]) => !changing.has(name) && !measurement.test(name))
    .map(([name, value]) => [name, typeof value === 'string' ? withoutNumbers(value) : value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return fnv1a64(JSON.stringify([ruleId, parts]));
}

function withoutNumbers(text: string): string {
  return text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{11,12}/gi, '#').replace(/\d{4,}/g, '#');
}

const PRIME = 0x100000001b3n;

function fnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
