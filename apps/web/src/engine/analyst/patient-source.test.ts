import { memorySource } from '@harrier/har';
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
