import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { networkErrorEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { networkCodeOf } from '../../../failures/net-errors.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds connections that failed because the server asks for a certificate of the person or the machine: none was there, none was
 * chosen, or the server did not accept it. Spec: RFC 8446 §4.3.2; Chromium's net_error_list.h.
 */
export const clientCertificate: Rule<'auth/client-certificate'> = {
  meta: { id: 'auth/client-certificate', severity: 'error', class: 'proven', knowledgeId: 'auth/refused' },
  *detect(view) {
    const failures = view.failures.filter(
      (failure) => failure.reading === 'auth' && failure.authKind === 'client-certificate',
    ) as FailureOf<'auth'>[];
    const codeOf = ({ exchange }: FailureOf<'auth'>) => networkCodeOf(exchange.entry.error ?? '');
    for (const group of alike(failures, (failure) => codeOf(failure) ?? '')) {
      const [first] = group;
      const code = codeOf(first);
      yield {
        entries: group.map(({ row }) => row),
        evidence: [...networkErrorEvidence(first.exchange), statusEvidence(first.row)],
        facts: { ...exchangeFacts(first.exchange, group.length), ...(code === undefined ? {} : { code }) },
      };
    }
  },
};
