import type { Surroundings } from '../call.ts';
import { cookieOf, identityHost, page, redirect } from '../identity/identity-provider.ts';
import { type HopRequest, type HopResponse, jsonResponse, pathOf, queryOf } from '../wire/message.ts';
import type { Service } from '../wire/wire.ts';
import { bundleOf } from './bundle.ts';
import { pageHtml } from './page-html.ts';
import { asset, notFound } from './portal-assets.ts';
import type { PageConfig } from './web/framework/page-config.ts';

export const hubHost = 'hub.example.test';

/** How the hub's server misbehaves. */
export interface HubBehaviour {
  /** `Domain` of its session cookie; default: none, the host itself. */
  readonly cookieDomain?: string;
}

const redirectUri = `https://${hubHost}/sso/callback`;

/**
 * The users' portal. Its server signs people in (authorization code, no PKCE, as it can keep a secret) and remembers them by a
 * cookie; the page then asks it for the access token.
 */
export async function hubPortal(
  { estate, wire }: Surroundings,
  hosts: PageConfig,
  behaviour: HubBehaviour = {},
): Promise<Service> {
  const bundle = await bundleOf('hub');
  const { random } = estate;
  const sessions = new Map<string, string>();

  const tokenOf = (request: HopRequest) => sessions.get(cookieOf(request, 'hub_session') ?? '');

  const toIdentityProvider = (): HopResponse => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'tern-hub',
      redirect_uri: redirectUri,
      scope: 'calling:self',
      state: random.uuid(),
    });
    return redirect(302, `https://${identityHost}/idb/oauth2/v1/authorize?${query}`);
  };

  const callback = async (request: HopRequest): Promise<HopResponse> => {
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'tern-hub',
      redirect_uri: redirectUri,
      code: queryOf(request).get('code') ?? '',
    });
    const answer = await wire.send(
      {
        method: 'POST',
        host: identityHost,
        target: '/idb/oauth2/v1/access_token',
        fields: [{ name: 'TrackingID', value: `UserHub_${random.uuid()}` }],
        body: form.toString(),
        peer: request.peer,
      },
      { timeoutMs: 5_000 },
    );
    if (answer.status !== 200) return page(502, '<!doctype html><title>Sign-in failed</title>');
    const session = random.uuid();
    sessions.set(session, (JSON.parse(answer.body) as { access_token: string }).access_token);
    const domain = behaviour.cookieDomain === undefined ? '' : ` Domain=${behaviour.cookieDomain};`;
    const cookie = `hub_session=${session}; Path=/;${domain} Secure; HttpOnly; SameSite=Lax`;
    return redirect(302, '/', [{ name: 'set-cookie', value: cookie }]);
  };

  return {
    machine: 'hub-portal',
    host: hubHost,
    workMs: [1, 4],
    async answer(request) {
      const path = pathOf(request);
      const file = asset(bundle, path);
      if (file !== undefined) return file;
      const token = tokenOf(request);
      if (path === '/sso/callback') return callback(request);
      if (path === '/sso/token') {
        if (token === undefined) return jsonResponse(401, { message: 'Not signed in' });
        return jsonResponse(200, { access_token: token }, [{ name: 'cache-control', value: 'no-store' }]);
      }
      if (path !== '/') return notFound;
      if (token === undefined) return toIdentityProvider();
      const response = page(200, pageHtml('Tern Hub', bundle.script, bundle.style, hosts));
      return { ...response, fields: [...response.fields, { name: 'cache-control', value: 'no-store' }] };
    },
  };
}
