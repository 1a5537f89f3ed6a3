import { type CredentialKind, credentialKinds } from '../credential-kind.ts';

/** Sets of settings with a name. */
export const presets = ['default', 'strict', 'webex'] as const;
export type Preset = (typeof presets)[number];

/** A pattern of a user's own. Matched in linear time (RE2 syntax); without a group all of the match goes. */
export interface PolicyPattern {
  /** Letters, digits, hyphens; reports call the rule `policy/<id>`. */
  readonly id: string;
  readonly pattern: string;
  readonly kind?: CredentialKind;
}

/** Personal data is another question than credentials, so all of it is off unless it is asked for. */
export interface PersonalData {
  readonly email?: boolean;
  readonly phone?: boolean;
  readonly ipAddress?: boolean;
  readonly names?: boolean;
}

/**
 * What a site adds to the rules or takes from them. The file is JSON; its schema is docs/schemas/sanitize-policy.schema.json.
 */
export interface SanitizePolicy {
  readonly preset?: Preset;
  /** Names of headers, cookies, parameters and JSON keys, in any style: `X-Tenant-Key` is `tenantKey`'s like. */
  readonly names?: {
    /** Their values always go. */
    readonly remove?: readonly string[];
    /** Their values stay where they stand, unless they are found secret somewhere else. */
    readonly keep?: readonly string[];
  };
  readonly patterns?: readonly PolicyPattern[];
  /** Values that are no secret here, whatever the rules say: a test key, a public client secret. */
  readonly allow?: readonly string[];
  /**
   * Kinds whose values stay where nothing else makes them secret: for those who know that the reader may see them. The
   * report names them.
   */
  readonly keepKinds?: readonly CredentialKind[];
  readonly personalData?: PersonalData;
  readonly jwt?: 'keep-claims' | 'strip';
}

/** A policy file that makes no sense. `path` is a JSON pointer into it. */
export class PolicyError extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.name = 'PolicyError';
    this.path = path;
  }
}

/** Reads a policy file. Error: {@link PolicyError}; an unknown member is one, because a typing error must not weaken a policy. */
export function parsePolicy(text: string): SanitizePolicy {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PolicyError('', 'is not JSON');
  }
  const policy = members(value, '', [
    '$schema',
    'preset',
    'names',
    'patterns',
    'allow',
    'keepKinds',
    'personalData',
    'jwt',
  ]);
  oneOf(policy.preset, '/preset', presets);
  oneOf(policy.jwt, '/jwt', ['keep-claims', 'strip']);
  if (policy.names !== undefined) {
    const names = members(policy.names, '/names', ['remove', 'keep']);
    texts(names.remove, '/names/remove');
    texts(names.keep, '/names/keep');
  }
  texts(policy.allow, '/allow');
  texts(policy.keepKinds, '/keepKinds');
  for (const [at, kind] of ((policy.keepKinds ?? []) as readonly string[]).entries())
    oneOf(kind, `/keepKinds/${at}`, Object.keys(credentialKinds));
  if (policy.personalData !== undefined) {
    const switches = members(policy.personalData, '/personalData', ['email', 'phone', 'ipAddress', 'names']);
    for (const [name, given] of Object.entries(switches))
      if (typeof given !== 'boolean') throw new PolicyError(`/personalData/${name}`, 'is not true or false');
  }
  if (policy.patterns !== undefined) {
    if (!Array.isArray(policy.patterns)) throw new PolicyError('/patterns', 'is not an array');
    for (const [at, given] of policy.patterns.entries()) checkPattern(given, `/patterns/${at}`);
  }
  const { $schema: _, ...rest } = policy;
  return rest as SanitizePolicy;
}

function checkPattern(value: unknown, path: string): void {
  const pattern = members(value, path, ['id', 'pattern', 'kind']);
  if (typeof pattern.id !== 'string' || !/^[A-Za-z0-9-]{1,60}$/.test(pattern.id))
    throw new PolicyError(`${path}/id`, 'is not a name of letters, digits and hyphens');
  if (typeof pattern.pattern !== 'string' || pattern.pattern === '' || pattern.pattern.length > 2000)
    throw new PolicyError(`${path}/pattern`, 'is not a pattern of 1 to 2000 characters');
  if (pattern.kind !== undefined && !Object.hasOwn(credentialKinds, String(pattern.kind)))
    throw new PolicyError(`${path}/kind`, `is none of ${Object.keys(credentialKinds).join(', ')}`);
}

function members(value: unknown, path: string, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PolicyError(path, 'is not an object');
  for (const name of Object.keys(value))
    if (!known.includes(name))
      throw new PolicyError(`${path}/${name}`, `is unknown; known are ${known.join(', ')}`);
  return value as Record<string, unknown>;
}

function oneOf(value: unknown, path: string, known: readonly string[]): void {
  if (value !== undefined && !known.includes(value as string))
    throw new PolicyError(path, `is none of ${known.join(', ')}`);
}

function texts(value: unknown, path: string): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw new PolicyError(path, 'is not an array');
  for (const [at, item] of value.entries())
    if (typeof item !== 'string' || item === '') throw new PolicyError(`${path}/${at}`, 'is not a text');
}
