import { useComputedColorScheme } from '@mantine/core';
import type { CaptureTab } from '../../captures/open-captures.ts';
import { failedRowsOf } from '../../engine/failed-rows.ts';
import { saveBlob } from '../../sanitize/save-blob.ts';
import { useWords } from '../../words/use-words.ts';
import { usePhaseColours } from '../phase-colours.ts';
import { svgToPng } from './svg-to-png.ts';
import { waterfallSvg } from './waterfall-svg.ts';

/** More rows would be a picture that nobody can look at. */
export const MAX_PICTURED_ROWS = 500;

/** Saves rows of a capture as a picture; values in it are masked. */
export function usePicture(tab: CaptureTab): (form: 'svg' | 'png', rows: readonly number[]) => Promise<void> {
  const { knowledge } = useWords();
  const colour = usePhaseColours();
  const isDark = useComputedColorScheme() === 'dark';
  return async (form, rows) => {
    const pictured = await tab.connection.engine.picture(rows.slice(0, MAX_PICTURED_ROWS));
    const failed = tab.index === undefined ? undefined : failedRowsOf(tab.index, tab.analysis);
    const svg = waterfallSvg(pictured, {
      title: tab.fileName,
      phaseName: knowledge.terms.phase,
      colour,
      ink: isDark ? '#dee2e6' : '#212529',
      ground: isDark ? '#1a1b1e' : '#ffffff',
      failedInk: isDark ? '#ffa8a8' : '#b42318',
      isFailed: (row) => failed?.has(row) ?? false,
    });
    const name = `${tab.fileName}${rows.length === 1 ? `-${rows[0]}` : ''}.${form}`;
    saveBlob(form === 'png' ? await svgToPng(svg) : new Blob([svg], { type: 'image/svg+xml' }), name);
  };
}
