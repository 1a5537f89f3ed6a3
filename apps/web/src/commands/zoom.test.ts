import { afterEach, expect, it } from 'vitest';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { keepTopRow } from '../table/top-row.ts';
import { zoomBy } from './zoom.ts';

/** A request a second, from 0 to 100 s. */
const span = {
  startEpochMs: 0,
  endEpochMs: 100_000,
  rowStartEpochMs: Float64Array.from({ length: 100 }, (_, at) => 1000 * at),
};

/** What is shown of the time after a zoom. */
function zoomed(part: Partial<CaptureTab>): CaptureTab['zoom'] {
  const tab = { id: 1, span, question: {}, ...part } as unknown as CaptureTab;
  useOpenCaptures.setState({ tabs: [tab] });
  zoomBy(tab, 0.1);
  return useOpenCaptures.getState().tabs[0]?.zoom;
}

afterEach(() => {
  keepTopRow(undefined);
  useOpenCaptures.setState({ tabs: [] });
});

it('zooms into the middle of what is shown', () => {
  expect(zoomed({})).toEqual([45_000, 55_000]);
});

it('zooms where the table is looked at, and not past the ends', () => {
  keepTopRow(0);
  expect(zoomed({})).toEqual([0, 10_000]);
  keepTopRow(80);
  expect(zoomed({})).toEqual([75_000, 85_000]);
});

it('zooms around the chosen request rather, where that is in sight', () => {
  keepTopRow(0);
  expect(zoomed({ selected: 30 })).toEqual([25_000, 35_000]);
  expect(zoomed({ selected: 30, zoom: [0, 20_000] })).toEqual([0, 2000]);
});
