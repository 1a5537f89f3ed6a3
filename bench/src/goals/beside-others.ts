import { table } from '../measure/markdown-table.ts';

/**
 * The README's comparison as Markdown, out of `docs/benchmarks.md` as it stands: what was not measured there is a dash here.
 * `keepFigures` writes it, so that neither page can say what the other does not.
 */
export function besideOthers(benchmarks: string): string[] {
  const cellOf = (section: string, heading: string, row: string, column: string): string =>
    cellIn(partOf(benchmarks, section, heading), row, column);
  const shares = (row: string): string => {
    const [removed, kept] = ['credentials removed', 'facts kept'].map((column) =>
      firstNumber(cellOf('redaction', '', row, column)),
    );
    return `${removed} and ${kept}`;
  };
  const [planted, facts] = ['credentials removed', 'facts kept'].map(
    (column) => /\/ (\d+)/.exec(cellOf('redaction', '', 'Harrier', column))?.[1] ?? '–',
  );
  const opened = (file: string, row: string, who: string): string =>
    duration(cellOf('browser', file, row, who));
  const indexed = (row: string, column: string): string => cellOf('index', '1000 MB', row, column);
  const found = (row: string): string => duration(cellOf('logs', 'The embedded store', row, 'median ms'));
  const sealed = (row: string): string => `${cellOf('seal', '100 MB', row, 'MB/s')} MB/s`;
  const [many, large] = ['100000 small requests', '1000 MB'];
  return table(
    ['', 'Harrier', 'others, in the same run'],
    [
      [
        `${planted} planted credentials removed, ${facts} facts kept`,
        shares('Harrier'),
        `har-sanitizer ${shares('har-sanitizer')}, a word list ${shares('word list')}, Chrome's own export (emulated) ${shares('Chrome export')}`,
      ],
      [
        '100,000 requests (468 MB) in the browser: all rows',
        opened(many, 'all rows, ms', 'Workbench'),
        `DevTools' import ${opened(many, 'all rows, ms', 'DevTools')}`,
      ],
      [
        'the same, from a key in the filter to the painted table, p95',
        opened(many, 'filter to painted, p95 ms', 'Workbench'),
        `DevTools ${opened(many, 'filter to painted, p95 ms', 'DevTools')}`,
      ],
      [
        'a capture of 1 GB in the browser: all rows',
        opened(large, 'all rows, ms', 'Workbench'),
        `DevTools ${opened(large, 'all rows, ms', 'DevTools')}`,
      ],
      [
        'indexing 1 GB in Node',
        `${duration(indexed('Harrier, WebAssembly', 'first, ms'))}, ${indexed('Harrier, WebAssembly', 'peak RSS')} of memory`,
        `\`JSON.parse\` with reading and decoding ${duration(indexed('read, decode, JSON.parse', 'first, ms'))} a GB, with ${indexed('read, decode, JSON.parse', 'peak RSS')} of memory at 400 MB, and nothing beyond 512 MiB`,
      ],
      [
        'all lines of one tracking id among 10 million',
        found('Harrier, a request from its id'),
        `\`grep -F\` ${found('grep -F')}, \`rg\` ${found('ripgrep')}`,
      ],
      [
        'sealing 100 MB with OpenPGP',
        sealed('Harrier, not compressed'),
        `gpg ${sealed('gpg --compress-algo none')}`,
      ],
    ],
  );
}

/** What stands between a section's marks, below its heading `### …`; '' takes what comes first. */
function partOf(page: string, section: string, heading: string): string {
  const inside = new RegExp(`<!-- bench:${section} -->\n([^]*?)<!-- /bench:${section} -->`).exec(page)?.[1];
  const parts = (inside ?? '').split(/^### /m);
  return parts.find((part, at) => (heading === '' ? at === 0 : part.startsWith(`${heading}\n`))) ?? '';
}

/** The cell of a table's row and column, by what stands at their heads; a dash where there is none. */
function cellIn(part: string, row: string, column: string): string {
  const rows = part
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const head = rows.findLast((cells) => cells.includes(column)) ?? [];
  return rows.find((cells) => cells[0] === row)?.[head.indexOf(column)] ?? '–';
}

function firstNumber(cell: string): string {
  return /\d+/.exec(cell)?.[0] ?? '–';
}

/** `2205.6` → `2.2 s`, `116.3` → `116 ms`, `0.23` → `0.23 ms`; words stay. */
function duration(ms: string): string {
  const value = Number(ms);
  if (Number.isNaN(value)) return ms;
  if (value >= 500) return `${(value / 1000).toFixed(value < 1000 ? 2 : 1)} s`;
  return `${value < 10 ? value : value.toFixed(0)} ms`;
}
