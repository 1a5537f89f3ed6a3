import { assembleRecords } from '../assemble-records.ts';
import { newFileContext } from '../compile-format.ts';
import { DEFAULT_LOG_LIMITS } from '../open-log.ts';
import { openRecogniser } from '../recogniser.ts';
import { compiledFormats } from '../shipped-formats.ts';
import { REFERENCE_MS } from './read-text.ts';

/** Lines that belong together, and the format that wrote them. */
export interface LogEvent {
  readonly format: string;
  readonly lines: readonly string[];
}

/** For each line: the format of its record and the number of the record's first line, `pino 7`; `''` for empty lines. */
export function ownersOf(lines: readonly string[]): string[] {
  const context = newFileContext({ zone: 'UTC', referenceMs: REFERENCE_MS });
  const assembler = assembleRecords({
    ...DEFAULT_LOG_LIMITS,
    recogniser: openRecogniser(compiledFormats()),
    context,
    onCut: () => {},
  });
  const owners = lines.map(() => '');
  const note = () => {
    for (const { head, number, lastNumber } of assembler.take())
      for (let line = number; line <= lastNumber; line++) owners[line - 1] ||= `${head.formatId} ${number}`;
  };
  for (const [at, text] of lines.entries()) {
    assembler.push({ text, number: at + 1, isCut: false });
    note();
  }
  assembler.flush();
  note();
  return owners;
}

/** The same as the events promise. */
export function promisedOwners(events: readonly LogEvent[]): string[] {
  let next = 1;
  return events.flatMap(({ format, lines }) => {
    const first = next;
    next += lines.length;
    return lines.map(() => `${format} ${first}`);
  });
}

/** Share of lines that have the right owner; empty lines say nothing and are left out. */
export function shareRight(events: readonly LogEvent[]): {
  readonly share: number;
  readonly wrong: string[];
} {
  const lines = events.flatMap((event) => event.lines);
  const [owners, promised] = [ownersOf(lines), promisedOwners(events)];
  const telling = lines.map((line, at) => ({ line, at })).filter(({ line }) => line.trim() !== '');
  const wrong = telling.filter(({ at }) => owners[at] !== promised[at]);
  return {
    share: 1 - wrong.length / telling.length,
    wrong: wrong.map(({ line, at }) => `${promised[at]} read as ${owners[at]}: ${line.slice(0, 80)}`),
  };
}

/** Picks from several queues by turns, each in its order; the same seed gives the same turns. */
export function interleave(queues: readonly (readonly LogEvent[])[], seed: number): LogEvent[] {
  const rest = queues.map((queue) => ({ queue, next: 0 })).filter(({ queue }) => queue.length > 0);
  const events: LogEvent[] = [];
  let state = seed;
  while (rest.length > 0) {
    // Numerical Recipes' generator: enough to mix.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const at = Math.floor((state / 2 ** 32) * rest.length);
    const one = rest[at]!;
    events.push(one.queue[one.next++]!);
    if (one.next === one.queue.length) rest.splice(at, 1);
  }
  return events;
}
