import type { Fixer, PlaybookLabel, PlaybookTexts } from '@harrier/knowledge';
import type { FindingClass, Severity } from '../findings/finding.ts';

/**
 * What somebody knows about one product, as data: which exchanges mean what, in which words. A playbook runs no code; its
 * patterns are linear. Schema: docs/schemas/playbook.schema.json.
 */
export interface Playbook {
  readonly schema: 1;
  /** Kebab; stands in the ids of its findings. */
  readonly id: string;
  readonly version: string;
  readonly title: PlaybookLabel;
  /** Where its knowledge is from. */
  readonly sources?: readonly string[];
  readonly findings: readonly PlaybookFinding[];
  /** Lists of names by key, for places such as `{features|feature}` in texts. */
  readonly labels?: Readonly<Record<string, Readonly<Record<string, PlaybookLabel>>>>;
}

export interface PlaybookFinding {
  /** Kebab; `playbook/<pack>/<id>`. */
  readonly id: string;
  /**
   * Ids of rules whose findings it tells more exactly: where one is found on an exchange that fits, this finding's words are
   * used and the rule's id stays. Without it, it is a finding of its own wherever an exchange fits.
   */
  readonly refines?: readonly string[];
  /** Of a finding of its own; default `warning`, `strong`. */
  readonly severity?: Severity;
  readonly class?: FindingClass;
  readonly match: PlaybookMatch;
  /** Values for the texts, by name. */
  readonly extract?: Readonly<Record<string, PlaybookValue>>;
  readonly fixer?: Fixer;
  readonly texts: PlaybookTexts;
}

/** Which exchanges are meant; what is absent does not matter. */
export interface PlaybookMatch {
  /** Any of these; `*` stands for anything within: `*.example.com`, `api-*.example.com`. */
  readonly hosts?: readonly string[];
  readonly methods?: readonly string[];
  /** Any of these; `{…}` stands for one segment, `**` for any number: `/v1/users/{id}/voicemail`, `/api/**`. */
  readonly paths?: readonly string[];
  /** Half-open range of statuses: `[200, 300]` is every success. */
  readonly status?: readonly [number, number];
  /** Parameters of the query and their values. */
  readonly query?: Readonly<Record<string, string>>;
  /** All of these. */
  readonly where?: readonly PlaybookCondition[];
}

/** A place in a JSON body: pointer (RFC 6901) in which `*` stands for every name or index. */
export interface PlaybookPlace {
  readonly in: 'request' | 'response';
  readonly at: string;
}

/** A test of the scalars at a place: one of them is enough. With no test: something stands there. */
export interface PlaybookCondition extends PlaybookPlace {
  readonly oneOf?: readonly (string | number | boolean | null)[];
  /** A linear regular expression, tested anywhere in the text; upper and lower case are the same. */
  readonly matches?: string;
}

/** What is taken from the scalars at a place that pass the test: their values, or the last names of their pointers. */
export interface PlaybookValue extends PlaybookCondition {
  readonly take?: 'value' | 'name' | 'count';
}
