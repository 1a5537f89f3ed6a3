/** An issue of the browser's Issues panel, as the capture keeps it. Spec: DevTools protocol, `Audits.InspectorIssue`. */
export interface RecordedIssue {
  /** `ContentSecurityPolicyIssue`, `CorsIssue`, `CookieIssue` … */
  readonly code: string;
  /** What the browser says about it, without values of cookies. */
  readonly details: unknown;
}

/** An issue and the request it is about, where it names one. */
export interface IssueOfRequest {
  readonly issue: RecordedIssue;
  readonly requestId: string | undefined;
  /** The frame it arose in; undefined where the issue does not say. */
  readonly frameId: string | undefined;
}

/** Remarks on markup and performance, of which a page has hundreds and which explain no failure. */
const remarks: ReadonlySet<string> = new Set([
  'QuirksModeIssue',
  'GenericIssue',
  'LowTextContrastIssue',
  'PropertyRuleIssue',
  'SelectElementAccessibilityIssue',
  'ElementAccessibilityIssue',
  'UserReidentificationIssue',
  'PartitioningBlobURLIssue',
]);

/** Reads `Audits.issueAdded`; undefined for what is not worth keeping. */
export function readIssue(params: unknown): IssueOfRequest | undefined {
  const { issue } = params as { issue: { code: string; details: object } };
  if (remarks.has(issue.code)) return undefined;
  // `details` holds one member, named for the kind of issue.
  const [details = {}] = Object.values(issue.details) as unknown[];
  const told = strip(details);
  return {
    issue: { code: issue.code, details: told },
    requestId: findText(details, 'requestId'),
    frameId: findText(details, 'frameId'),
  };
}

/** Ids of DOM nodes mean nothing outside the browser; a cookie line has a value. */
const left: ReadonlySet<string> = new Set(['violatingNodeId', 'documentNodeId', 'nodeId', 'rawCookieLine']);

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (left.has(key) ? [] : [[key, strip(member)]])),
  );
}

function findText(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    if (key === name && typeof member === 'string' && member !== '') return member;
    const deeper = findText(member, name);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
