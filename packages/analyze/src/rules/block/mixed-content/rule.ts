import { documentRows, originOf, pageOf } from '../../../block/page-of.ts';
import { failedWith, stoppedWithoutAWord } from '../../../block/stopped.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

/** These hosts are as trustworthy as https. W3C Secure Contexts §3.1. */
const localHost = /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * Finds requests over plain http that an https page made and the browser did not send.
 * Quiet on: localhost, which counts as safe; http pages; plain pictures, which browsers upgrade or load. Spec: W3C Mixed
 * Content §4.4.
 */
export const mixedContent: Rule<'block/mixed-content'> = {
  meta: {
    id: 'block/mixed-content',
    severity: 'warning',
    class: 'strong',
    knowledgeId: 'network/blocked',
    supersedes: ['block/by-client', 'block/content-security-policy', 'fail/network'],
  },
  opens: documentRows,
  *detect(view) {
    const told = failedWith(view, /^mixed-content$/);
    const mixed = [...told, ...stoppedWithoutAWord(view)].filter(({ row, exchange }) => {
      const { url } = exchange.entry.request;
      if (!/^(?:http|ws):\/\//i.test(url) || localHost.test(view.host(row))) return false;
      return /^https:/i.test(pageOf(view, row)?.entry.request.url ?? '');
    });
    for (const group of alike(mixed, () => '')) {
      const [{ row, exchange }] = group;
      const page = originOf(pageOf(view, row)?.entry.request.url ?? '');
      if (page === undefined) continue;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [{ entry: row, pointer: '/request/url', role: 'cause' }, statusEvidence(row)],
        facts: { ...exchangeFacts(exchange, group.length), page },
        ...(group.some((failure) => failure.code !== undefined) ? { class: 'proven' as const } : {}),
      };
    }
  },
};
