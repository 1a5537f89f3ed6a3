import { samlStatus } from '../../../auth/saml.ts';
import { holdsPostData } from '../../../exchange/content-bytes.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { statusEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { groupBy } from '../../../findings/group-by.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Documents in which a SAML response may stand. */
const MOST_DOCUMENTS = 100;

/**
 * Finds SAML responses whose status is not Success, in the form with which the identity provider makes the browser post and in
 * what is posted: the person never got signed in, whatever the statuses of HTTP say. Both are one finding.
 * Responses in a redirect's address are compressed and not looked at. Spec: SAML 2.0 core §3.2.2.2, bindings §3.5.
 */
export const samlRefused: Rule<'auth/saml-refused'> = {
  meta: {
    id: 'auth/saml-refused',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized'],
  },
  opens: documents,
  *detect(view) {
    const failures = view.failures.filter(
      (failure) => failure.reading === 'auth' && failure.authKind === 'saml',
    ) as FailureOf<'auth'>[];
    const groups = groupBy(failures, ({ exchange }) => JSON.stringify(samlStatus(exchange)));
    for (const group of groups.values()) {
      const [first] = group;
      const status = first && samlStatus(first.exchange);
      if (first === undefined || status === undefined) continue;
      yield {
        entries: group.map(({ row }) => row),
        evidence: group.map((failure) => messageEvidence(failure)),
        facts: {
          ...exchangeFacts(first.exchange, 1),
          samlStatus: status.code,
          ...(status.message === undefined ? {} : { errorText: status.message }),
        },
      };
    }
  },
};

function messageEvidence({ row, exchange }: FailureOf<'auth'>) {
  const { postData } = exchange.entry.request;
  if (postData?.hasText && /SAMLResponse=/.test(exchange.requestText ?? ''))
    return { entry: row, pointer: '/request/postData/text', role: 'cause' as const };
  if (/SAMLResponse/.test(exchange.responseText ?? ''))
    return { entry: row, pointer: '/response/content/text', role: 'cause' as const };
  return statusEvidence(row, 'cause');
}

function documents(view: ColumnView): number[] {
  return view
    .rowsOfKinds(
      (row) =>
        view.resourceType(row) === 'document' ||
        (view.method(row) === 'POST' && /html|^$/.test(view.mimeType(row))),
    )
    .filter((row) => view.marks(row).saml || holdsPostData(view.index, row))
    .slice(0, MOST_DOCUMENTS);
}
