import { Sign } from '../../../exchange/body-words.ts';
import { responseJson } from '../../../exchange/json-body.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import { type Failure, isRealFailure } from '../../../failures/failure.ts';
import { statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { featureWord, pathWords } from '../../../permissions/feature-words.ts';
import { jsonAnswers } from '../../../permissions/json-answers.ts';
import { mayHoldOffFlags, type OffFlag, offFlags } from './flags.ts';

interface PlacedFlag extends OffFlag {
  readonly row: number;
}

/**
 * Finds refused requests (400, 403, 404, 405, 409, 501) for a feature that an earlier answer says is switched off: the flag
 * or entitlement has the name that stands in the request's path or in the error. The page should not have offered it.
 * Quiet on: flags that are off and that nobody used, which every application has; refusals of something else.
 */
export const flagOff: Rule<'permission/flag-off'> = {
  meta: {
    id: 'permission/flag-off',
    severity: 'warning',
    class: 'strong',
    knowledgeId: 'permission/feature-flag',
  },
  needs: ['response-bodies'],
  *opens(view) {
    const { status } = view.index.columns;
    const last = view.rowsOfKinds((row) => refusals.has(status[row] as number)).at(-1);
    if (last === undefined) return;
    yield* jsonAnswers(view, (row) => view.marks(row).flags && view.position(row) < view.position(last));
  },
  *detect(view) {
    const refused = view.failures.filter(isRefusal);
    const flags = refused.length === 0 ? [] : flagsOf(view);
    if (flags.length === 0) return;
    for (const group of alike(refused, ({ exchange }) => String(exchange.entry.response.status))) {
      const [first] = group;
      const flag = flags.find(
        (one) => view.position(one.row) < view.position(first.row) && isAbout(first, featureWord(one.name)),
      );
      if (flag === undefined) continue;
      const source = view.exchange(flag.row);
      const place = urlPlace(source?.entry.request.url ?? '');
      yield {
        entries: [...group.map(({ row }) => row), flag.row],
        evidence: [
          ...group.map(({ row }) => statusEvidence(row)),
          { entry: flag.row, pointer: '/response/content/text', bodyPointer: flag.pointer, role: 'cause' },
        ],
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          status: first.exchange.entry.response.status ?? 0,
          flag: flag.name.slice(0, 80),
          flagPlace: `${place.host}${place.path}`,
        },
      };
    }
  },
};

/** Answers by which a service says that there is no such thing for this person. */
const refusals: ReadonlySet<number> = new Set([400, 403, 404, 405, 409, 501]);

function isRefusal(failure: Failure): boolean {
  return isRealFailure(failure) && refusals.has(failure.exchange.entry.response.status ?? 0);
}

function flagsOf(view: CaptureView): PlacedFlag[] {
  return view.openedRows.flatMap((row) => {
    if (!view.answerMayHold(row, Sign.flag) || !view.answerMayHold(row, Sign.false)) return [];
    const exchange = view.exchange(row);
    if (exchange === undefined || view.outcome(row) !== 'answered') return [];
    if (!view.mimeType(row).includes('json')) return [];
    if (!exchange.answerMayHold(Sign.flag) || !exchange.answerMayHold(Sign.false)) return [];
    if (!mayHoldOffFlags(exchange.responseText ?? '')) return [];
    return offFlags(responseJson(exchange)).map((flag) => ({ ...flag, row }));
  });
}

/** A word that short stands in everything. */
const LEAST_LENGTH = 5;

function isAbout({ exchange }: Failure, word: string): boolean {
  if (word.length < LEAST_LENGTH) return false;
  const { errorText = '' } = errorFacts(exchange);
  return pathWords(exchange.entry.request.url).includes(word) || featureWord(errorText).includes(word);
}
