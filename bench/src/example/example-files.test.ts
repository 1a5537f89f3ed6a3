import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ChromeEntry, ChromeHar } from '../chrome/chrome-har.ts';
import { totalMs } from '../chrome/timings.ts';
import { callRecording } from './call-recording.ts';
import { exampleFiles } from './example-files.ts';
import { featureAvailable, featureNotAvailable } from './feature-access.ts';

const folder = new URL('../../../fixtures/example/', import.meta.url);

describe.each(exampleFiles())('$name', ({ name, bytes }) => {
  const committed = readFileSync(new URL(name, folder));

  it('lies in the repository as `npm run bench -- example` writes it', () => {
    // Packing may differ from one version of the packer to the next; what is inside may not.
    if (name.endsWith('.saz')) expect(textsIn(committed)).toEqual(textsIn(bytes));
    else expect(committed.toString()).toBe(Buffer.from(bytes).toString());
  });

  it('holds nothing that looks like a credential', () => {
    const text = name.endsWith('.saz') ? Object.values(textsIn(committed)).join('\n') : committed.toString();
    expect(text).not.toMatch(/bearer |set-cookie|"cookie"|^cookie:|password|eyJ[\w-]{8}/im);
    expect(text).not.toMatch(/webex|wbx2|cisco|dubber/i);
  });
});

describe('the call recording', () => {
  const { entries } = callRecording().log;
  const failed = entries.filter(({ response }) => response.status >= 400);

  it('fails once, in the change, with the provider named inside a 502', () => {
    expect(failed).toHaveLength(1);
    expect(failed[0]?.request.method).toBe('PATCH');
    expect(failed[0]?.response.status).toBe(502);
    expect(failed[0]?.response.content.text).toContain(
      '400: Invalid Product: Creating dub point failed in Parrotbox.',
    );
  });

  it('read the same feature with 200 before it', () => {
    const url = failed[0]?.request.url;
    const read = entries.find(({ request }) => request.url === url && request.method === 'GET');
    expect(read?.response.status).toBe(200);
    expect(read!.startedDateTime < failed[0]!.startedDateTime).toBe(true);
  });

  it('has one session in its tracking ids, which the answers echo', () => {
    const ids = entries.map((entry) => fieldOf(entry, 'request')).filter((id) => id !== undefined);
    expect(ids.map((id) => Number(id.split('_')[2]))).toEqual([0, 1, 2, 3, 4, 5, 6, 8]);
    expect(new Set(ids.map((id) => id.split('_')[1])).size).toBe(1);
    for (const entry of entries) expect(fieldOf(entry, 'response')).toBe(fieldOf(entry, 'request'));
  });

  it('waits six seconds for the numbers of a location, and for nothing else', () => {
    const slow = entries.filter(({ time }) => time > 3000);
    expect(slow.map(({ request }) => new URL(request.url).pathname.split('/').at(-1))).toEqual(['numbers']);
    expect(slow[0]?.timings.wait).toBeGreaterThan(6000);
  });

  it('is in order of time, phases adding up', () => {
    const starts = entries.map(({ startedDateTime }) => startedDateTime);
    expect(starts).toEqual([...starts].sort());
    for (const entry of entries) expect(entry.time).toBe(totalMs(entry.timings));
  });
});

describe('the feature that is not available', () => {
  it('differs from the available one in what the template says, not in what was asked', () => {
    const paths = (har: ChromeHar) =>
      har.log.entries.map(({ request }) => new URL(request.url).pathname.replace(/[\da-f-]{36}/, '{id}'));
    expect(paths(featureNotAvailable())).toEqual(paths(featureAvailable()));
    expect(templateValue(featureNotAvailable())).toBe('NO_ACCESS');
    expect(templateValue(featureAvailable())).toBe('FULL_ACCESS');
  });
});

function templateValue(har: ChromeHar): string {
  const text = har.log.entries.find(({ request }) => request.url.includes('templateKey='))?.response.content
    .text;
  return JSON.parse(text ?? '').orgTemplates[0].settings[0].value.singleNumberReach;
}

function fieldOf(entry: ChromeEntry, side: 'request' | 'response'): string | undefined {
  return entry[side].headers.find(({ name }) => name === 'trackingid')?.value;
}

function textsIn(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]),
  );
}
