/** `look-up-once.js <store> <file of ids>`: searches a store for ids, one after another, and prints how long each took. */
import { readFileSync } from 'node:fs';
import { shippedPlaybooks } from '@harrier/analyze';
import { findFlows, openLogStore, readTarget, readWhole } from '@harrier/logs';

/** What one run found out. */
export interface LookUpMeasurement {
  /** Each search of a request, its records read whole; sorted. */
  readonly ms: readonly number[];
  /** The same in time on a core: what others do on the machine does not count. Sorted. */
  readonly cpuMs: readonly number[];
  /** Those of `ms` in which this process was not made to wait for a core by others. Sorted. */
  readonly quietMs: readonly number[];
  /** The first search of the process, part of the above: everything is loaded and compiled in it. */
  readonly firstMs: number;
  /** Each search with the flow that is made of its records, as `harrier trace` shows it; sorted. */
  readonly flowMs: readonly number[];
  readonly records: number;
  /** Searches that found nothing. */
  readonly empty: number;
  /** Searches whose answer lacked a part. */
  readonly partial: number;
}

const [address = '', file = ''] = process.argv.slice(2);

/** How often this process has lost its core. One that asks a server gives it up itself, to wait for the answer. */
function waits(): number {
  const { involuntaryContextSwitches, voluntaryContextSwitches } = process.resourceUsage();
  return involuntaryContextSwitches + (address.startsWith('sqlite:') ? voluntaryContextSwitches : 0);
}

const ids = readFileSync(file, 'utf8').split('\n').filter(Boolean);
const store = await openLogStore(address);
const ms: number[] = [];
const cpuMs: number[] = [];
const flowMs: number[] = [];
const quietMs: number[] = [];
let records = 0;
let empty = 0;
let partial = 0;
for (const id of ids) {
  const waitsBefore = waits();
  const start = performance.now();
  const before = process.cpuUsage();
  const { target } = readTarget(id)!;
  const found = await readWhole(store.byTracking({ target }));
  ms.push(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  cpuMs.push((user + system) / 1000);
  if (waits() === waitsBefore) quietMs.push(ms.at(-1)!);
  findFlows({ target, records: found.records, playbooks: shippedPlaybooks });
  flowMs.push(performance.now() - start);
  records += found.records.length;
  if (found.records.length === 0) empty++;
  if (found.partial.length > 0) partial++;
}
await store.close();
const firstMs = ms[0] ?? Number.NaN;
const result: LookUpMeasurement = {
  firstMs,
  quietMs: quietMs.sort((a, b) => a - b),
  flowMs: flowMs.sort((a, b) => a - b),
  ms: ms.sort((a, b) => a - b),
  cpuMs: cpuMs.sort((a, b) => a - b),
  records,
  empty,
  partial,
};
process.stdout.write(JSON.stringify(result));
