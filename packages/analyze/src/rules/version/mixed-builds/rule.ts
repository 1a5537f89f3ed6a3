import type { Exchange } from '../../../exchange/exchange.ts';
import { HeadSign } from '../../../exchange/head-words.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { alikeBy } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { mayBeCall } from '../../../findings/row-kinds.ts';
import type { Rule } from '../../../findings/rule.ts';
import { type Build, buildOf } from '../../../version/build-of.ts';

/** Calls of one host and one length of URL that are opened; and all together. */
const A_KIND = 8;
const MAX_OPENED = 120;
/** Fewer calls cannot show one build, another, and the first again. */
const LEAST_CALLS = 3;

/**
 * Finds addresses that one build answers, then another, then the first again: two builds stand behind one name at the same
 * time, as in a deploy that is under way or stuck. Says which build's answers failed, where only one's did: then an error,
 * otherwise a warning.
 * Quiet on: one build after the other (a deploy that went through), and different services behind one host.
 * Spec: none; services name their build in fields of their own, see `version/build-of.ts`.
 */
export const mixedBuilds: Rule<'version/mixed-builds'> = {
  meta: {
    id: 'version/mixed-builds',
    severity: 'warning',
    class: 'strong',
    knowledgeId: 'version/mixed-builds',
    supersedes: ['fail/http-4xx', 'fail/http-5xx'],
  },
  *opens(view) {
    yield* repeatedCalls(view);
  },
  *detect(view) {
    const failed = new Set(view.failures.map(({ row }) => row));
    const calls = view.mentioning(HeadSign.build).flatMap((exchange) => {
      const build = buildOf(exchange);
      return build === undefined ? [] : [{ row: exchange.entry.index, exchange, build }];
    });
    const places = alikeBy(calls, ({ exchange, build }) =>
      JSON.stringify([urlPlace(exchange.entry.request.url), build.field]),
    );
    const mixed = places.filter((place) => isBackAndForth(place.map(({ build }) => build.name)));
    for (const group of alikeBy(mixed.flat(), ({ row, build }) =>
      JSON.stringify([view.host(row), build.field]),
    )) {
      const [first] = group;
      const names = [...new Set(group.map(({ build }) => build.name))];
      const failing = failingBuild(group, failed);
      yield {
        entries: group.map(({ row }) => row),
        evidence: names.flatMap((name) => {
          const example = group.find(({ build }) => build.name === name);
          return example === undefined
            ? []
            : headerEvidence(example.exchange, 'response', example.build.field, 'cause');
        }),
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          field: first.build.field,
          builds: names.slice(0, 4).join(', '),
          ...(failing === undefined ? {} : { failing }),
        },
        ...(failing === undefined ? {} : { severity: 'error' as const, class: 'proven' as const }),
      };
    }
  },
};

interface Call {
  readonly row: number;
  readonly exchange: Exchange;
  readonly build: Build;
}

/** A, B, A: the first is not gone while the second is there. */
function isBackAndForth(names: readonly string[]): boolean {
  return names.some((name, at) => names.indexOf(name) < at - 1 && names[at - 1] !== name);
}

/** The build whose answers alone failed, for some method that several builds answered. */
function failingBuild(calls: readonly Call[], failed: ReadonlySet<number>): string | undefined {
  for (const alikes of alikeBy(calls, ({ exchange }) => exchange.entry.request.method)) {
    const names = new Set(alikes.map(({ build }) => build.name));
    const failing = new Set(alikes.filter(({ row }) => failed.has(row)).map(({ build }) => build.name));
    if (names.size > 1 && failing.size === 1) return [...failing][0];
  }
  return undefined;
}

/** Calls that may go to one address, on the columns alone. */
function repeatedCalls(view: ColumnView): number[] {
  const kinds = alikeBy(
    view.rowsOfKinds((row) => mayBeCall(view, row)),
    (row) => `${view.host(row)} ${view.index.columns.urlLength[row]}`,
  );
  return kinds
    .filter((rows) => rows.length >= LEAST_CALLS)
    .flatMap((rows) => rows.slice(0, A_KIND))
    .slice(0, MAX_OPENED);
}
