import type { Capture } from '@harrier/har';

/** Something that the person did, from the marks that Harrier's recorder leaves on a page. Names are captured text. */
export interface Act {
  readonly kind: 'click' | 'form' | 'key';
  /** The label of what was clicked or sent; `Enter` or `Escape` of a key; `''`: it has none. */
  readonly name: string;
  /** What was clicked: `button`, `link`, or the page's own word; `''` of forms and keys. */
  readonly role: string;
  readonly epochMs: number;
}

/** What comes so soon behind another is the same press: a label clicks its field, Enter clicks a button and sends the form. */
const SAME_PRESS_MS = 50;

const kinds: Readonly<Record<string, Act['kind']>> = { click: 'click', submit: 'form', key: 'key' };

/** What the person did, in time order; none where nobody recorded it. Spec: docs/recording.md, `_actions`. */
export async function actsOf(capture: Capture): Promise<readonly Act[]> {
  const { log } = await capture.openRawLog();
  const acts = listOf(log.pages)
    .flatMap((page) => listOf(membersOf(page)._actions))
    .flatMap((action) => actOf(membersOf(action)) ?? [])
    .sort((a, b) => a.epochMs - b.epochMs);
  return acts.filter(({ epochMs }, at) => at === 0 || epochMs - (acts[at - 1]?.epochMs ?? 0) > SAME_PRESS_MS);
}

function actOf({ kind, role, name, startedDateTime }: Readonly<Record<string, unknown>>): Act | undefined {
  const known = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  const epochMs = typeof startedDateTime === 'string' ? Date.parse(startedDateTime) : Number.NaN;
  if (known === undefined || Number.isNaN(epochMs)) return undefined;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  if (known === 'key') return { kind: known, name: text(role), role: '', epochMs };
  return { kind: known, name: text(name), role: known === 'form' ? '' : text(role), epochMs };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
