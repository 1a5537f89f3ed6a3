import { Sign } from '../../../exchange/body-words.ts';
import { responseJson } from '../../../exchange/json-body.ts';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Failure } from '../../../failures/failure.ts';
import { errorTextEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { FindingDraft } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';
import { jsonAnswers } from '../../../permissions/json-answers.ts';
import { speaksOfLicence, unlicensedIn } from './unlicensed.ts';

/** More names than this are a list, not an answer. */
const MAX_NAMED = 10;

/**
 * Finds what a licence stands in the way of: a failed request whose error speaks of one (an error), and answers in which a
 * feature is off and a licence is the reason (a warning; nothing fails, the option is just not there).
 * Quiet on: features that are off for other reasons, subscriptions to events, texts about licence agreements in answers that did not fail.
 * Source: Webex error codes 400000, 400112, 400404 … (licences); the shapes are vendor-neutral.
 */
export const licence: Rule<'permission/licence'> = {
  meta: {
    id: 'permission/licence',
    severity: 'warning',
    class: 'strong',
    knowledgeId: 'permission/licence',
    supersedes: ['auth/unauthorized', 'fail/http-4xx', 'fail/conflict'],
  },
  opens: (view) => jsonAnswers(view, (row) => view.marks(row).licence),
  *detect(view) {
    yield* refusedRequests(view);
    yield* featuresWithout(view);
  },
};

function* refusedRequests(view: CaptureView): Generator<FindingDraft<'permission/licence'>> {
  for (const group of alike(
    view.failures.filter(isForWantOfLicence),
    ({ exchange }) => exchange.error?.text ?? '',
  )) {
    const [first] = group;
    const healed = group.every(({ row }) => view.healedBy(row) !== undefined);
    yield {
      entries: group.map(({ row }) => row),
      evidence: group.flatMap(({ row, exchange }) => [statusEvidence(row), ...errorTextEvidence(exchange)]),
      facts: {
        ...exchangeFacts(first.exchange, group.length),
        ...errorFacts(first.exchange),
        features: '',
        featureCount: 0,
      },
      severity: healed ? 'warning' : 'error',
    };
  }
}

/** What a gateway or a job says has findings of its own, which are more exact. */
function isForWantOfLicence(failure: Failure): boolean {
  if (failure.reading !== 'client' && failure.reading !== 'auth' && failure.reading !== 'server')
    return false;
  // Where subscriptions are what is asked for, a sentence about one is about the thing and not about a plan.
  if (/\/subscriptions?(?:[/?#]|$)/i.test(failure.exchange.entry.request.url)) return false;
  const { errorText, code } = errorFacts(failure.exchange);
  return speaksOfLicence(errorText ?? '') || speaksOfLicence(code ?? '');
}

function* featuresWithout(view: CaptureView): Generator<FindingDraft<'permission/licence'>> {
  const told = new Set<string>();
  for (const row of view.openedRows) {
    const exchange = view.exchange(row);
    if (exchange === undefined || view.outcome(row) !== 'answered' || !view.mimeType(row).includes('json'))
      continue;
    if (!view.answerMayHold(row, Sign.licence) || !view.answerMayHold(row, Sign.false)) continue;
    if (!exchange.answerMayHold(Sign.licence) || !exchange.answerMayHold(Sign.false)) continue;
    const found = speaksOfLicence(exchange.responseText ?? '') ? unlicensedIn(responseJson(exchange)) : [];
    if (found.length === 0) continue;
    const features = found.map(({ feature }) => feature).filter((name) => name !== '');
    const required = found.find((item) => item.required !== undefined)?.required;
    const facts = exchangeFacts(exchange, 1);
    const key = JSON.stringify([facts.host, facts.path, features]);
    if (told.has(key)) continue;
    told.add(key);
    yield {
      entries: [row],
      evidence: found.slice(0, MAX_NAMED).map(({ pointer }) => ({
        entry: row,
        pointer: '/response/content/text',
        bodyPointer: pointer,
        role: 'cause' as const,
      })),
      facts: {
        ...facts,
        features: features.slice(0, MAX_NAMED).join(', '),
        featureCount: found.length,
        ...(required === undefined ? {} : { required }),
      },
    };
  }
}
