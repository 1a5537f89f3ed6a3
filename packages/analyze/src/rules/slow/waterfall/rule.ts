import type { Exchange } from '../../../exchange/exchange.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { greatestOf } from '../../../findings/greatest.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { rowsAbove } from '../../../findings/row-selection.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { withoutPage } from '../../../slow/page-parameters.ts';
import { endMs, isApiCall, isOrdinary, isSound } from '../../../slow/sound.ts';

/** Sentry's consecutive HTTP: three and more, gaps of up to 500 ms. Its 500 ms a call are 300 here, its 2 s saving one. */
const AT_LEAST = 3;
const GAP_MS = 500;
const EACH_MS = 300;
const SAVING_MS = 1000;
const MAX_OPENED = 400;

/**
 * Finds reads that one script sends one after another although they do not need each other: together they would take as
 * long as the longest.
 * Quiet on: calls whose URL or body holds something that the answer before brought, pages of a list, polls, writes, calls of
 * different scripts.
 */
export const waterfall: Rule<'slow/waterfall'> = {
  meta: { id: 'slow/waterfall', severity: 'warning', class: 'strong', knowledgeId: 'timing/waterfall' },
  opens: (view) => runs(view).flat().slice(0, MAX_OPENED),
  *detect(view) {
    for (const run of runs(view)) {
      const exchanges = run.filter((row) => isSound(view, row)).flatMap((row) => view.exchange(row) ?? []);
      for (const steps of independentSteps(exchanges)) {
        const [first] = steps;
        const times = steps.map(({ entry }) => view.durationMs(entry.index) ?? 0);
        const totalMs = endMs(view, steps.at(-1)?.entry.index ?? 0) - view.startMs(first.entry.index);
        const savingMs = times.reduce((sum, time) => sum + time, 0) - greatestOf(times);
        const isList = new Set(steps.map(({ entry }) => withoutPage(entry.request.url))).size < AT_LEAST;
        if (steps.length < AT_LEAST || savingMs < SAVING_MS || isList) continue;
        yield {
          entries: steps.map(({ entry }) => entry.index),
          evidence: steps.slice(0, 10).map(({ entry }) => ({
            entry: entry.index,
            pointer: '/startedDateTime',
            role: 'cause' as const,
          })),
          facts: {
            ...exchangeFacts(first, 1),
            calls: steps.length,
            totalMs: Math.round(totalMs),
            savingMs: Math.round(savingMs),
          },
        };
      }
    }
  },
};

/** Rows of one host that begin when the one before has ended. */
const runs = oncePerCapture((view: ColumnView): readonly (readonly number[])[] => {
  const calls = view.rowsOfKinds(
    (row) => view.method(row) === 'GET' && isApiCall(view, row) && isOrdinary(view, row),
  );
  const reads = rowsAbove(calls, view.durations, EACH_MS);
  return groupedBy(reads, (row) => view.host(row)).flatMap(sequences(view));
});

/** Those that are long enough to be told. */
function sequences(view: ColumnView): (rows: readonly number[]) => number[][] {
  return (rows) => {
    const found: number[][] = [];
    let run: number[] = [];
    const endRun = (): void => {
      if (run.length >= AT_LEAST) found.push(run);
    };
    let lastEndMs = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const gapMs = view.startMs(row) - lastEndMs;
      // The clocks of a browser's processes differ by a millisecond.
      if (gapMs >= -1 && gapMs <= GAP_MS) run.push(row);
      else {
        endRun();
        run = [row];
      }
      lastEndMs = Math.max(lastEndMs, endMs(view, row));
    }
    endRun();
    return found;
  };
}

/** Parts of a run that one script sent, without a value that passes from an answer to the next request. */
function independentSteps(run: readonly Exchange[]): (readonly [Exchange, ...Exchange[]])[] {
  const parts: [Exchange, ...Exchange[]][] = [];
  for (const step of run) {
    const part = parts.at(-1);
    const isNext =
      part !== undefined && sender(part[0]) === sender(step) && !part.some((one) => feeds(one, step));
    if (isNext) part.push(step);
    else parts.push([step]);
  }
  return parts;
}

/** The script on top of the call stack; `''` where the exporter does not say. */
function sender({ entry }: Exchange): string {
  const { initiator } = entry;
  return initiator?.stack?.callFrames[0]?.url ?? initiator?.url ?? '';
}

/** Whether the answer of `before` holds a part of the later URL that the earlier URL did not. */
function feeds(before: Exchange, later: Exchange): boolean {
  const body = before.responseText ?? '';
  if (body === '') return false;
  const known = before.entry.request.url;
  return later.entry.request.url
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .split(/[/?&=;,]/)
    .some((part) => part.length >= 3 && /\d/.test(part) && !known.includes(part) && body.includes(part));
}
