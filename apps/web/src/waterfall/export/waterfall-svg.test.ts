import { describe, expect, it } from 'vitest';
import type { PicturedRow } from '../../engine/waterfall-rows.ts';
import { type PictureStyle, waterfallSvg } from './waterfall-svg.ts';

const same = (value: string) => new Proxy({}, { get: () => value }) as never;
const style: PictureStyle = {
  title: 'a <capture> & "more"',
  phaseName: same('Phase'),
  colour: same('#123456'),
  ink: '#000000',
  ground: '#ffffff',
  failedInk: '#aa0000',
  isFailed: () => false,
};
const row = (more: Partial<PicturedRow> = {}): PicturedRow => ({
  row: 3,
  method: 'GET',
  url: 'https://api.example.test/users',
  status: 200,
  startMs: 0,
  breakdown: {
    spans: [
      { phase: 'stalled', startMs: 0, endMs: 20 },
      { phase: 'wait', startMs: 20, endMs: 100 },
    ],
    timeMs: 100,
    unaccountedMs: 0,
    overrunMs: 0,
    sslBooking: 'none',
    servedFromMemory: false,
    pending: false,
    failedIn: 'wait',
  },
  ...more,
});

describe('a picture of the waterfall', () => {
  it('is a document of its own in which captured texts are only texts', () => {
    const svg = waterfallSvg(
      [row({ url: 'https://x.test/</text><script>alert(1)</script>\u0000\ud800' })],
      style,
    );
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;');
    expect(svg).not.toMatch(/[\x00-\x08]|\ud800/);
    expect(svg).not.toMatch(/href|url\(|style=/);
  });

  it('draws each phase where it was, and marks the one that failed', () => {
    const svg = waterfallSvg([row(), row({ startMs: 100 })], style);
    const bars = [
      ...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="(?:6|12)" fill="#123456"/g),
    ]
      .slice(0, 4)
      .map((match) => [Number(match[1]), Number(match[2])]);
    const [first, second, third] = bars as [number[], number[], number[]];
    expect((first[1] as number) * 4).toBeCloseTo(second[1] as number);
    expect(second[0]).toBeCloseTo((first[0] as number) + (first[1] as number));
    expect(third[0]).toBeCloseTo((second[0] as number) + (second[1] as number));
    expect(svg).toContain('✕');
  });

  it('marks what failed as the table does, beside the duration and not on it', () => {
    const { failedIn: _, ...well } = row().breakdown;
    const refused = row({ row: 4, breakdown: well });
    const svg = waterfallSvg([refused], { ...style, isFailed: (one) => one === 4 });
    // The axis says `100 ms`, too, above.
    const placeOf = (text: string): number =>
      Number([...svg.matchAll(new RegExp(`<text x="([\\d.]+)"[^>]*>${text}</text>`, 'g'))].at(-1)?.[1]);
    expect(placeOf('100 ms') - placeOf('✕')).toBeGreaterThanOrEqual(12);
    expect(waterfallSvg([refused], style)).not.toContain('✕');
  });

  it('is a picture even of nothing', () => {
    expect(waterfallSvg([], style)).toContain('</svg>');
  });
});
