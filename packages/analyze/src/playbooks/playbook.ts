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
  /** The services behind the product, by a name that hops use. */
  readonly services?: Readonly<Record<string, PlaybookService>>;
  /** What the services do for one kind of request; the first that fits counts. */
  readonly operations?: readonly PlaybookOperation[];
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
  /** Of a finding that refines: which of the rule's findings are meant. */
  readonly whenFinding?: PlaybookWhenFinding;
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

/** What a rule's finding must be like; what is absent does not matter. */
export interface PlaybookWhenFinding {
  readonly severity?: readonly Severity[];
  /** Facts that it must know. */
  readonly has?: readonly string[];
}

/**
 * A place in a JSON body: pointer (RFC 6901) in which `*` stands for every name or index. In `error` the only place is the
 * whole, `""`: the one line that says what went wrong, wherever the answer has it.
 */
export interface PlaybookPlace {
  readonly in: 'request' | 'response' | 'error';
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

/** A service that writes logs. */
export interface PlaybookService {
  readonly title: PlaybookLabel;
  /** With which its tracking ids begin: `OCIROUTER` of `OCIROUTER_<uuid>_12_0`. None: it writes others' ids. */
  readonly prefixes?: readonly string[];
}

/** What the services do for one kind of request, for whoever follows it through their logs. */
export interface PlaybookOperation {
  /** Kebab. */
  readonly id: string;
  readonly title: PlaybookLabel;
  /** Method, host and path only. */
  readonly match: Pick<PlaybookMatch, 'hosts' | 'methods' | 'paths'>;
  /** In the order in which they are reached. */
  readonly hops: readonly PlaybookHop[];
  /** The list of labels that says what the members of the request's JSON are called further behind. */
  readonly fields?: string;
}

/** One service on the way. */
export interface PlaybookHop {
  readonly service: string;
  /** Counters behind the request's own id: none at the service that the browser asked, `[0]` in its first call. */
  readonly call: readonly number[];
  /** Not reached every time, so a trace without it is whole. */
  readonly optional?: true;
}
