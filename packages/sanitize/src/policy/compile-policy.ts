import { RE2JS } from 're2js';
import type { ContentRules } from '../content/content-rules.ts';
import type { CredentialKind } from '../credential-kind.ts';
import type { Strictness } from '../names/cookie-fields.ts';
import type { SecretSpan } from '../secret-span.ts';
import { joinSpans } from '../shapes/join-spans.ts';
import { harmlessReason } from '../values/harmless.ts';
import { findPersonalData, PERSON_NAME_KEYS } from './personal-data.ts';
import { PolicyError, type Preset, type SanitizePolicy } from './policy.ts';

/** A policy as the run takes it. */
export interface CompiledPolicy {
  /** What it was made from, for those who have to make it again in another thread. */
  readonly source: SanitizePolicy;
  readonly strictness: Strictness;
  readonly jwt: 'keep-claims' | 'strip';
  readonly rules: Pick<ContentRules, 'findMore' | 'nameRule' | 'isAllowed' | 'keepsKind'>;
}

/** What a preset adds. */
const PRESETS: Readonly<Record<Preset, Pick<SanitizePolicy, 'names' | 'jwt'>>> = {
  default: {},
  // No cookie is spared (see `Strictness`), and tokens go whole.
  strict: { jwt: 'strip' },
  // Names of Webex Calling that mean something else, or nothing, elsewhere.
  webex: {
    names: {
      remove: [
        'activationCode',
        'macActivationCode',
        'linePassword',
        'sipPassword',
        'mercuryToken',
        'wdmToken',
        'clusterToken',
      ],
      keep: ['orgId', 'organizationId', 'userId', 'locationId', 'trackingId', 'customerId'],
    },
  },
};

/** Makes a policy ready to be applied. Error: {@link PolicyError} for a pattern that is none. */
export function compilePolicy(policy: SanitizePolicy = {}): CompiledPolicy {
  const preset = policy.preset ?? 'default';
  const remove = nameSet(PRESETS[preset].names?.remove, policy.names?.remove);
  const keep = nameSet(PRESETS[preset].names?.keep, policy.names?.keep);
  const allowed = new Set(policy.allow);
  const keptKinds = new Set(policy.keepKinds);
  const personal = policy.personalData ?? {};
  const patterns = (policy.patterns ?? []).map((row, at) => compilePattern(row, `/patterns/${at}/pattern`));
  const looksFurther = patterns.length > 0 || personal.email || personal.phone || personal.ipAddress;
  const knowsNames = remove.size > 0 || keep.size > 0 || personal.names === true;
  return {
    source: policy,
    strictness: preset === 'strict' ? 'strict' : 'default',
    jwt: policy.jwt ?? PRESETS[preset].jwt ?? 'keep-claims',
    rules: {
      ...(allowed.size === 0 ? {} : { isAllowed: (value: string) => allowed.has(value) }),
      ...(keptKinds.size === 0 ? {} : { keepsKind: (kind: CredentialKind) => keptKinds.has(kind) }),
      ...(looksFurther
        ? {
            findMore: (text: string) =>
              joinSpans([...patterns.flatMap((find) => find(text)), ...findPersonalData(text, personal)]),
          }
        : {}),
      ...(knowsNames ? { nameRule: nameRule(remove, keep, personal.names === true) } : {}),
    },
  };
}

function nameRule(
  remove: ReadonlySet<string>,
  keep: ReadonlySet<string>,
  personNames: boolean,
): NonNullable<ContentRules['nameRule']> {
  return ({ name, value, valueType }) => {
    const plain = plainName(name);
    if (keep.has(plain)) return 'keep';
    const isPerson = personNames && PERSON_NAME_KEYS.has(plain);
    if (!isPerson && !remove.has(plain)) return undefined;
    if (valueType === 'boolean' || harmlessReason(value) !== undefined) return undefined;
    const kind = isPerson ? 'person-name' : 'access-token';
    const rule = isPerson ? 'personal/name' : 'policy/name';
    return {
      kind,
      rule,
      certainty: isPerson ? 'suspect' : 'certain',
      parts: [{ start: 0, end: value.length, kind, rule }],
    };
  };
}

function compilePattern(
  { id, pattern, kind = 'access-token' }: { id: string; pattern: string; kind?: SecretSpan['kind'] },
  path: string,
) {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (cause) {
    throw new PolicyError(
      path,
      `is no pattern that can be matched in linear time: ${(cause as Error).message}`,
    );
  }
  if (compiled.matcher('').find())
    throw new PolicyError(path, 'fits the empty text, so it would fit everywhere');
  return (text: string): SecretSpan[] => {
    const spans: SecretSpan[] = [];
    const matcher = compiled.matcher(text);
    while (matcher.find()) {
      const group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
      const [start, end] = [matcher.start(group), matcher.end(group)];
      if (end > start && harmlessReason(text.slice(start, end)) === undefined)
        spans.push({ start, end, kind, rule: `policy/${id}` });
    }
    return spans;
  };
}

function nameSet(...lists: (readonly string[] | undefined)[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list ?? []).map(plainName));
}

/** Letters and digits in lower case: `X-Tenant-Key`, `xTenantKey` and `x_tenant_key` are one name. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
