import { expect, it } from 'vitest';
import { listed, sentences } from './sentences.ts';

it('sets a space between two sentences', () => {
  expect(sentences('It broke.', 'Try again.')).toBe('It broke. Try again.');
  expect(sentences('끊어졌습니다.', '다시 시도하십시오.')).toBe('끊어졌습니다. 다시 시도하십시오.');
});

it('sets none behind a full-width stop', () => {
  expect(sentences('壊れています。', 'もう一度試してください。')).toBe(
    '壊れています。もう一度試してください。',
  );
  expect(sentences('已损坏（第 3 行）', '请重试。')).toBe('已损坏（第 3 行）请重试。');
});

it('leaves out what is not there', () => {
  expect(sentences('', 'It broke.', undefined, '')).toBe('It broke.');
});

it('parts names as their writing has it', () => {
  expect(listed(['engineer', 'auditor'])).toBe('engineer, auditor');
  expect(listed(['엔지니어', '감사자'])).toBe('엔지니어, 감사자');
  expect(listed(['エンジニア', '監査者'])).toBe('エンジニア、監査者');
  expect(listed(['工程师', '审计员'])).toBe('工程师、审计员');
  expect(listed([])).toBe('');
});
