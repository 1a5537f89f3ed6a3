import { prettyScript } from './pretty-script.ts';

/** Stands in for `load-pretty-script.ts` where the page is one file: its workers cannot load another piece. */
export async function loadPrettyScript(): Promise<(text: string) => string> {
  return prettyScript;
}
