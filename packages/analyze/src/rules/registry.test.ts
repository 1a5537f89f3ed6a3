import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRules } from './registry.ts';

it('has rules', () => {
  expect(allRules.length).toBeGreaterThan(10);
});

describe.each(allRules.map((rule) => rule.meta.id))('%s', (id) => {
  const folders = readdirSync(new URL(`${id}/`, import.meta.url), { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => item.name);

  it('has a capture in which it finds something, and one in which it must not', () => {
    expect(folders.filter((name) => name.startsWith('finds.')).length).toBeGreaterThan(0);
    expect(folders.filter((name) => name.startsWith('quiet.')).length).toBeGreaterThan(0);
  });

  it('is named as its folder', () => {
    expect(id).toMatch(/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });
});
