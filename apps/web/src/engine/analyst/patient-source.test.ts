import { blockCache, memorySource } from '@harrier/har';
import { expect, it } from 'vitest';
import { patientSource } from './patient-source.ts';

it('reads nothing while a search is under way, nor while another follows it', async () => {
  const ends: (() => void)[] = [];
  const search = (): Promise<void> => new Promise((resolve) => void ends.push(resolve));
  let underWay: Promise<void> | undefined = search();
  const source = patientSource(memorySource(new Uint8Array([1, 2, 3])), () => underWay);
  let read: Uint8Array | undefined;
  const reading = source.read(1, 2).then((bytes) => {
    read = bytes;
  });
  underWay = search();
  ends[0]?.();
  await new Promise((resolve) => setTimeout(resolve));
  expect(read).toBeUndefined();
  underWay = undefined;
  ends[1]?.();
  await reading;
  expect([...(read ?? [])]).toEqual([2, 3]);
});

it('waits, too, before it reads into memory that somebody has', async () => {
  let end = (): void => {};
  let underWay: Promise<void> | undefined = new Promise((resolve) => {
    end = resolve;
  });
  const source = patientSource(blockCache(memorySource(new Uint8Array([1, 2, 3]))), () => underWay);
  let read: Uint8Array | undefined;
  const reading = source.readInto?.(1, new ArrayBuffer(2)).then((bytes) => {
    read = bytes;
  });
  await new Promise((resolve) => setTimeout(resolve));
  expect(read).toBeUndefined();
  underWay = undefined;
  end();
  await reading;
  expect([...(read ?? [])]).toEqual([2, 3]);
});
