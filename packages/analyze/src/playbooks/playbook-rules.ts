import type { PlaybookFindingId } from '@harrier/knowledge';
import { exchangeFacts } from '../failures/exchange-facts.ts';
import { errorTextEvidence, statusEvidence } from '../failures/failure-evidence.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import type { Evidence, Finding, FindingDraft } from '../findings/finding.ts';
import type { Rule } from '../findings/rule.ts';
import { valuesAt } from './body-values.ts';
import { fits, mayFit, mayFitKind, mayFitUrl } from './match-exchange.ts';
import type { Playbook, PlaybookFinding } from './playbook.ts';
import { tellByPlaybook } from './tell-by-playbook.ts';

/** Rows that one finding of a playbook may open: the last ones. */
const MAX_OPENED = 300;
/** Places that one finding points at. */
const MAX_EVIDENCE = 10;

/** The playbooks' own findings as rules; those that refine a rule's finding are not among them. */
export function playbookRules(playbooks: readonly Playbook[]): Rule[] {
  return playbooks.flatMap((playbook) =>
    playbook.findings
      .filter(({ refines }) => refines === undefined)
      .map((finding): Rule => ruleOf(playbook, finding)),
  );
}

function ruleOf(playbook: Playbook, finding: PlaybookFinding): Rule<PlaybookFindingId> {
  const id: PlaybookFindingId = `playbook/${playbook.id}/${finding.id}`;
  return {
    meta: {
      id,
      severity: finding.severity ?? 'warning',
      class: finding.class ?? 'strong',
      knowledgeId: `playbook/${playbook.id}`,
    },
    opens: (view) => rowsToOpen(view, finding),
    *detect(view) {
      const groups = new Map<string, number[]>();
      for (const row of view.rowsOfKinds((one) => mayFitKind(view, one, finding.match))) {
        const exchange = view.exchange(row);
        if (exchange === undefined || !mayFitUrl(view, row, finding.match)) continue;
        if (!fits(view, row, exchange, finding.match)) continue;
        const { facts } = tellByPlaybook(playbook, finding, exchange);
        // Requests that went alike are one finding; what differs by its nature does not part them.
        const key = JSON.stringify({ ...facts, trackingId: '' });
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
      for (const rows of groups.values()) yield* draftOf(playbook, finding, view, rows);
    },
  };
}

/** Paths are not among the columns: what host, method, status and media type leave over is opened. */
function rowsToOpen(view: ColumnView, { match }: PlaybookFinding): number[] {
  const needsJson = (match.where ?? []).some((condition) => condition.in === 'response');
  const likely = view.rowsOfKinds(
    (row) => mayFitKind(view, row, match) && (!needsJson || view.mimeType(row).includes('json')),
  );
  const rows: number[] = [];
  for (let at = likely.length - 1; at >= 0 && rows.length < MAX_OPENED; at--) {
    const row = likely[at] as number;
    if (mayFitUrl(view, row, match)) rows.push(row);
  }
  return rows.reverse();
}

function* draftOf(
  playbook: Playbook,
  finding: PlaybookFinding,
  view: CaptureView,
  rows: readonly number[],
): Generator<FindingDraft<PlaybookFindingId>> {
  const [first] = rows;
  const exchange = first === undefined ? undefined : view.exchange(first);
  if (first === undefined || exchange === undefined) return;
  const evidence: Evidence[] = (finding.match.where ?? [])
    .flatMap((condition) => valuesAt(exchange, condition))
    .slice(0, MAX_EVIDENCE)
    .flatMap(({ side, pointer }): Evidence[] =>
      side === 'error'
        ? errorTextEvidence(exchange)
        : [
            {
              entry: first,
              pointer: side === 'request' ? '/request/postData/text' : '/response/content/text',
              bodyPointer: pointer,
              role: 'cause',
            },
          ],
    );
  yield {
    entries: rows,
    evidence: evidence.length > 0 ? evidence : [statusEvidence(first, 'cause')],
    facts: exchangeFacts(exchange, rows.length),
    playbook: tellByPlaybook(playbook, finding, exchange),
  };
}

/**
 * Lets playbooks tell the rules' findings that they refine: the id, place and rank stay, the words become the playbook's.
 * Of several playbooks the first that fits counts.
 */
export function refineFindings(
  findings: readonly Finding[],
  playbooks: readonly Playbook[],
  view: CaptureView,
): Finding[] {
  const refining = playbooks.flatMap((playbook) =>
    playbook.findings
      .filter(({ refines }) => refines !== undefined)
      .map((finding) => ({ playbook, finding })),
  );
  return findings.map((found): Finding => {
    if (found.playbook !== undefined) return found;
    for (const { playbook, finding } of refining) {
      if (!isMeant(finding, found)) continue;
      const row = found.entries.find((entry) => {
        const exchange = view.exchange(entry);
        return (
          exchange !== undefined &&
          mayFit(view, entry, finding.match) &&
          fits(view, entry, exchange, finding.match)
        );
      });
      const exchange = row === undefined ? undefined : view.exchange(row);
      if (exchange !== undefined)
        return { ...found, playbook: tellByPlaybook(playbook, finding, exchange, found.facts) };
    }
    return found;
  });
}

function isMeant({ refines, whenFinding }: PlaybookFinding, { ruleId, severity, facts }: Finding): boolean {
  if (refines?.includes(ruleId) !== true) return false;
  if (whenFinding?.severity?.includes(severity) === false) return false;
  return (whenFinding?.has ?? []).every((name) => Object.hasOwn(facts, name));
}
