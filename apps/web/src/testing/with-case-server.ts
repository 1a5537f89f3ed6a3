import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateKey, type PrivateKey } from 'openpgp';
import type { BrowserContext, Page } from 'playwright-core';
import { sharedBrowser } from '../../../../packages/har/src/testing/shared-browser.ts';
import { settingsOf } from '../../../server/src/settings/server-settings.ts';
import { type RunningServer, startServer } from '../../../server/src/start-server.ts';

const pageFolder = fileURLToPath(new URL('../../dist/page/', import.meta.url));
/** Of every account of a test. */
export const password = 'correct horse battery';

/** A server with its embedded store in a folder of its own, and people with browsers. */
export interface CaseServer {
  readonly origin: string;
  readonly setupLink: string;
  /** Of the two keys that originals are sealed for. */
  readonly privateKeys: readonly PrivateKey[];
  /** Makes the organisation and its administrator without the page. */
  setUp(): Promise<void>;
  /** Somebody with these roles, signed in, with a browser profile of their own. */
  person(name: string, roles: readonly string[]): Promise<Visitor>;
  /** Somebody whom the server does not know. */
  stranger(): Promise<Visitor>;
}

/** One browser profile with one page. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page: thrown errors, and what the browser complained of. */
  readonly errors: readonly string[];
  /** Requests to any other place than the own server. */
  readonly strangers: readonly string[];
  /** Asks the API with this profile's session. */
  ask<Answer>(method: string, url: string, body?: unknown): Promise<Answer>;
  /** Goes to a place of the case area. */
  goto(hash: string): Promise<void>;
}

/** Starts the real server, with these settings, and gives it to `use`; afterwards server, profiles and folder are gone. */
export async function withCaseServer(
  use: (server: CaseServer) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
  page = pageFolder,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-cases-'));
  const pairs = await Promise.all(
    ['team', 'safe'].map(async (name) => await generateKey({ userIDs: [{ name }], format: 'object' })),
  );
  writeFileSync(
    path.join(folder, 'vault-keys.asc'),
    pairs.map(({ publicKey }) => publicKey.armor()).join('\n'),
  );
  const settings = settingsOf(
    { HARRIER_DATA: folder, HARRIER_PORT: '0', ...env },
    { pageFolder: page, passwordLogN: 4 },
  );
  const server = await startServer(settings, () => {});
  const contexts: BrowserContext[] = [];
  try {
    await use(
      caseServer(
        server,
        contexts,
        pairs.map(({ privateKey }) => privateKey),
      ),
    );
  } finally {
    for (const context of contexts) await context.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

function caseServer(
  server: RunningServer,
  contexts: BrowserContext[],
  privateKeys: PrivateKey[],
): CaseServer {
  const { origin } = server;
  const stranger = async () => {
    const somebody = await visitor(origin);
    contexts.push(somebody.context);
    return somebody;
  };
  let admin: Visitor | undefined;
  /** The first who can confirm somebody else's account. */
  let second: string | undefined;
  const adminOf = (): Visitor => {
    if (admin === undefined) throw new Error('nobody has set the server up');
    return admin;
  };
  return {
    origin,
    setupLink: server.setupLink ?? '',
    privateKeys,
    stranger,
    async setUp() {
      const token = new URL(server.setupLink ?? '').hash.replace('#setup=', '');
      admin = await stranger();
      await admin.ask('POST', '/api/setup', { token, organisation: 'Example', name: 'ada', password });
      await admin.ask('POST', '/api/session', { name: 'ada', password });
    },
    async person(name, roles) {
      const body = { name, password, roles };
      const made =
        name === 'ada'
          ? undefined
          : await adminOf().ask<{ id: string; held: boolean }>('POST', '/api/accounts', body);
      const person = await stranger();
      await person.ask('POST', '/api/session', { name, password });
      if (made?.held === true) {
        // Whoever confirms an account wants its owner to have chosen the password.
        await person.ask('PATCH', '/api/session/password', { current: password, password });
        const other = await stranger();
        await other.ask('POST', '/api/session', { name: second, password });
        await other.ask('POST', `/api/confirmations/accounts/${made.id}`);
        await other.context.close();
      } else if (roles.some((role) => ['approver', 'key-holder', 'auditor'].includes(role))) second ??= name;
      return person;
    },
  };
}

async function visitor(origin: string): Promise<Visitor> {
  const context = await (await sharedBrowser()).newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // The browser writes a line of its own for each answer of 400 and above, wanted or not.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(?:blob|data):/.test(url) && new URL(url).origin !== origin) strangers.push(url);
  });
  return {
    page,
    context,
    errors,
    strangers,
    async ask<Answer>(method: string, url: string, body?: unknown): Promise<Answer> {
      const isFile = body instanceof Uint8Array;
      const answer = await context.request.fetch(url, {
        method,
        headers: {
          origin,
          ...(isFile ? { 'content-type': 'application/octet-stream' } : {}),
        },
        ...(body === undefined ? {} : { data: isFile ? Buffer.from(body) : (body as object) }),
      });
      if (!answer.ok()) throw new Error(`${method} ${url}: ${answer.status()} ${await answer.text()}`);
      const text = await answer.text();
      return (/^[[{]/.test(text) ? JSON.parse(text) : text) as Answer;
    },
    async goto(hash) {
      await page.goto(`${origin}/${hash}`);
    },
  };
}
