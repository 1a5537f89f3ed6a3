import { connect } from 'node:http2';
import { type Network, openNetwork } from '../../network/network.ts';
import { type Backend, type BackendOptions, startBackend } from '../backend.ts';
import type { User } from '../estate/estate.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A back end behind the lab's network, and a client that does over HTTP/2 what the portals' pages do. */
export interface PortalClient {
  readonly backend: Backend;
  ask(url: string, options?: AskOptions): Promise<Answer>;
  /** An access token, by the form and the code. */
  signIn(user: User): Promise<string>;
  close(): Promise<void>;
}

export async function openPortalClient(options: BackendOptions): Promise<PortalClient> {
  const backend = await startBackend(options);
  const network = await openNetwork();
  network.host(backend.sites);
  const ask = (url: string, asked: AskOptions = {}) => askOver(network, new URL(url), asked);
  return {
    backend,
    ask,
    signIn: (user) => signIn(ask, user),
    async close() {
      backend.stop();
      await network.close();
    },
  };
}

async function signIn(ask: PortalClient['ask'], user: User): Promise<string> {
  const redirectUri = 'https://admin.example.test/callback';
  const authorize = `/idb/oauth2/v1/authorize?${new URLSearchParams({ client_id: 'test', redirect_uri: redirectUri })}`;
  const identity = 'https://idbroker.example.test';
  const form = { username: user.email, password: user.password, continue: authorize };
  const signedIn = await ask(`${identity}/idb/login`, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
  });
  const cookie = String(signedIn.headers['set-cookie']).split(';', 1)[0]!;
  const granted = await ask(identity + authorize, { headers: { cookie } });
  const code = new URL(String(granted.headers.location)).searchParams.get('code') ?? '';
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  const tokens = await ask(`${identity}/idb/oauth2/v1/access_token`, {
    method: 'POST',
    body: body.toString(),
  });
  return (JSON.parse(tokens.text) as { access_token: string }).access_token;
}

function askOver(
  network: Network,
  url: URL,
  { method = 'GET', headers = {}, body }: AskOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const root = `-----BEGIN CERTIFICATE-----\n${network.authority.rootBase64}\n-----END CERTIFICATE-----\n`;
    const session = connect(`https://127.0.0.1:${network.httpsPort}`, { servername: url.hostname, ca: root });
    session.on('error', reject);
    const stream = session.request({
      ':method': method,
      ':authority': url.host,
      ':path': url.pathname + url.search,
      ...headers,
    });
    const pieces: Buffer[] = [];
    let answer: Omit<Answer, 'text'> = { status: 0, headers: {} };
    stream.on('response', (fields) => {
      answer = { status: Number(fields[':status']), headers: fields as Answer['headers'] };
    });
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('error', reject);
    stream.on('end', () => {
      session.close();
      resolve({ ...answer, text: Buffer.concat(pieces).toString('utf8') });
    });
    stream.end(body);
  });
}
