import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settingsOf } from '../../../server/src/settings/server-settings.ts';
import { startServer } from '../../../server/src/start-server.ts';

/** The real server on a free port of 127.0.0.1, with one case and a link to send captures to it. */
export interface UploadServer {
  readonly link: string;
  /** The files that were sent, as the case holds them. */
  received(): Promise<readonly { readonly name: string; readonly text: string }[]>;
  close(): Promise<void>;
}

export async function openUploadServer(): Promise<UploadServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-upload-'));
  const server = await startServer(
    settingsOf({ HARRIER_DATA: folder, HARRIER_PORT: '0' }, { passwordLogN: 4 }),
    () => {},
  );
  const { origin, setupLink = '' } = server;
  let cookie = '';
  const ask = async (method: string, url: string, body?: object): Promise<Response> => {
    const answer = await fetch(`${origin}${url}`, {
      method,
      headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
    cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? cookie;
    return answer;
  };
  const [admin, engineer] = ['ada', 'eva'].map((name) => ({ name, password: 'correct horse battery' }));
  const token = new URL(setupLink).hash.replace('#setup=', '');
  await ask('POST', '/api/setup', { token, organisation: 'Example Support', ...admin });
  await ask('POST', '/api/session', admin);
  await ask('POST', '/api/accounts', { ...engineer, roles: ['engineer'] });
  await ask('POST', '/api/session', engineer);
  const opened = (await (await ask('POST', '/api/cases', { title: 'No audio', language: 'en' })).json()) as {
    id: string;
  };
  const own = `/api/cases/${opened.id}`;
  const links = await ask('POST', `${own}/upload-links`, { days: 1, wantsOriginal: false });
  const { link } = (await links.json()) as { link: string };
  return {
    link,
    async received() {
      const attachments = (await (await ask('GET', `${own}/attachments?removed=true`)).json()) as readonly {
        readonly id: string;
        readonly name: string;
      }[];
      return await Promise.all(
        attachments.map(async ({ id, name }) => ({
          name,
          text: await (await ask('GET', `/api/attachments/${id}/content`)).text(),
        })),
      );
    },
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
