import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openSealed } from '../../../../../services/cases/src/vault/open-sealed.ts';
import { everyKindHar, expiredToken, secret } from '../../testing/every-kind.ts';
import { withCaseServer } from '../../testing/with-case-server.ts';

/** A value in the forms in which it could hide in a request: as it is, percent-encoded, base64 at each alignment, hex. */
function formsOf(value: string): readonly string[] {
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(`${'x'.repeat(shift)}${value}`)
      .toString('base64')
      .slice(4, -4),
  );
  return [value, encodeURIComponent(value), ...base64, Buffer.from(value).toString('hex')];
}

const canaries = [secret, expiredToken.split('.')[2] ?? ''].flatMap(formsOf);

function canariesIn(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return canaries.filter((canary) => text.includes(canary));
}

it('finds its canaries where they are', () => {
  expect(canariesIn(Buffer.from(everyKindHar)).length).toBeGreaterThan(0);
  expect(canariesIn(Buffer.from(Buffer.from(`ab${secret}`).toString('base64'))).length).toBeGreaterThan(0);
  expect(canariesIn(gunzipSync(gzipSync(Buffer.from(secret)))).length).toBeGreaterThan(0);
});

it('sends nothing of a capture that is not clean or sealed, by any request, and the vault’s key opens what was sealed', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const eve = await server.person('eve', ['engineer']);
    const { id } = await eve.ask<{ id: string }>('POST', '/api/cases', { title: 'No users', language: 'en' });
    const links = `/api/cases/${id}/upload-links`;
    const { link } = await eve.ask<{ link: string }>('POST', links, { days: 1, wantsOriginal: true });

    const customer = await server.stranger();
    const sent: { readonly url: string; readonly body: Buffer; readonly headers: string }[] = [];
    // On the whole profile, so that what workers ask for is seen, too.
    await customer.context.route('**/*', async (route, request) => {
      const body = request.postDataBuffer() ?? Buffer.of();
      sent.push({ url: request.url(), body, headers: JSON.stringify(await request.allHeaders()) });
      await route.continue();
    });
    const { page } = customer;
    await page.goto(link);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    const buffer = Buffer.from(everyKindHar);
    await chooser.setFiles({ name: 'users.har', mimeType: 'application/json', buffer });
    await page.getByText('Credentials replaced').waitFor();
    await page.getByText('So far nothing of your file has left this browser.').waitFor();
    // What was found is shown, and not what it was.
    expect(await page.content()).not.toContain(secret);
    expect(sent.filter(({ url }) => !isOfPage(url) && !url.endsWith('/api/uploads'))).toEqual([]);
    expect(sent.every(({ body }) => body.length === 0)).toBe(true);

    await page.getByRole('checkbox', { name: 'Send the original as well, sealed' }).check();
    await page.getByRole('button', { name: /^Send the clean capture/ }).click();
    await page.getByText('Sent. You can close this page.').waitFor({ timeout: 90_000 });

    const bodies = sent.filter(({ body }) => body.length > 0);
    expect(bodies.map(({ url }) => new URL(url).pathname)).toEqual([
      '/api/uploads/clean',
      '/api/uploads/original',
    ]);
    for (const { url, body, headers } of sent) {
      expect([url, canariesIn(body)]).toEqual([url, []]);
      expect([url, canariesIn(Buffer.from(url + headers))]).toEqual([url, []]);
      expect(url).not.toContain(new URL(link).hash.slice('#upload='.length));
    }

    // The server finds the clean copy clean, and the sealed one is the original, for the vault's keys alone.
    const intakes = async () =>
      await eve.ask<{ state: string; facts: { skipped?: string } }[]>('GET', `/api/intakes?caseRef=${id}`);
    await expect
      .poll(async () => (await intakes()).map(({ state, facts }) => facts.skipped ?? state).sort(), {
        timeout: 90_000,
      })
      .toEqual(['already-clean', 'done']);
    const sealed = (async function* () {
      yield bodies[1]?.body ?? Buffer.of();
    })();
    const parts: Uint8Array[] = [];
    for await (const part of openSealed(sealed, { privateKeys: server.privateKeys })) parts.push(part);
    expect(Buffer.concat(parts).equals(buffer)).toBe(true);
    expect(customer.strangers).toEqual([]);
    expect(customer.errors).toEqual([]);
  });
}, 300_000);

it('does not send the original unless the link asks for it, and sends nothing that cannot be made clean', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const eve = await server.person('eve', ['engineer']);
    const { id } = await eve.ask<{ id: string }>('POST', '/api/cases', { title: 'No users', language: 'en' });
    const links = `/api/cases/${id}/upload-links`;
    const { link } = await eve.ask<{ link: string }>('POST', links, { days: 1, wantsOriginal: false });
    const { page } = await server.stranger();
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(request.url());
    });
    await page.goto(link);
    for (const [name, text, answer] of [
      ['notes.har', 'this is no capture', 'This file cannot be read as a capture.'],
      ['cut.har', everyKindHar.slice(0, 3000), 'This capture cannot be made clean'],
    ] as const) {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose a file' }).click(),
      ]);
      await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      await page.getByText(answer).waitFor();
      expect(await page.getByRole('button', { name: /^Send the clean capture/ }).count()).toBe(0);
      await page.getByRole('button', { name: 'Choose another file' }).click();
    }
    // What of a damaged file is whole can be sent.
    const [cut] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    const begun = Buffer.from(everyKindHar.slice(0, Math.floor(everyKindHar.length * 0.9)));
    await cut.setFiles({ name: 'cut.har', mimeType: 'application/json', buffer: begun });
    await page.getByRole('button', { name: 'Go on with the requests that are whole' }).click();
    await page.getByText('Credentials replaced').waitFor();
    await page.getByRole('button', { name: /^Send the clean capture/ }).waitFor();
    await page.getByRole('button', { name: 'Choose another file' }).click();

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({
      name: 'a.har',
      mimeType: 'application/json',
      buffer: Buffer.from(everyKindHar),
    });
    await page.getByText('Credentials replaced').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(posts).toEqual([]);
  });
}, 300_000);

function isOfPage(url: string): boolean {
  const { pathname } = new URL(url);
  return pathname === '/' || pathname.startsWith('/assets/') || url.startsWith('blob:');
}
