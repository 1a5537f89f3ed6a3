import { EntryFlag, type EntryIndex, entryDurationMs, UNKNOWN_SIZE } from '@harrier/har';
import { byteText, durationText } from '../../captures/quantity.ts';
import { latencyMs } from '../../engine/sort-rows.ts';
import type { ColumnId } from './column-table.ts';

/** The text of a cell that the index alone can fill; `''` = not known, which is not 0. */
export function indexCell(index: EntryIndex, row: number, id: ColumnId): string {
  const { columns, strings } = index;
  switch (id) {
    case 'index':
      return String(row);
    case 'started': {
      const start = columns.startEpochMs[row] as number;
      return Number.isNaN(start) ? '' : new Date(start).toISOString().slice(11, 23);
    }
    case 'method':
      return strings.get(columns.method[row] as number);
    case 'host':
      return strings.get(columns.host[row] as number);
    case 'code':
      return ((columns.flags[row] as number) & EntryFlag.hasStatus) === 0 ? '' : String(columns.status[row]);
    case 'trackingId':
      return strings.get(columns.trackingId[row] as number);
    case 'type':
      return strings.get(columns.resourceType[row] as number);
    case 'mimeType':
      return strings.get(columns.mimeType[row] as number);
    case 'time': {
      const ms = entryDurationMs(index, row);
      return ms === undefined ? '' : durationText(ms);
    }
    case 'latency':
      return entryDurationMs(index, row) === undefined ? '' : durationText(latencyMs(index, row));
    case 'size':
    case 'contentSize': {
      const size = columns[id === 'size' ? 'transferSize' : 'contentSize'][row] as number;
      return size === UNKNOWN_SIZE ? '' : byteText(size);
    }
    case 'blocked':
    case 'dns':
    case 'connect':
    case 'ssl':
    case 'send':
    case 'wait':
    case 'receive': {
      const ms = columns[id][row] as number;
      return ms >= 0 ? durationText(ms) : '';
    }
    default:
      return '';
  }
}
