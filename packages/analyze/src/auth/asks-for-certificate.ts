import type { Exchange } from '../exchange/exchange.ts';

/** nginx: the certificate of who asks was not accepted (495), or none came (496). Others took the numbers over. */
const ownStatuses: ReadonlySet<number> = new Set([495, 496]);

/**
 * The words of servers that let nobody in without one: nginx's page, the sub-statuses of IIS (403.7 none, 403.12 not mapped, 403.13 revoked,
 * 403.16 not trusted, 403.17 expired), gateways of APIs.
 */
const page =
  /\bno required ssl certificate was sent\b|<title>[^<]{0,40}\bthe ssl certificate error\b|\b403\.(?:7|1[2367])\b[^<]{0,30}forbidden|requires your browser to have a secure sockets layer \(ssl\) client certificate/i;
/** What services write themselves. Of those that keep certificates, 400 and 409 are about the ones that people hand in. */
const sentence =
  /\bclient[- ](?:ssl |tls |x\.?509 )?cert(?:ificate)?s? (?:(?:is|are|was|were|has|have been) )?(?:not |been )?(?:required|missing|mandatory|needed|provided|presented|found|sent|accepted|trusted|valid|invalid|expired|revoked|rejected|verified)\b|\b(?:requires?|needs?|missing|no|valid|trusted|invalid|expired|without) (?:an? )?(?:valid |trusted )?client[- ](?:ssl |tls )?cert(?:ificate)?\b|\bm?tls[-_ ](?:authentication[-_ ])?(?:required|failed)\b|\bmutual tls (?:is |authentication )?(?:required|failed)\b/i;

const MAX_CHARS = 16 * 1024;

/**
 * Whether an answer says that who asks has to show a certificate in TLS, or that the one shown was not accepted: where the
 * handshake itself does not insist, the server says so afterwards, in HTTP.
 * Spec: RFC 8446 §4.3.2. Sources: nginx, ngx_http_ssl_module (495, 496); IIS, HTTP status codes (403.7 …).
 */
export function asksForCertificate({ entry, error, responseText }: Exchange): boolean {
  const { status = 0 } = entry.response;
  if (ownStatuses.has(status)) return true;
  if (status !== 400 && status !== 401 && status !== 403) return false;
  if (responseText !== undefined && page.test(responseText.slice(0, MAX_CHARS))) return true;
  if (status === 400 || error === undefined || error.family === 'network') return false;
  return sentence.test(`${error.code ?? ''} ${error.text}`);
}
