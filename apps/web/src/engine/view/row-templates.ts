import { urlPlace } from '@harrier/analyze';
import type { EntryIndex } from '@harrier/har';
import { Turns } from '../turn.ts';
import type { TitledRows } from './group-rows.ts';

/** Between two looks at the clock. */
const ROWS_PER_LOOK = 256;

/** Method, host and path of each row with ids left out: requests for two users have one. Collected once for a capture. */
export async function rowTemplates(index: EntryIndex): Promise<TitledRows> {
  const turns = new Turns();
  const ofRow = new Uint32Array(index.length);
  const places = new Map<string, number>();
  const templates = new Map<string, number>();
  const titles: string[] = [];
  for (let row = 0; row < index.length; row++) {
    if (row % ROWS_PER_LOOK === 0 && turns.isOver) await turns.pause();
    const method = index.strings.get(index.columns.method[row] as number);
    // What stands behind the path changes from request to request, and says nothing here.
    const url = (index.urls?.get(row) ?? '').replace(/[?#].*$/s, '');
    const request = `${method} ${url}`;
    let template = places.get(request);
    if (template === undefined) {
      const { host, path } = urlPlace(url);
      const title = `${method} ${host}${path}`;
      template = templates.get(title) ?? titles.length;
      if (template === titles.length) titles.push(title);
      templates.set(title, template);
      places.set(request, template);
    }
    ofRow[row] = template;
  }
  return { ofRow, titles };
}
