import type { SanitizePolicy } from '../policy/policy.ts';
import { RULE_SET } from '../rule-set.ts';
import type { Redaction, Sanitized } from '../run/sanitize-capture.ts';
import type { Exposure } from './exposure.ts';

/** Version of the report's shape: docs/schemas/sanitize-report.schema.json. */
export const REPORT_SCHEMA = 'harrier-sanitize-report/1';

/** A file by its content. */
export interface FileDigest {
  /** Its name without folders, where it has one. */
  readonly name?: string;
  readonly sizeBytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** What was done to a capture. Holds no value of it, and nothing from which one could be computed. Also the attestation. */
export interface SanitizeReport {
  readonly schema: typeof REPORT_SCHEMA;
  readonly ruleSet: string;
  readonly input: FileDigest;
  readonly output: FileDigest;
  readonly policy: SanitizePolicy;
  readonly counts: {
    readonly redactions: number;
    /** Different values. */
    readonly credentials: number;
    readonly byKind: Readonly<Record<string, number>>;
    readonly byRule: Readonly<Record<string, number>>;
  };
  /** Values removed where they stood and not looked for elsewhere, by reason. */
  readonly unswept: Sanitized['unswept'];
  /** JSON pointers of bodies that nobody can read and that were taken out whole. */
  readonly droppedBodies: readonly string[];
  readonly exposures: readonly Exposure[];
  /** Every redaction in the order of the file. */
  readonly redactions: readonly Redaction[];
  readonly signature?: ReportSignature;
}

/** Over the UTF-8 bytes of {@link signedText}. */
export interface ReportSignature {
  readonly algorithm: 'ed25519';
  /** SPKI, base64. */
  readonly publicKey: string;
  readonly value: string;
}

/** What a signature covers: what went in, what came out, by which rules. The rest of the report follows from these. */
export function signedText({
  schema,
  ruleSet,
  input,
  output,
  policy,
  counts,
}: Omit<SanitizeReport, 'signature' | 'redactions'>): string {
  const { redactions, credentials } = counts;
  return JSON.stringify([schema, ruleSet, input.sha256, output.sha256, policy, redactions, credentials]);
}

/** Counts redactions while they are told. */
export class RedactionCounts {
  #redactions = 0;
  readonly #byKind = new Map<string, number>();
  readonly #byRule = new Map<string, number>();

  add({ kind, rule }: Redaction): void {
    this.#redactions++;
    this.#byKind.set(kind, (this.#byKind.get(kind) ?? 0) + 1);
    this.#byRule.set(rule, (this.#byRule.get(rule) ?? 0) + 1);
  }

  counts(credentials: number): SanitizeReport['counts'] {
    return {
      redactions: this.#redactions,
      credentials,
      byKind: sorted(this.#byKind),
      byRule: sorted(this.#byRule),
    };
  }
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

/** The head of a report; its redactions are written one by one, because there can be a million. */
export function reportHead(
  report: Omit<SanitizeReport, 'schema' | 'ruleSet' | 'redactions'>,
): Omit<SanitizeReport, 'redactions'> {
  return { schema: REPORT_SCHEMA, ruleSet: RULE_SET, ...report };
}
