import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ChromeEntry, ChromeHar } from '../chrome/chrome-har.ts';
import { totalMs } from '../chrome/timings.ts';
import { frameCount } from './call-stack.ts';
import { formattings } from './formatting.ts';
import { type CaptureOptions, generateCapture } from './generate-capture.ts';
import { smallEntriesProfile } from './profile.ts';

const megabyte = 1_000_000;

function textOf(options: CaptureOptions): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (const piece of generateCapture(options)) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

function digestOf(options: CaptureOptions): string {
  const hash = createHash('sha256');
  for (const piece of generateCapture(options)) hash.update(piece);
  return hash.digest('hex');
}

describe('the same options', () => {
  it('give the same bytes', () => {
    const options: CaptureOptions = { seed: 7, until: { sizeBytes: 2 * megabyte } };
    expect(digestOf(options)).toBe(digestOf(options));
  });

  it('with another seed give other bytes', () => {
    const until = { entries: 3 };
    expect(digestOf({ seed: 7, until })).not.toBe(digestOf({ seed: 8, until }));
  });
});

describe('every layout', () => {
  const options: CaptureOptions = { seed: 3, until: { entries: 60 } };
  const reference = JSON.parse(textOf(options));

  it.each(formattings)('%s holds the same capture', (formatting) => {
    expect(JSON.parse(textOf({ ...options, formatting }))).toEqual(reference);
  });

  it('reversed keys hold the same capture, entries before their pages', () => {
    const text = textOf({ ...options, keyOrder: 'reversed' });
    expect(JSON.parse(text)).toEqual(reference);
    expect(text.indexOf('"entries"')).toBeLessThan(text.indexOf('"pages"'));
  });

  it('pretty is what JSON.stringify writes with two spaces, as Chrome does', () => {
    expect(textOf(options)).toBe(JSON.stringify(reference, undefined, 2));
  });

  it('minified is what JSON.stringify writes', () => {
    expect(textOf({ ...options, formatting: 'minified' })).toBe(JSON.stringify(reference));
  });
});

describe('the size', () => {
  it('in bytes is reached by the last entry', () => {
    const text = textOf({ seed: 5, until: { sizeBytes: megabyte } });
    const bytes = Buffer.byteLength(text);
    const { entries } = (JSON.parse(text) as ChromeHar).log;
    expect(bytes).toBeGreaterThanOrEqual(megabyte);
    expect(Buffer.byteLength(textOf({ seed: 5, until: { entries: entries.length - 1 } }))).toBeLessThan(
      megabyte,
    );
  });

  it('in entries is exact, none included', () => {
    for (const entries of [0, 1, 25])
      expect((JSON.parse(textOf({ seed: 5, until: { entries } })) as ChromeHar).log.entries).toHaveLength(
        entries,
      );
  });
});

describe('the mix of a portal capture', () => {
  const text = textOf({ seed: 1, until: { sizeBytes: 30 * megabyte } });
  const { entries } = (JSON.parse(text) as ChromeHar).log;
  const share = (has: (entry: ChromeEntry) => boolean) => entries.filter(has).length / entries.length;
  const isApi = (entry: ChromeEntry) => entry._resourceType === 'xhr';
  const apiEntries = entries.filter(isApi);

  it('has entries of about 38 KB', () => {
    expect(text.length / entries.length).toBeGreaterThan(30_000);
    expect(text.length / entries.length).toBeLessThan(46_000);
  });

  it('is mostly JSON, then base64 images and scripts', () => {
    expect(share(isApi)).toBeCloseTo(0.62, 1);
    expect(share((entry) => entry.response.content.encoding === 'base64')).toBeCloseTo(0.14, 1);
    expect(share((entry) => entry._resourceType === 'script')).toBeCloseTo(0.12, 1);
    expect(share((entry) => entry._webSocketMessages !== undefined)).toBeGreaterThan(0);
  });

  it('escapes some forty characters per KB and leaves ASCII now and then', () => {
    const escapesPerKilobyte = (text.split('\\').length - 1) / (text.length / 1024);
    expect(escapesPerKilobyte).toBeGreaterThan(30);
    expect(escapesPerKilobyte).toBeLessThan(60);
    expect(Buffer.byteLength(text)).toBeGreaterThan(text.length);
  });

  it('calls APIs with stacks, header fields, cookies and a bearer token of three parts', () => {
    for (const entry of apiEntries) {
      expect(frameCount(entry._initiator.stack)).toBeGreaterThanOrEqual(5);
      expect(frameCount(entry._initiator.stack)).toBeLessThanOrEqual(18);
      expect(entry.request.headers.length).toBeGreaterThanOrEqual(20);
      expect(entry.request.cookies.length).toBeGreaterThanOrEqual(4);
      expect(entry.request.cookies.length).toBeLessThanOrEqual(14);
      const authorization = entry.request.headers.find(({ name }) => name === 'authorization');
      expect(authorization?.value.split('.')).toHaveLength(3);
    }
  });

  it('counts tracking ids up within one session, and the answers echo them', () => {
    const ids = apiEntries.map(
      (entry) => entry.request.headers.find(({ name }) => name === 'trackingid')?.value,
    );
    const session = ids[0]?.replace(/_0$/, '');
    expect(ids).toEqual(ids.map((_, counter) => `${session}_${counter}`));
    for (const [position, entry] of apiEntries.entries()) {
      const echo = entry.response.headers.find(({ name }) => name === 'trackingid')?.value;
      expect(echo).toBe(entry.response.status === 0 ? undefined : ids[position]);
    }
  });

  it('fails a few of a hundred calls: by status, without an answer, and inside a 200', () => {
    const failed = (entry: ChromeEntry) =>
      entry.response.status >= 400 || entry.response._error !== null || hasErrors(entry);
    const share = apiEntries.filter(failed).length / apiEntries.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.08);
  });

  it('adds its phases up to its time and never goes back in time', () => {
    for (const [position, entry] of entries.entries()) {
      expect(entry.time).toBe(totalMs(entry.timings));
      expect(entry.startedDateTime >= (entries[position - 1]?.startedDateTime ?? '')).toBe(true);
    }
  });
});

it('keeps small entries between 4 and 5 KB', () => {
  const text = textOf({ seed: 2, until: { entries: 1000 }, profile: smallEntriesProfile });
  expect(text.length / 1000).toBeGreaterThan(4000);
  expect(text.length / 1000).toBeLessThan(5000);
});

function hasErrors(entry: ChromeEntry): boolean {
  const { text = '' } = entry.response.content;
  return text.includes('"errors":[{');
}
