import type { Capture } from '@harrier/har';
import { mayFailInside } from './body-marks.ts';
import { openExchange } from './exchange.ts';

/** Whether an answer below 400 says inside its body that it failed. Opens only what looks so. */
export async function failedInside(capture: Capture, row: number): Promise<boolean> {
  return (await mayFailInside(capture, row)) && (await openExchange(capture, row)).error !== undefined;
}
