import { pageConfig } from '../framework/page-config.ts';

/** Tokens of the signed-in administrator. They live as long as the tab. */
export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

const clientId = 'tern-admin';
const redirectUri = `${location.origin}/callback`;
const kept = sessionStorage;

/** The tokens, or undefined while the browser is on its way to the identity provider. */
export async function signIn(): Promise<Tokens | undefined> {
  const query = new URLSearchParams(location.search);
  const code = query.get('code');
  if (location.pathname !== '/callback' || code === null) {
    await goToIdentityProvider();
    return undefined;
  }
  const tokens = await askForTokens({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: kept.getItem('verifier') ?? '',
  });
  history.replaceState(null, '', kept.getItem('wanted') ?? '/users');
  return tokens;
}

/** New tokens for old ones; undefined = the identity provider refuses. */
export function refresh(tokens: Tokens): Promise<Tokens | undefined> {
  return askForTokens({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
}

async function goToIdentityProvider(): Promise<void> {
  const verifier = `${crypto.randomUUID()}${crypto.randomUUID()}`;
  kept.setItem('verifier', verifier);
  kept.setItem('wanted', location.pathname === '/' ? '/users' : location.pathname);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const challenge = btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'calling:admin',
    state: crypto.randomUUID(),
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  location.assign(`${pageConfig.identity}/idb/oauth2/v1/authorize?${query}`);
}

async function askForTokens(form: Readonly<Record<string, string>>): Promise<Tokens | undefined> {
  const response = await fetch(`${pageConfig.identity}/idb/oauth2/v1/access_token`, {
    method: 'POST',
    body: new URLSearchParams({ ...form, client_id: clientId }),
  });
  const answer: unknown = await response.json();
  return response.ok ? (answer as Tokens) : undefined;
}
