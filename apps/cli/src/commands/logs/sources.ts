import type { SourceDefinition, SourceInfo } from '@harrier/logs';
import { ExitCode } from '../../exit-code.ts';
import { countText, notKnown } from '../../format/quantity.ts';
import { jsonText } from '../../json/json-text.ts';
import { escapeText } from '../../terminal/escape.ts';
import { padEnd, widthOf } from '../../terminal/width.ts';
import type { Command } from '../command.ts';
import { logOptions, sourceDefinitions, withStore } from './log-options.ts';

/** A source as scripts get it; what is not known is null. */
interface SourceJson {
  readonly name: string;
  readonly region: string;
  readonly kind: string;
  /** null: the store is somebody else's and not counted. */
  readonly records: number | null;
  readonly first: string | null;
  readonly last: string | null;
}

/** `harrier logs sources`: what is stored, and which other stores are searched. */
export const sources: Command = {
  name: 'logs sources',
  positionals: [],
  options: [...logOptions, 'sources'],
  async run(io, { options }, words) {
    const { momentText } = await import('@harrier/logs');
    const definitions = await sourceDefinitions(io, options);
    const stored = await withStore(io, options, (store) => store.sources());
    const list = [...stored.map((one) => storedJson(one, momentText)), ...unstored(definitions, stored)];
    if (options.json) {
      await io.stdout.write(`${jsonText(list, 2)}\n`);
      return ExitCode.done;
    }
    if (list.length === 0) {
      await io.stderr.write(`${words.logs.noSources}\n`);
      return ExitCode.done;
    }
    const { heads } = words.logs;
    const cells = list.map(({ name, region, kind, records, first, last }) => [
      escapeText(name),
      escapeText(region),
      kind,
      records === null ? notKnown : countText(records),
      first ?? notKnown,
      last ?? notKnown,
    ]);
    const rows = [[heads.name, heads.region, heads.kind, heads.records, heads.first, heads.last], ...cells];
    const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))));
    for (const row of rows)
      await io.stdout.write(
        `${row
          .map((cell, column) => padEnd(cell, widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
      );
    return ExitCode.done;
  },
};

function storedJson(
  { name, region, records, firstNs, lastNs }: SourceInfo,
  momentText: (ns: bigint) => string,
): SourceJson {
  const time = (ns: bigint | undefined) => (ns === undefined ? null : momentText(ns));
  return { name, region, kind: 'store', records, first: time(firstNs), last: time(lastNs) };
}

function unstored(definitions: readonly SourceDefinition[], stored: readonly SourceInfo[]): SourceJson[] {
  return definitions
    .filter(({ kind, name }) => kind !== 'store' || !stored.some((one) => one.name === name))
    .map(({ name, region, kind }) => ({
      name,
      region,
      kind,
      records: kind === 'store' ? 0 : null,
      first: null,
      last: null,
    }));
}
