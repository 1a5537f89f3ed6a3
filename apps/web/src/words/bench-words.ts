import type { FilterProblemCode } from '@harrier/analyze';
import type { HitPlace } from '../engine/search/search-hit.ts';
import type { PanelName } from '../frame/preferences.ts';
import type { BuiltInColumn } from '../table/columns/column-table.ts';

/** What the table, the filter and everything around them say, in one language. */
export interface BenchWords {
  readonly frame: {
    readonly splitter: string;
    readonly openFile: string;
    readonly masked: string;
    readonly unmasked: string;
    readonly captures: string;
    readonly details: Readonly<Record<'below' | 'right', string>>;
    readonly dropHere: string;
  };
  /** Something could not be drawn, or a thread broke. */
  readonly fault: {
    readonly title: string;
    readonly next: string;
    readonly again: string;
  };
  /** The server did not give out a script of the page. */
  readonly unloaded: {
    readonly title: string;
    readonly next: string;
    readonly reload: string;
  };
  readonly open: {
    readonly password: string;
    readonly showPassword: string;
    readonly passwordStays: string;
    readonly unlock: string;
    readonly closeFile: string;
    readonly record: string;
    place(byteOffset: string, line: number | undefined): string;
  };
  readonly answer: {
    readonly label: string;
    readonly looking: string;
    readonly broke: string;
    readonly short: string;
    readonly sanitized: string;
    lacks(evidence: string): string;
    notes(count: number): string;
  };
  readonly minimap: {
    label(duration: string, failed: number): string;
    readonly hint: string;
  };
  readonly table: {
    readonly failed: string;
    readonly slow: string;
    readonly noPage: string;
    /** No request fits the filter, and what shows them again. */
    readonly nothingFits: string;
    readonly showAll: string;
    readonly links: Readonly<Record<'none' | 'preflight' | 'redirect' | 'retry' | 'member', string>>;
    groupCount(count: number, failed: number): string;
  };
  readonly columns: {
    readonly button: string;
    readonly titles: Readonly<Record<BuiltInColumn, string>>;
    readonly custom: string;
    readonly where: string;
    readonly sides: Readonly<Record<'req.header' | 'res.header' | 'json' | 'req.json', string>>;
    readonly name: string;
    readonly add: string;
    readonly setName: string;
    readonly save: string;
    readonly forget: string;
    readonly reset: string;
    width(column: string): string;
    left(column: string): string;
    right(column: string): string;
  };
  readonly waterfall: {
    readonly sorts: Readonly<Record<'start' | 'responseStart' | 'end' | 'time' | 'latency', string>>;
  };
  readonly filter: {
    readonly group: string;
    readonly groups: Readonly<Record<'none' | 'pages' | 'alike', string>>;
    readonly joined: string;
    readonly saved: string;
    readonly save: string;
    readonly forget: string;
    readonly looking: string;
    readonly problems: Readonly<Record<FilterProblemCode, string>>;
    remove(condition: string): string;
  };
  readonly panels: Readonly<Record<PanelName | 'close', string>>;
  readonly search: {
    readonly label: string;
    readonly hint: string;
    readonly stop: string;
    readonly nothing: string;
    readonly masked: string;
    /** It is in no place that the panel reads again. */
    readonly elsewhere: string;
    readonly places: Readonly<Record<HitPlace, string>>;
    found(count: string): string;
  };
  readonly statistics: {
    readonly hosts: string;
    readonly templates: string;
    readonly host: string;
    readonly template: string;
    readonly count: string;
    readonly errors: string;
    readonly bytes: string;
  };
  readonly common: {
    readonly ofFailed: string;
    readonly ofSelection: string;
    readonly hint: string;
    readonly nothing: string;
    shares(these: string, others: string): string;
  };
  readonly notes: {
    readonly nothing: string;
  };
  readonly commands: {
    readonly palette: string;
    readonly help: string;
    readonly nothing: string;
    /** Keys that work in an open request only. */
    readonly inPlaces: { readonly tabs: string; readonly value: string; readonly column: string };
    readonly names: Readonly<Record<CommandName, string>>;
  };
}

/** Everything that can be done with a key or from the palette. */
export type CommandName =
  | 'palette'
  | 'help'
  | 'filter'
  | 'search'
  | 'nextRow'
  | 'previousRow'
  | 'nextFailed'
  | 'previousFailed'
  | 'nextSlow'
  | 'previousSlow'
  | 'copyTrackingId'
  | 'searchLogs'
  | 'searchOwnLogs'
  | 'copyLink'
  | 'unmask'
  | 'openDetails'
  | 'closeDetails'
  | 'detailsSide'
  | 'statistics'
  | 'common'
  | 'notes'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomAll'
  | 'previousCapture'
  | 'nextCapture'
  | 'closeCapture'
  | 'openFile'
  | 'theme'
  | 'explain'
  | 'knowledge'
  | 'escalate'
  | 'compare'
  | 'sanitize'
  | 'addToEscalation'
  | 'print';
