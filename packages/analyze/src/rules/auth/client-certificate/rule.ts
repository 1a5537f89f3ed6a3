import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import {
  errorTextEvidence,
  networkErrorEvidence,
  statusEvidence,
} from '../../../failures/failure-evidence.ts';
import { networkCodeOf } from '../../../failures/net-errors.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests that failed because the server asks for a certificate of the person or the machine: none was there, none was
 * chosen, or the server did not accept it. TLS breaks off, or lets through and the server says so itself (400, 401, 403, 495, 496).
 * Quiet about the server's own certificate, and about services whose business certificates are.
 * Spec: RFC 8446 §4.3.2, §6.2; Chromium's net_error_list.h.
 */
export const clientCertificate: Rule<'auth/client-certificate'> = {
  meta: { id: 'auth/client-certificate', severity: 'error', class: 'proven', knowledgeId: 'auth/refused' },
  *detect(view) {
    const failures = view.failures.filter(
      (failure) => failure.reading === 'auth' && failure.authKind === 'client-certificate',
    ) as FailureOf<'auth'>[];
    const codeOf = ({ exchange }: FailureOf<'auth'>) => networkCodeOf(exchange.entry.error ?? '');
    for (const group of alike(failures, (failure) =>
      JSON.stringify([codeOf(failure), failure.exchange.entry.response.status]),
    )) {
      const [first] = group;
      const { exchange } = first;
      const code = codeOf(first);
      const { status = 0 } = exchange.entry.response;
      const { errorText } = errorFacts(exchange);
      yield {
        entries: group.map(({ row }) => row),
        evidence: [
          ...networkErrorEvidence(exchange),
          ...errorTextEvidence(exchange),
          statusEvidence(first.row),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          ...(code === undefined ? {} : { code }),
          ...(status === 0 ? {} : { status }),
          ...(errorText === undefined ? {} : { errorText }),
        },
      };
    }
  },
};
