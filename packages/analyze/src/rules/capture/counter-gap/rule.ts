import { parseTrackingId } from '@harrier/tracking';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Two ids are no series. */
const LEAST_IDS = 3;
/** More numbers than these are counted, not listed. */
const MAX_NAMED = 5;
/** A jump as large as that is another counter. */
const LARGEST_GAP = 1000;

interface Session {
  readonly name: string;
  readonly rowByCounter: Map<number, number>;
}

/**
 * Finds sessions whose tracking ids count their requests and skip numbers: there were requests that the capture does not
 * hold, because it was filtered, begun late or saved early, or another tab sent them. Told of the session with the most.
 */
export const counterGap: Rule<'capture/counter-gap'> = {
  meta: { id: 'capture/counter-gap', severity: 'info', class: 'strong', knowledgeId: 'capture/counter-gap' },
  *detect(view) {
    const gaps = sessionsOf(view).flatMap((session) => {
      const counters = [...session.rowByCounter.keys()].sort((a, b) => a - b);
      const missing = counters.length < LEAST_IDS ? [] : missingIn(counters);
      return missing.length === 0 ? [] : [{ session, counters, missing }];
    });
    const [worst] = gaps.sort(
      (a, b) => b.missing.length - a.missing.length || (a.session.name < b.session.name ? -1 : 1),
    );
    if (worst === undefined) return;
    const { session, counters, missing } = worst;
    const [first = 0, last = 0] = [counters[0], counters.at(-1)];
    yield {
      entries: [...session.rowByCounter.values()].sort((a, b) => view.position(a) - view.position(b)),
      evidence: [],
      facts: {
        session: session.name,
        missing: missing.length,
        numbers: missing.slice(0, MAX_NAMED).join(', '),
        first,
        last,
      },
    };
  },
};

function sessionsOf(view: CaptureView): Session[] {
  const { columns, strings } = view.index;
  const sessions = new Map<string, Session>();
  const readStart = onceForEachStart();
  for (const row of view.rowsByStart) {
    const reference = columns.trackingId[row] as number;
    const counted = reference === 0 ? undefined : readStart(strings.get(reference));
    if (counted === undefined) continue;
    const { name, counter } = counted;
    const session = sessions.get(name) ?? { name, rowByCounter: new Map() };
    if (!session.rowByCounter.has(counter)) session.rowByCounter.set(counter, row);
    sessions.set(name, session);
  }
  return [...sessions.values()];
}

/** A UUID and the first number behind it. */
const uuidAndCounter = /^(.{0,400}[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})_(\d{1,9})(?=_|\+|$)/;

/** The session and the first counter of an id. Ids of one session differ behind their UUID only, which is read once. */
function onceForEachStart(): (text: string) => { name: string; counter: number } | undefined {
  const names = new Map<string, string | undefined>();
  return (text) => {
    const [, start, counter] = uuidAndCounter.exec(text) ?? [];
    if (start === undefined) return readWhole(text);
    if (!names.has(start)) names.set(start, readWhole(`${start}_0`)?.name);
    const name = names.get(start);
    return name === undefined ? undefined : { name, counter: Number(counter) };
  };
}

function readWhole(text: string): { name: string; counter: number } | undefined {
  const id = parseTrackingId(text);
  const base = id?.uuid ?? id?.token;
  const counter = id?.counters[0];
  if (id === undefined || base === undefined || counter === undefined) return undefined;
  return { name: `${id.prefix}_${base}`.slice(0, 120), counter };
}

function missingIn(counters: readonly number[]): number[] {
  const missing: number[] = [];
  counters.forEach((counter, at) => {
    const next = counters[at + 1];
    if (next === undefined || next - counter > LARGEST_GAP) return;
    for (let number = counter + 1; number < next; number++) missing.push(number);
  });
  return missing;
}
