import { describe, expect, it } from 'vitest';
import { SimulatedMachine, SimulatedProcess, Simulation } from './simulate.ts';
import { hourOfUploads, simulateCases } from './simulate-cases.ts';
import type { UnitCosts } from './unit-costs.ts';

const costs: UnitCosts = {
  takeMs: 10,
  takeMsPerMegabyte: 0,
  workMs: 900,
  workMsPerMegabyte: 0,
  helperShare: 0,
  waitMs: 0,
  auditEntries: 0,
  transactionMs: 0,
  storedShare: 1,
  logMsPerThousandLines: 0,
  logBytesPerLine: 0,
  storedBytesPerLine: 0,
  lookUpMs: 0,
};
const burst = (count: number) => Array.from({ length: count }, () => ({ atMs: 0, megabytes: 1 }));
const small = { costs, seed: 1, servers: 1, workers: 0, cores: 2, processesOnMachine: 2, speed: 1 };

describe('a simulated machine', () => {
  it('does as many things at once as it has cores', async () => {
    const simulation = new Simulation();
    const machine = new SimulatedMachine(simulation, 2);
    for (let at = 0; at < 4; at++) void new SimulatedProcess(machine).compute(100);
    await simulation.run();
    expect(simulation.nowMs).toBe(200);
  });

  it('lets one process use one core, by turns for all that it does', async () => {
    const simulation = new Simulation();
    const process = new SimulatedProcess(new SimulatedMachine(simulation, 8));
    const ends: number[] = [];
    for (const ms of [100, 40]) void process.compute(ms).then(() => ends.push(simulation.nowMs));
    await simulation.run();
    expect(ends).toEqual([80, 140]);
  });
});

it('gives what helpers compute to cores that are free', async () => {
  for (const [cores, endMs] of [
    [2, 100],
    [1, 200],
  ] as const) {
    const simulation = new Simulation();
    const machine = new SimulatedMachine(simulation, cores);
    void new SimulatedProcess(machine, { helperShare: 1 }).compute(100);
    await simulation.run();
    expect(simulation.nowMs).toBe(endMs);
  }
});

describe('simulated cases', () => {
  it('take as long as their work where one process does it all', async () => {
    const { endMs, tookMs } = await simulateCases({ ...small, uploads: burst(10) });
    expect(tookMs).toHaveLength(10);
    // 100 ms of taking and 9 s of work, in one thread; the last look for work is at most a second later.
    expect(endMs).toBeGreaterThanOrEqual(9100);
    expect(Math.max(...tookMs)).toBeLessThan(9200);
  });

  it('take half as long with a second process on a second core', async () => {
    const { tookMs } = await simulateCases({ ...small, workers: 1, uploads: burst(10) });
    expect(Math.max(...tookMs)).toBeGreaterThan(4500);
    expect(Math.max(...tookMs)).toBeLessThan(6500);
  });

  it('are held up by the audit chain, however many workers there are', async () => {
    const chained = { ...costs, auditEntries: 10, transactionMs: 100 };
    const run = {
      ...small,
      costs: chained,
      workers: 9,
      cores: 10,
      processesOnMachine: 10,
      uploads: burst(20),
    };
    const { tookMs, chainBusy } = await simulateCases(run);
    expect(Math.max(...tookMs)).toBeGreaterThan(20_000);
    expect(chainBusy).toBeGreaterThan(0.9);
  });

  it('are all done in the end where workers are killed, a lease later', async () => {
    const killed = await simulateCases({ ...small, workers: 1, uploads: burst(20), killChance: 0.05 });
    expect(killed.tookMs).toHaveLength(20);
    expect(killed.retries).toBeGreaterThan(0);
    expect(Math.max(...killed.tookMs)).toBeGreaterThan(60_000);
  });

  it('are the same for the same seed', async () => {
    const run = { ...small, workers: 1, uploads: hourOfUploads(200, 1, 5), killChance: 0.01 };
    expect(await simulateCases(run)).toEqual(await simulateCases(run));
  });
});

it('uploads of an hour have the size that was asked for on average', () => {
  const sizes = hourOfUploads(20_000, 20, 3).map(({ megabytes }) => megabytes);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  expect(Math.abs(mean - 20)).toBeLessThan(1);
});
