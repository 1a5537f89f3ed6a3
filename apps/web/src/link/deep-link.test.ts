import { describe, expect, it } from 'vitest';
import type { CaptureTab } from '../captures/open-captures.ts';
import { everything } from '../engine/view/view-question.ts';
import { linkTo, readLink } from './deep-link.ts';

const tab = {
  fileName: 'secret-customer.har',
  fingerprint: '0123456789ab',
  question: {
    ...everything,
    filter: 'status:>=400 & "a b"#',
    sort: 'time',
    descending: true,
    group: 'alike',
  },
  selected: 12,
} as unknown as CaptureTab;

describe('a link to what a capture shows', () => {
  it('reads back as it was written', () => {
    expect(readLink(linkTo(tab, 'timing'))).toEqual({
      fingerprint: '0123456789ab',
      question: { filter: 'status:>=400 & "a b"#', sort: 'time', descending: true, group: 'alike' },
      row: 12,
      openTab: 'timing',
    });
  });

  it('does not hold the name of the file', () => {
    expect(linkTo(tab, 'summary')).not.toContain('secret');
  });

  it.each(['', '#', '#open=abc', '#capture=zz', '#capture=0123456789ab0'])('is not taken from %s', (hash) => {
    expect(readLink(hash)).toBeUndefined();
  });

  it('leaves out what it does not understand', () => {
    expect(readLink('#capture=0123456789ab&sort=%00&row=-1&group=x&tab=y')).toEqual({
      fingerprint: '0123456789ab',
      question: { filter: '' },
    });
  });
});
