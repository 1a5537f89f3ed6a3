import type { PlaybookTelling } from '@harrier/knowledge';
import { oneLine } from '../error-text/one-line.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { exchangeFacts } from '../failures/exchange-facts.ts';
import { type PlacedValue, valuesAt } from './body-values.ts';
import type { Playbook, PlaybookFinding, PlaybookValue } from './playbook.ts';

/** More values than this are a list, not an answer. */
const MAX_NAMED = 10;
const MAX_VALUE_CHARS = 200;
/** Members of these names hold credentials, so no sentence may show their values, whatever a playbook asks for. */
const secretName =
  /pass(?:word|wd|code|phrase)|secret|token|credential|authorization|cookie|(?:api|private)[-_]?key|^(?:pin|otp|auth|sid|session)$/i;

/**
 * A finding of a playbook with what its sentences may name: what it extracts, the request (`method`, `host`, `path`,
 * `place`, `status`, `trackingId`), and the facts of the rule's finding that it refines.
 */
export function tellByPlaybook(
  playbook: Playbook,
  finding: PlaybookFinding,
  exchange: Exchange,
  ruleFacts: Readonly<Record<string, string | number | boolean>> = {},
): PlaybookTelling {
  const { method, host, path, trackingId } = exchangeFacts(exchange, 1);
  const facts: Record<string, string> = { method, host, path, place: `${method} ${host}${path}` };
  const status = exchange.entry.response.status;
  if (status !== undefined) facts.status = String(status);
  if (trackingId !== undefined) facts.trackingId = trackingId;
  for (const [name, value] of Object.entries(ruleFacts)) facts[name] = String(value);
  for (const [name, wanted] of Object.entries(finding.extract ?? {})) {
    const text = extracted(exchange, wanted);
    if (text !== '') facts[name] = text;
  }
  return {
    id: `playbook/${playbook.id}/${finding.id}`,
    texts: finding.texts,
    labels: playbook.labels ?? {},
    ...(finding.fixer === undefined ? {} : { fixer: finding.fixer }),
    facts,
  };
}

function extracted(exchange: Exchange, wanted: PlaybookValue): string {
  const values = valuesAt(exchange, wanted);
  if (wanted.take === 'count') return values.length === 0 ? '' : String(values.length);
  const texts = values.map((value) => (wanted.take === 'name' ? lastName(value) : shownValue(value)));
  const distinct = [...new Set(texts.map((text) => oneLine(text)).filter((text) => text !== ''))];
  const shown = distinct.slice(0, MAX_NAMED).join(', ');
  return shown.length > MAX_VALUE_CHARS ? `${shown.slice(0, MAX_VALUE_CHARS - 1)}…` : shown;
}

function shownValue(placed: PlacedValue): string {
  return placed.pointer.split('/').some((name) => secretName.test(name)) ? '…' : String(placed.value ?? '');
}

function lastName({ pointer }: PlacedValue): string {
  const token = pointer.slice(pointer.lastIndexOf('/') + 1);
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
