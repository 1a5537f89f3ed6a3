import { expect, it } from 'vitest';
import { withSection } from './markdown-section.ts';

const written = withSection('# Benchmarks\n', 'index', ['old']);

it('adds a section that was not there', () => {
  expect(written).toBe('# Benchmarks\n\n<!-- bench:index -->\nold\n<!-- /bench:index -->\n');
});

it('replaces its own section and leaves what stands around it', () => {
  const both = `${withSection(written, 'sanitize', ['other'])}\nAn afterword.\n`;
  const again = withSection(both, 'index', ['new', 'lines']);
  expect(again).toBe(both.replace('old', 'new\nlines'));
});
