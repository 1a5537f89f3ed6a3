import type { Analysis, Finding, IdToSearch, SlowEntry } from '@harrier/analyze';
import { type Capture, foldNotes, type ReadNote } from '@harrier/har';
import type { Severity } from '../../arguments/option-table.ts';
import type { Mask } from '../../masking/mask.ts';
import { evidenceValue, fieldName } from './evidence-value.ts';

/** What `triage` says, before it becomes lines or JSON; words are looked up when it does. */
export interface TriageReport {
  readonly capture: Capture;
  readonly analysis: Analysis;
  /** Most telling first. */
  readonly findings: readonly FindingReport[];
  /** Breaches of the protocol that nobody complained of. */
  readonly lint: readonly FindingReport[];
  /** Equal ones folded. */
  readonly notes: readonly ReadNote[];
}

export interface FindingReport {
  readonly finding: Finding;
  readonly evidence: readonly EvidenceReport[];
}

export interface EvidenceReport {
  readonly entry: number;
  /** JSON pointer into that entry (RFC 6901). */
  readonly pointer: string;
  readonly bodyPointer?: string;
  readonly role: 'cause' | 'symptom' | 'context';
  /** Of a header field or parameter: its name, which says more than its number in the list. */
  readonly field?: string;
  /** What stands there, masked and short; absent where it is no single value. */
  readonly value?: string;
}

/** Findings whose evidence is looked up; nobody reads the values of more, and each costs opening entries. */
const looksUpFindings = 20;

export async function buildReport(capture: Capture, analysis: Analysis, mask: Mask): Promise<TriageReport> {
  const rawEntries = new Map<number, unknown>();
  const rawEntry = async (entry: number) => {
    if (!rawEntries.has(entry)) rawEntries.set(entry, await capture.openRawEntry(entry));
    return rawEntries.get(entry);
  };
  const reportsOf = async (list: readonly Finding[]): Promise<FindingReport[]> => {
    const reports: FindingReport[] = [];
    for (const [rank, finding] of list.entries()) {
      const evidence: EvidenceReport[] = [];
      for (const place of finding.evidence)
        evidence.push(rank < looksUpFindings ? withValue(place, await rawEntry(place.entry), mask) : place);
      reports.push({ finding, evidence });
      rawEntries.clear();
    }
    return reports;
  };
  const findings = await reportsOf(analysis.findings);
  const lint = await reportsOf(analysis.lint);
  return { capture, analysis, findings, lint, notes: foldNotes(capture.notes) };
}

function withValue(place: EvidenceReport, entry: unknown, mask: Mask): EvidenceReport {
  const field = fieldName(entry, place.pointer);
  const value = evidenceValue(entry, place, mask);
  return { ...place, ...(field === undefined ? {} : { field }), ...(value === undefined ? {} : { value }) };
}

/** How bad the worst finding is; undefined: there is none. */
export function worstSeverity({ findings }: Analysis): Severity | undefined {
  return (['error', 'warning', 'info'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
}

export type { IdToSearch, SlowEntry };
