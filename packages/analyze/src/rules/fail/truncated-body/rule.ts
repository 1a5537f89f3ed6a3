import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { networkTroubles } from '../../../failures/network-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers that ended before they were whole, behind a status that says success: fewer bytes than Content-Length
 * promised, or no last chunk. A proxy cut them, or the server died while it sent. Also contents that the browser could not decode: they are
 * not what Content-Encoding names.
 * A warning when the same request was answered whole within a minute.
 * Spec: RFC 9112 §8 (incomplete messages); Chromium net_error_list.h, ERR_CONTENT_LENGTH_MISMATCH,
 * ERR_INCOMPLETE_CHUNKED_ENCODING, ERR_CONTENT_DECODING_FAILED.
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
      const [{ exchange, code = '' }] = trouble.failures;
      const isUndecodable = /CONTENT_DECODING/.test(code);
      yield {
        entries: trouble.entries,
        evidence: [
          ...trouble.evidence,
          ...headerEvidence(exchange, 'response', isUndecodable ? 'content-encoding' : 'content-length'),
        ],
        facts: {
          ...trouble.facts,
          status: exchange.entry.response.status ?? 0,
          ...(isUndecodable ? { coding: codingOf(exchange) } : lengthsOf(exchange)),
        },
        severity: trouble.severity,
        class: trouble.class,
      };
    }
  },
};

/** The codings that the answer names, as registered names look. RFC 9110 §8.4.1. */
function codingOf({ entry }: Exchange): string {
  const named = fieldValue(entry.response.headers, 'content-encoding')?.trim() ?? '';
  return /^[\w-]{1,20}(?:\s{0,3},\s{0,3}[\w-]{1,20}){0,3}$/.test(named) ? named : '';
}

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
