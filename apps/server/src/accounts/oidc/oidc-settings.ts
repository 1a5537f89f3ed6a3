import { readFile } from 'node:fs/promises';
import type { SecretReference } from '@harrier/cases';
import { type Role, roles } from '../roles.ts';

/** How people sign in with an identity provider. A JSON file (`HARRIER_OIDC`, default `oidc.json` in the data folder). */
export interface OidcSettings {
  /** E.g. `https://login.example.com/`; its metadata is looked up below. */
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: SecretReference;
  /** What the button says. */
  readonly label: string;
  /** What is asked for; default `openid profile email`. Some providers tell groups only when `groups` is asked for. */
  readonly scope: string;
  /** The claim that roles come from; default `groups`. A text, or a list of texts. */
  readonly rolesClaim: string;
  /** Roles by a value of that claim. Who has none of the values is not let in. */
  readonly roles: Readonly<Record<string, readonly Role[]>>;
  /** Which organisation they belong to; default the first. */
  readonly tenant?: string;
  /** Whether names and passwords work besides. Default yes: the provider may be down when it is needed most. */
  readonly localAccounts: boolean;
}

/** The file is not as it should be. Names the member and what it has to be, never its value. */
export class OidcSettingsError extends Error {
  readonly pointer: string;
  readonly rule: string;

  constructor(pointer: string, rule: string) {
    super(`the settings of OpenID Connect are not as they should be: ${pointer} ${rule}`);
    this.name = 'OidcSettingsError';
    this.pointer = pointer;
    this.rule = rule;
  }
}

/** undefined: there is no such file, and nobody signs in that way. Error: {@link OidcSettingsError}. */
export async function readOidcSettings(file: string): Promise<OidcSettings | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return parseOidcSettings(text);
}

export function parseOidcSettings(text: string): OidcSettings {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new OidcSettingsError('', 'JSON');
  }
  const need = (name: string): string => {
    const value = given[name];
    if (typeof value !== 'string' || value === '') throw new OidcSettingsError(`/${name}`, 'string');
    return value;
  };
  const issuer = need('issuer');
  // A token's way back must not be open to listeners; a provider on this machine is one of a test.
  if (!/^https:\/\/[^@?#]+$|^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/[^@?#]*)?$/.test(issuer))
    throw new OidcSettingsError('/issuer', 'https://<host>/');
  const { tenant, localAccounts = true } = given;
  if (typeof localAccounts !== 'boolean') throw new OidcSettingsError('/localAccounts', 'boolean');
  if (tenant !== undefined && typeof tenant !== 'string') throw new OidcSettingsError('/tenant', 'string');
  return {
    issuer,
    clientId: need('clientId'),
    secret: secretAt(given.secret),
    label: given.label === undefined ? 'OpenID Connect' : need('label'),
    scope: given.scope === undefined ? 'openid profile email' : need('scope'),
    rolesClaim: given.rolesClaim === undefined ? 'groups' : need('rolesClaim'),
    roles: rolesAt(given.roles),
    localAccounts,
    ...(tenant === undefined ? {} : { tenant }),
  };
}

function secretAt(given: unknown): SecretReference {
  const { env, file } = (given ?? {}) as Record<string, unknown>;
  if (typeof env === 'string' && file === undefined) return { env };
  if (typeof file === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(file)) return { file };
  throw new OidcSettingsError('/secret', '{"env": "…"} or {"file": "<name>"}');
}

function rolesAt(given: unknown): Readonly<Record<string, readonly Role[]>> {
  if (typeof given !== 'object' || given === null) throw new OidcSettingsError('/roles', 'object');
  const known: readonly string[] = roles;
  for (const [group, list] of Object.entries(given))
    if (!Array.isArray(list) || !list.every((role) => known.includes(role)))
      throw new OidcSettingsError(`/roles/${group}`, roles.join(', '));
  return Object.assign(Object.create(null), given) as Readonly<Record<string, readonly Role[]>>;
}

/** The roles that the values of a claim give together. */
export function rolesOfClaim(claim: unknown, { roles: mapped }: OidcSettings): readonly Role[] {
  const values = (Array.isArray(claim) ? claim : [claim]).filter((one) => typeof one === 'string');
  const held = new Set(values.flatMap((value) => mapped[value] ?? []));
  return roles.filter((role) => held.has(role));
}
