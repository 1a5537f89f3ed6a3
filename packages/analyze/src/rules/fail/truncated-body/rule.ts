import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { networkTroubles } from '../../../failures/network-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers that ended before they were whole, behind a status that says success: fewer bytes than Content-Length
 * promised, no last chunk, or a content coding that breaks off. A proxy cut them, or the server died while it sent.
 * A warning when the same request was answered whole within a minute.
 * Spec: RFC 9112 §8 (incomplete messages); Chromium net_error_list.h, ERR_CONTENT_LENGTH_MISMATCH,
 * ERR_INCOMPLETE_CHUNKED_ENCODING.
 */
export const truncatedBody: Rule<'fail/truncated-body'> = {
  meta: {
    id: 'fail/truncated-body',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/truncated-body',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const trouble of networkTroubles(view, 'cut')) {
      const [{ exchange }] = trouble.failures;
      yield {
        entries: trouble.entries,
        evidence: [...trouble.evidence, ...headerEvidence(exchange, 'response', 'content-length')],
        facts: {
          ...trouble.facts,
          status: exchange.entry.response.status ?? 0,
          ...lengthsOf(exchange),
        },
        severity: trouble.severity,
        class: trouble.class,
      };
    }
  },
};

/** Promised and received bytes, where both count the same thing: the content as it went over the wire. */
function lengthsOf({ entry }: Exchange): {
  readonly promisedBytes?: number;
  readonly receivedBytes?: number;
} {
  const { headers, content } = entry.response;
  const written = fieldValue(headers, 'content-length')?.trim() ?? '';
  if (!/^\d{1,15}$/.test(written)) return {};
  const promisedBytes = Number(written);
  const isCoded = (fieldValue(headers, 'content-encoding') ?? 'identity').toLowerCase() !== 'identity';
  if (isCoded || content.size === undefined || content.size >= promisedBytes) return { promisedBytes };
  return { promisedBytes, receivedBytes: content.size };
}
