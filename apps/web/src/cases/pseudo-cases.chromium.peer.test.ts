import { expect, it } from 'vitest';
import { everyKindHar } from '../testing/every-kind.ts';
import { strangersOn, withPseudoPage } from '../testing/pseudo-page.ts';
import { type Visitor, withCaseServer } from '../testing/with-case-server.ts';

/** What may stand there in Latin letters: names, what people typed, codes, digests, and what is the same in every language. */
const known = new Set(
  [
    'Harrier Ctrl Esc UTC HAR SHA OpenPGP PGP RSA ed25519 cv25519 gpg harrier armor export harrier com you example',
    'Chrome Linux Redmine Request Tracker Jira ServiceNow Zendesk Salesforce GitLab API JSON kB MB GB TB pgp',
    'Example ada eve all team safe support users clean har No https Service Management Webhook',
    // Kinds of things that happen, as the log has them.
    'account created signed in changed case attachment added read removed intake announced advanced ended note',
    // Permissions, as the API has them.
    'read write restart request approve release manage metrics logs',
    'exception requested settings token tenant created link upload vault key trouble reads many',
  ]
    .join(' ')
    .match(/[A-Za-z]{2,}/g) ?? [],
);
/** Ids and digests. */
const isDigest = (word: string): boolean =>
  /^[0-9a-f]+$/i.test(word) && /[a-f]/i.test(word) && word.length < 4;

it('says nothing in English where a language has no Latin letters, on the pages of cases', {
  timeout: 280_000,
}, async () => {
  await withPseudoPage(async (folder) => {
    await withCaseServer(
      async (server) => {
        await server.setUp();
        const all = await server.person('all', ['engineer', 'key-holder', 'admin']);
        const stranger = await server.stranger();
        const { id } = await all.ask<{ id: string }>('POST', '/api/cases', {
          title: 'No users',
          language: 'en',
        });
        await all.ask('POST', `/api/cases/${id}/attachments?name=users.har`, Buffer.from(everyKindHar));
        const links = `/api/cases/${id}/upload-links`;
        const { link } = await all.ask<{ link: string }>('POST', links, { days: 1, wantsOriginal: true });
        const zendesk = { id: 'support', kind: 'zendesk', account: 'you@example.com' };
        const secret = { env: 'HARRIER_SECRET_NONE' };
        const baseUrl = 'https://support.example.com/';
        await all.ask('POST', '/api/connector-definitions', { ...zendesk, secret, baseUrl });
        await all.ask('PATCH', '/api/security-policy', { secondFactorFor: ['key-holder'] });

        const found: Record<string, string[]> = {};
        const look = async ({ page }: Visitor, place: string): Promise<void> => {
          await page.waitForLoadState('networkidle');
          // What is set in the font of code is data: digests, addresses, commands.
          await page.evaluate(() => {
            for (const element of document.querySelectorAll('[class*=mono], time, code, pre'))
              element.setAttribute('translate', 'no');
          });
          const strangers = (await strangersOn(page, known)).filter((word) => !isDigest(word));
          if (strangers.length > 0) found[place] = strangers;
        };
        await stranger.goto('#cases');
        await stranger.page.locator('input').first().waitFor();
        await look(stranger, 'sign in');
        await stranger.page.goto(link);
        await stranger.page.reload();
        await stranger.page.getByRole('button').nth(1).waitFor();
        await look(stranger, 'upload');
        for (const hash of ['#cases', '#exceptions', '#connectors', '#administration', '#account']) {
          await all.goto(hash);
          await all.page.getByRole('heading', { level: 1 }).waitFor();
          await look(all, hash);
        }
        expect(found).toEqual({});
        await all.page.evaluate(() => document.body.append('Whatever was overlooked.'));
        expect(await strangersOn(all.page, known)).toContain('overlooked');
      },
      {},
      folder,
    );
  });
});
