import type { NetworkFailure } from '@harrier/knowledge';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { networkErrorEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { asideOf } from '../../../failures/is-aside.ts';
import type { FindingClass, Severity } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests that came to nothing below HTTP: no name, no connection, no certificate to trust, an answer that was cut
 * short. What failed lies between browser and server, so the services' logs mostly know nothing of it.
 * Milder: given up by the page (info); stopped by an extension, answered when asked again, or missed by nobody (warning).
 * Without the exporter's word for it (Firefox, Safari, Fiddler) only the missing answer is known: strong, not proven.
 */
export const network: Rule<'fail/network'> = {
  meta: { id: 'fail/network', severity: 'error', class: 'proven', knowledgeId: 'network/errors' },
  wants: () => ['network-errors'],
  *detect(view) {
    const isAside = asideOf(view);
    const failures = view.failures.filter((failure) => failure.reading === 'network');
    const groups = alike(failures, ({ row, code, network }) =>
      JSON.stringify([code, network, view.healedBy(row) === undefined]),
    );
    for (const group of groups) {
      const [{ row, exchange, network, code }] = group;
      const healed = view.healedBy(row) !== undefined;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [...networkErrorEvidence(exchange), statusEvidence(row)],
        facts: {
          ...exchangeFacts(exchange, group.length),
          failure: network,
          ...(code === undefined ? {} : { code }),
          healed,
        },
        severity: severityOf(network, healed || group.every(isAside)),
        class: classOf(network, code),
      };
    }
  },
};

function severityOf(network: NetworkFailure, isMinor: boolean): Severity {
  if (network === 'aborted') return 'info';
  return isMinor || network === 'blocked' ? 'warning' : 'error';
}

function classOf(network: NetworkFailure, code: string | undefined): FindingClass {
  if (code !== undefined) return network === 'none' ? 'strong' : 'proven';
  return network === 'blocked' ? 'hint' : 'strong';
}
