import { shippedPlaybooks } from '@harrier/analyze';
import { parseTrackingId } from '@harrier/tracking';
import { describe, expect, it } from 'vitest';
import { buildFlow } from './build-flow.ts';
import type { Flow } from './flow.ts';
import { plainFlowWords } from './flow-text.ts';
import { sequenceOf } from './sequence.ts';
import { fixtureRecords } from './testing/fixture-records.ts';
import { writeFlow } from './write-flow.ts';

async function flowOf(name: string, leftOut = ''): Promise<Flow> {
  const all = await fixtureRecords(name);
  const line = all.findLast(({ fields }) => fields.method === 'PATCH')!;
  const records = leftOut === '' ? all : all.filter(({ file }) => !file.startsWith(leftOut));
  return buildFlow({ id: line.ids[0]!, records, playbooks: shippedPlaybooks });
}

const drawn = (flow: Flow) => {
  const { lanes, rows } = sequenceOf(flow, plainFlowWords);
  const name = (lane: number) => lanes[lane]?.name;
  return rows.map(({ from, to, text, look }) =>
    from === to ? `${name(to)}: ${text}` : `${name(from)} ${look} ${name(to)}: ${text}`,
  );
};

describe('a sequence', () => {
  it('marks where it broke between the calls and the answers', async () => {
    const flow = await flowOf('finds.provider-refuses-recording');
    expect(drawn(flow)).toEqual([
      'Gateway (ingress-r) call Provisioning API (CPAPI): 6',
      'Provisioning API (CPAPI) call Recording provider: 6.0',
      'Recording provider: ✗ product is not part of the contract',
      'Recording provider answer Provisioning API (CPAPI): 400 · 0 ms',
      'Provisioning API (CPAPI) answer Gateway (ingress-r): 502 · 89 ms',
    ]);
    expect(sequenceOf(flow, plainFlowWords).lanes.at(-1)?.state).toBe('failed');
  });

  it('puts a service without a line where it is expected, with a call that leads to it', async () => {
    const flow = await flowOf('quiet.fax-works', 'ocirouter');
    const { lanes } = sequenceOf(flow, plainFlowWords);
    expect(lanes.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Gateway (ingress-r) known',
      'Provisioning API (CPAPI) known',
      'OCI router missing',
      'Call server (WXCAS) known',
    ]);
    expect(drawn(flow)).toContain('Provisioning API (CPAPI) missing OCI router: no line for call 7.0');
  });

  it('shows what changed where it arrived, and what was asked for as off', async () => {
    expect(drawn(await flowOf('finds.number-lost'))).toContain(
      'Call server (WXCAS): ≠ phoneNumber: +12065550177 → not set',
    );
    expect(drawn(await flowOf('finds.asked-for-off'))).toContain(
      'Provisioning API (CPAPI): ! /faxMessage/enabled: false',
    );
  });

  it('speaks the reader’s language in every form that is handed on', async () => {
    const words = {
      ...plainFlowWords,
      gateway: 'Passerelle',
      noAnswer: (peer: string) => `sans réponse de ${peer}`,
    };
    const flow = await flowOf('finds.no-answer');
    for (const form of ['mermaid', 'svg', 'otlp', 'jaeger'] as const) {
      const text = writeFlow(flow, form, { ...words, language: 'fr' });
      expect(text).toContain('sans réponse de 10.71.169.37');
      expect(text).toContain('Passerelle');
      expect(text).not.toMatch(/no answer|Gateway/);
    }
  });

  it('is empty where nothing is known', () => {
    const id = parseTrackingId('ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12')!;
    const flow = buildFlow({ id, records: [], playbooks: shippedPlaybooks });
    expect(sequenceOf(flow, plainFlowWords)).toEqual({ lanes: [], rows: [] });
  });
});
