import { expect, it } from 'vitest';
import { machine } from '../../measure/machine.ts';
import { summarize } from '../../measure/summary.ts';
import { bySize, reportLines } from './report.ts';

const sizes = [10, 1000];

const results = sizes.flatMap((megabytes) =>
  ['json-parse', 'harrier'].map((variant) => ({
    variant,
    label: variant,
    megabytes,
    readMegabytes: megabytes,
    sizeBytes: megabytes * 1e6,
    measurements: [{ firstMs: megabytes, againMs: [], entries: 1, peakRssBytes: 200e6 }],
  })),
);

it('takes a report apart by size, each part with its goals', () => {
  const capture = { seed: 1, profile: 'portal', formatting: 'pretty' } as const;
  const parts = bySize({
    startedAt: '2026-01-01T00:00:00Z',
    machine: machine(),
    capture,
    summaries: summarize(results),
    goals: [],
  });
  expect(parts.map(({ megabytes, report }) => [megabytes, report.goals.length])).toEqual([
    [10, 0],
    [1000, 2],
  ]);
  const [small = '', large = ''] = parts.map(({ report }) => reportLines(report).join('\n'));
  expect(small).toContain('### 10 MB');
  expect(small).not.toContain('1000 MB');
  expect(large).toContain('harrier, 1000 MB: at most 256 MB of memory');
});
