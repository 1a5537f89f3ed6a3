import { describe, expect, it } from 'vitest';
import { sampleFindings } from '../finding/examples/every-example.ts';
import { tellFinding } from '../finding/tell-finding.ts';
import { languages } from '../language.ts';
import { isMiscounted, miscounted } from '../testing/compare-words.ts';
import { words } from './languages.ts';

const others = languages.filter((language) => language !== 'en');
const sentences = (language: (typeof languages)[number]) =>
  sampleFindings.flatMap((finding) => Object.values(tellFinding(finding, words(language))));

describe.each(languages)('%s', (language) => {
  it('has a whole sentence for every turn of every finding', () => {
    for (const finding of sampleFindings) {
      const { verdict, explanation, nextStep, whoCanFix } = tellFinding(finding, words(language));
      for (const text of [verdict, explanation, nextStep]) {
        expect(text).not.toMatch(/undefined|null|NaN|\[object|\s{2,}|\.\.|。。|；。|。；/);
        expect(text.trim()).toBe(text);
        expect(text.length).toBeGreaterThan(4);
      }
      for (const text of [explanation, nextStep]) expect(text).toMatch(/[.。)）]$|_\d+$/);
      expect(whoCanFix).not.toBe('');
    }
  });

  it('leaves methods, hosts, codes, statuses and ids as they are', () => {
    for (const finding of sampleFindings) {
      const { verdict } = tellFinding(finding, words(language));
      if (!('method' in finding.facts)) continue;
      if (finding.ruleId !== 'permission/feature-no-access') {
        expect(verdict).toContain('PATCH api.example.test/…/features/callrecording');
      }
      if ('code' in finding.facts && finding.ruleId === 'fail/network')
        expect(verdict).toContain('net::ERR_FAILED');
      if ('errorText' in finding.facts && !('healed' in finding.facts && finding.facts.healed)) {
        expect(verdict).toContain(finding.facts.errorText);
      }
    }
  });

  it('names the id to search in the verdict of what failed or was slow', () => {
    for (const finding of sampleFindings) {
      const told = tellFinding(finding, words(language)).verdict;
      if (!('trackingId' in finding.facts) || finding.facts.trackingId === undefined) continue;
      if (/^fail\/(?:http|upstream|in-body|cors)|^slow\/(?:server|network|wait)/.test(finding.ruleId)) {
        expect(told).toContain(finding.facts.trackingId);
      }
    }
  });

  it('has words for notes and errors, each of its own', () => {
    const { notes, errors, revocations } = words(language);
    const texts = [
      ...Object.values(notes),
      ...Object.values(revocations),
      ...Object.values(errors).flatMap(({ what, next }) => [what, next]),
    ];
    for (const text of texts) expect(text).toMatch(/[.。]$/);
    expect(new Set(Object.values(notes)).size).toBe(Object.keys(notes).length);
  });

  it('speaks of one and of many', () => {
    const { answers } = words(language);
    for (const count of [0, 1, 2, 26]) {
      for (const text of [answers.nothingFailed(count, count), answers.leftClosed(count)]) {
        expect(text).not.toMatch(/undefined|NaN|\s{2,}/);
      }
    }
    expect(answers.notObservable('fail/network', 'x', 'silent')).not.toBe(
      answers.notObservable('fail/network', 'x', 'weaker'),
    );
  });
});

it('speaks of one request and of several in English', () => {
  expect(words('en').answers.nothingFailed(1, 1)).toBe(
    'Nothing failed in the one request: no status of 400 or more, no broken connection, no error in a body that was captured; one was slow.',
  );
  expect(words('en').answers.nothingFailed(18, 2)).toMatch(
    /^Nothing failed in 18 requests.*; 2 were slow\.$/,
  );
});

it.each(['en', 'fr'] as const)('%s puts no plural behind one in notes and packages', (language) => {
  const { answers, cases, escalation, exceptions } = words(language);
  expect(miscounted({ answers, cases, escalation, exceptions }, language)).toEqual([]);
});

it.each(['en', 'fr'] as const)('%s puts no plural behind one in findings', (language) => {
  expect(sentences(language).filter((text) => isMiscounted(text, language))).toEqual([]);
});

it.each(others)('%s is a translation, not English left over', (language) => {
  const english = sentences('en');
  const told = sentences(language);
  expect(told.length).toBe(english.length);
  expect(told.filter((text, at) => text === english[at])).toEqual([]);
  const { notes, errors } = words(language);
  for (const [code, text] of Object.entries(notes)) {
    expect(text).not.toBe(words('en').notes[code as keyof typeof notes]);
  }
  for (const [code, { what, next }] of Object.entries(errors)) {
    const other = words('en').errors[code as keyof typeof errors];
    expect([what, next].filter((text) => text === other.what || text === other.next)).toEqual([]);
  }
});

it.each(['ja', 'zh-CN', 'zh-TW'] as const)('%s ends its own sentences with a full-width stop', (language) => {
  const { notes, errors } = words(language);
  for (const text of Object.values(notes)) expect(text).toMatch(/。$/);
  for (const { what, next } of Object.values(errors)) expect(what + next).toMatch(/。.*。$/);
});

it('keeps traditional and simplified Chinese apart', () => {
  const simplified = [...sentences('zh-CN'), ...Object.values(words('zh-CN').notes)].join('');
  const traditional = [...sentences('zh-TW'), ...Object.values(words('zh-TW').notes)].join('');
  expect(simplified).not.toMatch(/[請應檔錄說絕權檢瀏]/);
  expect(traditional).not.toMatch(/[请应录说绝权检浏]/);
});

/** Where its own character touches a foreign letter or number, or a full-width mark has a space beside it. */
const cramped =
  /\p{sc=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{sc=Han}|\p{sc=Han} \p{sc=Han}| [，。；：、（）]|[，。；：、（）] /u;

it.each(['zh-CN', 'zh-TW'] as const)(
  '%s gives foreign words their space, and full-width marks none',
  (language) => {
    expect(sentences(language).filter((text) => cramped.test(text))).toEqual([]);
  },
);

it('ja puts no space beside full-width marks', () => {
  expect(sentences('ja').filter((text) => / [、。：（）「」]|[、。：（）「」] /u.test(text))).toEqual([]);
});

it('ko closes a sentence that ends in an id before the next one begins', () => {
  expect(sentences('ko').filter((text) => /_\d+ [가-힣]/u.test(text))).toEqual([]);
});

it.each([
  ['zh-CN', '仅有的 1 个请求没有失败'],
  ['zh-TW', '僅有的 1 個要求沒有失敗'],
] as const)('%s does not say of one request that not even one failed', (language, one) => {
  expect(words(language).answers.nothingFailed(1, 0)).toContain(one);
});
