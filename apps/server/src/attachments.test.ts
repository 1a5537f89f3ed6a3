import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type TrialServer, trialServer } from './testing/trial-server.ts';

let trial: TrialServer;
let tenant: string;
let engineer: Person;
beforeEach(async () => {
  trial = await trialServer({ mostUploadBytes: 1000 });
  tenant = await trial.newTenant();
  engineer = await trial.signIn(tenant, ['engineer']);
});
afterEach(async () => await trial.close());

const newCase = async (): Promise<string> =>
  (await engineer.ask('POST', '/api/cases', { title: 'No audio', language: 'en' })).json().id;

describe('an attachment', () => {
  it('is given out as a file to be saved, whatever it is and is called', async () => {
    const name = `a"; filename=x.html; 録画.har`;
    const caseId = await newCase();
    const url = `/api/cases/${caseId}/attachments?name=${encodeURIComponent(name)}`;
    const { id } = (await engineer.ask('POST', url, Buffer.from('<script>alert(1)</script>'))).json();
    const { headers } = await engineer.ask('GET', `/api/attachments/${id}/content`);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-disposition']).toBe(
      `attachment; filename="a_ filename_x.html_ _.har"; filename*=UTF-8''a%22%3B%20filename%3Dx.html%3B%20%E9%8C%B2%E7%94%BB.har`,
    );
  });

  it('is given out under a name that cannot be turned round to read as another kind', async () => {
    const caseId = await newCase();
    // Reads as `exe.har`.
    const url = `/api/cases/${caseId}/attachments?name=${encodeURIComponent('\u202erah.exe')}`;
    const { id } = (await engineer.ask('POST', url, Buffer.from('a'))).json();
    const { headers } = await engineer.ask('GET', `/api/attachments/${id}/content`);
    expect(headers['content-disposition']).toBe(`attachment; filename="_rah.exe"; filename*=UTF-8''_rah.exe`);
  });

  it('leaves an audit entry with its digest whenever its bytes are read', async () => {
    const caseId = await newCase();
    const uploaded = (
      await engineer.ask('POST', `/api/cases/${caseId}/attachments?name=a`, Buffer.from('abc'))
    ).json();
    await engineer.ask('GET', `/api/attachments/${uploaded.id}/content`);
    const auditor = await trial.signIn(tenant, ['auditor']);
    const lines: { line: string }[] = (await auditor.ask('GET', '/api/audit?limit=200')).json();
    const reads = lines.filter(({ line }) => line.includes('"attachment/read"'));
    expect(reads).toHaveLength(1);
    expect(reads[0]?.line).toContain(`sha256:${uploaded.sha256}`);
  });

  it.each([
    ['larger than is allowed', '?name=a', new Uint8Array(1001), 413],
    ['without a name', '', new Uint8Array(1), 400],
    ['with folders in its name', '?name=..%2F..%2Fa', new Uint8Array(1), 400],
    ['with a line break in its name', '?name=a%0D%0Ab', new Uint8Array(1), 400],
    ['with a member that nobody knows', '?name=a&owner=me', new Uint8Array(1), 400],
  ])('is refused %s, and nothing is kept', async (_what, query, bytes, status) => {
    const caseId = await newCase();
    expect((await engineer.ask('POST', `/api/cases/${caseId}/attachments${query}`, bytes)).statusCode).toBe(
      status,
    );
    expect((await engineer.ask('GET', `/api/cases/${caseId}/attachments`)).json()).toEqual([]);
    expect((await trial.service.objects.list()[Symbol.asyncIterator]().next()).done).toBe(true);
  });
});
