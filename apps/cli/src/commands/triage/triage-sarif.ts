import { allRules, type Severity } from '@harrier/analyze';
import { tellFinding } from '@harrier/knowledge';
import { versionText } from '../../version.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { FindingReport, TriageReport } from './triage-report.ts';

/** SARIF 2.1.0 §3.27.10: what pipelines know instead of our severities. */
const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
/** Where the schema lives that the output follows. */
const schemaUri =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const MAX_SCORE = 1000;

/** The value of `triage --format sarif`: one run, one result for each finding. Spec: SARIF 2.1.0 (OASIS). */
export function triageSarif(report: TriageReport, words: AllWords): object {
  const { analysis, findings } = report;
  const ruleIds = [...new Set(findings.map(({ finding }) => finding.ruleId))].sort();
  return {
    $schema: schemaUri,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Harrier',
            version: versionText().replace(/^\S+ /, ''),
            rules: ruleIds.map((id) => ({
              id,
              defaultConfiguration: { level: levels[severityOf(id, report)] },
            })),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: analysis.ruleFailures.map(({ ruleId }) => ({
              level: 'warning',
              message: { text: words.knowledge.answers.ruleFailed(ruleId) },
            })),
          },
        ],
        results: findings.map((finding) => resultOf(finding, ruleIds, report, words)),
      },
    ],
  };
}

function resultOf(
  { finding, evidence }: FindingReport,
  ruleIds: readonly string[],
  report: TriageReport,
  words: AllWords,
): object {
  const { verdict, explanation, nextStep, whoCanFix } = tellFinding(finding, words.knowledge);
  const trackingId = report.analysis.trackingIds.find(({ entry }) => finding.entries.includes(entry))?.id;
  const places = evidence.map(({ entry, pointer }) => ({ entry, pointer }));
  if (places.length === 0)
    places.push(...finding.entries.slice(0, 1).map((entry) => ({ entry, pointer: '' })));
  return {
    ruleId: finding.ruleId,
    ruleIndex: ruleIds.indexOf(finding.ruleId),
    level: levels[finding.severity],
    message: { text: verdict },
    rank: Math.round((finding.score / MAX_SCORE) * 1000) / 10,
    locations:
      places.length === 0 ? [fileLocation(report)] : places.map((place) => locationOf(place, report)),
    partialFingerprints: { 'harrierFinding/v1': finding.fingerprint },
    properties: {
      class: finding.class,
      shown: finding.rank,
      ...(finding.causedBy === undefined ? {} : { causedBy: finding.causedBy }),
      entries: finding.entries,
      explanation,
      nextStep,
      whoCanFix,
      ...(finding.playbook === undefined ? {} : { playbook: finding.playbook.id }),
      ...(trackingId === undefined ? {} : { trackingId }),
    },
  };
}

function fileLocation({ capture }: TriageReport): {
  physicalLocation: { artifactLocation: { uri: string } };
} {
  return {
    physicalLocation: { artifactLocation: { uri: encodeURIComponent(capture.source.name ?? 'stdin') } },
  };
}

/** The file, the bytes of the entry where the file is the HAR itself, and the place in it as a JSON pointer. */
function locationOf({ entry, pointer }: { entry: number; pointer: string }, report: TriageReport): object {
  const { physicalLocation } = fileLocation(report);
  const { container, index } = report.capture;
  const isPlain = container.format === 'har' && container.wrappings.length === 0;
  const region = {
    byteOffset: index.columns.entryStart[entry] as number,
    byteLength: index.columns.entryLength[entry] as number,
  };
  return {
    physicalLocation: isPlain ? { ...physicalLocation, region } : physicalLocation,
    logicalLocations: [{ fullyQualifiedName: `/log/entries/${entry}${pointer}`, kind: 'member' }],
  };
}

/** A playbook's findings have no rule in the table; the first of them speaks for the others. */
function severityOf(ruleId: string, { findings }: TriageReport): Severity {
  const rule = allRules.find(({ meta }) => meta.id === ruleId);
  const found = findings.find(({ finding }) => finding.ruleId === ruleId);
  return rule?.meta.severity ?? found?.finding.severity ?? 'warning';
}
