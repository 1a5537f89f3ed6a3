import { shippedPlaybooks } from '@harrier/analyze';
import { languages } from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
import { parseTrackingId } from '@harrier/tracking';
import { expect, it } from 'vitest';
import { recordJson } from '../search/record-json.ts';
import { buildFlow } from './build-flow.ts';
import { drawRequest } from './draw-request.ts';
import { flowWords, plainFlowWords } from './flow-text.ts';
import { fixtureRecords } from './testing/fixture-records.ts';
import { writeSvg } from './write-svg.ts';

const id = 'ATLAS_f0d4f939-5676-4931-9711-78b8a7ca288b_6';

it('draws of records that were written as JSON what it draws of those in the store', async () => {
  const records = await fixtureRecords('finds.provider-refuses-recording');
  const written = JSON.parse(JSON.stringify(records.map(recordJson)));
  const drawn = drawRequest({ id, records: written, playbooks: shippedPlaybooks, words: plainFlowWords });
  const flow = buildFlow({ id: parseTrackingId(id)!, records, playbooks: shippedPlaybooks });
  expect(drawn?.svg).toBe(writeSvg(flow, plainFlowWords));
  expect(drawn?.lines).toHaveLength(flow.hops.length + flow.missing.length);
  expect(drawn?.lines.filter(({ state }) => state === 'broke')).toEqual([
    expect.objectContaining({ who: 'Recording provider', call: '6.0' }),
  ]);
});

it('draws nothing of what is no tracking id, and of records of other requests', async () => {
  const records = (await fixtureRecords('quiet.fax-works')).map(recordJson);
  expect(drawRequest({ id: 'req-1', records, playbooks: [], words: plainFlowWords })).toBeUndefined();
  expect(drawRequest({ id, records, playbooks: [], words: plainFlowWords })).toBeUndefined();
});

it.each(languages)('draws and tells in %s', async (language) => {
  const records = (await fixtureRecords('finds.provider-refuses-recording')).map(recordJson);
  const said = flowWords(words(language));
  const drawn = drawRequest({ id, records, playbooks: shippedPlaybooks, words: said });
  expect(drawn?.svg).toContain(`${said.gateway} (`);
  expect(drawn?.lines[0]?.who).toContain(said.gateway);
});
