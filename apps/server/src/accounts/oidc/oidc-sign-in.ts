import type { Store } from '@harrier/cases';
import * as client from 'openid-client';
import { RequestError } from '../../http/request-error.ts';
import type { AccountBook } from '../account-book.ts';
import { newToken, tokenHash } from '../token.ts';
import { type OidcSettings, rolesOfClaim } from './oidc-settings.ts';

/** Whoever began has this long to come back. */
const SIGN_IN_MS = 10 * 60_000;
/** Metadata and keys are asked for again after this long. */
const METADATA_MS = 60 * 60_000;

export interface OidcOptions {
  readonly settings: OidcSettings;
  readonly secret: () => Promise<string | undefined>;
  readonly store: Store;
  readonly accounts: AccountBook;
  readonly publicOrigin: string;
  readonly clock: () => number;
}

/**
 * Signing in with an identity provider: authorization code with PKCE, state and nonce, each used once and by the browser
 * that began. Spec: OpenID Connect Core 1.0 §3.1, RFC 9700. Tokens are checked by openid-client and kept nowhere.
 */
export class OidcSignIn {
  readonly label: string;
  readonly localAccounts: boolean;
  readonly #options: OidcOptions;
  #found: { readonly config: client.Configuration; readonly untilMs: number } | undefined;

  constructor(options: OidcOptions) {
    this.#options = options;
    this.label = options.settings.label;
    this.localAccounts = options.settings.localAccounts;
  }

  /** Where the browser goes, and the value of the cookie that it has to bring back. Error: `request/identity-provider`. */
  async begin(): Promise<{ readonly url: string; readonly browser: string }> {
    const { store, clock } = this.#options;
    const config = await this.#configuration();
    const [browser, state, nonce] = [newToken(), client.randomState(), client.randomNonce()];
    const codeVerifier = client.randomPKCECodeVerifier();
    const nowMs = clock();
    await store.db.deleteFrom('oidcSignIns').where('expiresMs', '<=', nowMs).execute();
    await store.db
      .insertInto('oidcSignIns')
      .values({
        stateHash: tokenHash(state),
        browserHash: tokenHash(browser),
        nonce,
        codeVerifier,
        expiresMs: nowMs + SIGN_IN_MS,
      })
      .execute();
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: this.#callback(),
      scope: this.#options.settings.scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, browser };
  }

  /**
   * Gives the token of a new session. `query` is what the provider sent along. Errors: `request/wrong-sign-in` whatever was
   * wrong; `request/identity-provider` where the provider does not answer; `request/forbidden` for somebody whom the settings give no role.
   */
  async finish(query: URLSearchParams, browser: string | undefined, client = ''): Promise<string> {
    const { settings, accounts, store, clock } = this.#options;
    const state = query.get('state') ?? '';
    // Taken before anything is asked: a state works once, however the rest ends.
    const begun = await store.db
      .deleteFrom('oidcSignIns')
      .where('stateHash', '=', tokenHash(state))
      .returningAll()
      .executeTakeFirst();
    if (begun === undefined || begun.expiresMs <= clock() || begun.browserHash !== tokenHash(browser ?? ''))
      throw new RequestError('request/wrong-sign-in');
    const claims = await this.#claims(query, begun.nonce, begun.codeVerifier, state);
    const roles = rolesOfClaim(claims[settings.rolesClaim], settings);
    if (roles.length === 0) throw new RequestError('request/forbidden');
    const tenantId = settings.tenant ?? (await firstTenant(store));
    if (tenantId === undefined) throw new RequestError('request/forbidden');
    const { iss, sub, preferred_username: name } = claims;
    return await accounts.signIns.byProvider({
      identity: `${iss}#${sub}`,
      name: typeof name === 'string' && name !== '' ? name : String(sub),
      tenantId,
      roles,
      client,
    });
  }

  async #claims(
    query: URLSearchParams,
    nonce: string,
    pkceCodeVerifier: string,
    expectedState: string,
  ): Promise<Record<string, unknown> & { iss: string; sub: string }> {
    const config = await this.#configuration();
    const url = new URL(this.#callback());
    url.search = query.toString();
    try {
      const tokens = await client.authorizationCodeGrant(config, url, {
        pkceCodeVerifier,
        expectedState,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new RequestError('request/wrong-sign-in');
      if (claims[this.#options.settings.rolesClaim] !== undefined) return claims;
      // Some providers tell groups here alone. It is asked for the same subject, else it is an error.
      return { ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims };
    } catch (error) {
      // What the library says of a token may quote it.
      throw new RequestError(isUnanswered(error) ? 'request/identity-provider' : 'request/wrong-sign-in');
    }
  }

  async #configuration(): Promise<client.Configuration> {
    const { settings, secret, clock } = this.#options;
    if (this.#found !== undefined && this.#found.untilMs > clock()) return this.#found.config;
    const isLocal = settings.issuer.startsWith('http:');
    // Outside: a secret that is not there is a fault of this server.
    const clientSecret = await secret();
    const options = { timeout: 10, ...(isLocal ? { execute: [client.allowInsecureRequests] } : {}) };
    let config: client.Configuration;
    try {
      config = await client.discovery(
        new URL(settings.issuer),
        settings.clientId,
        clientSecret,
        undefined,
        options,
      );
    } catch {
      throw new RequestError('request/identity-provider');
    }
    this.#found = { config, untilMs: clock() + METADATA_MS };
    return config;
  }

  #callback(): string {
    return `${this.#options.publicOrigin}/api/session/oidc/callback`;
  }
}

async function firstTenant({ db }: Store): Promise<string | undefined> {
  return (await db.selectFrom('tenants').select('id').orderBy('createdMs').limit(1).executeTakeFirst())?.id;
}

/** Whether the provider is the reason: no connection (a plain `TypeError` of `fetch`), no answer in time, or a status that none has. */
function isUnanswered(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return true;
  return error instanceof TypeError && code === undefined;
}
