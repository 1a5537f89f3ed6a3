import type { Preset, SanitizeStage } from '@harrier/sanitize';
import { Alert, Button, Group, Modal, Progress, Select, Stack, Table, Text } from '@mantine/core';
import { proxy } from 'comlink';
import { useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { byteText, countText } from '../captures/quantity.ts';
import type { CleanCapture } from '../engine/capture-engine.ts';
import { useWords } from '../words/use-words.ts';
import { saveBlob } from './save-blob.ts';

type State =
  | { readonly step: 'closed' | 'choosing' }
  | { readonly step: 'working'; readonly stage: SanitizeStage; readonly fraction: number }
  | { readonly step: 'done'; readonly result: CleanCapture }
  | { readonly step: 'refused'; readonly code: string };

const PRESETS: readonly Preset[] = ['default', 'strict', 'webex'];

/** The stages of sanitizing take about these shares of its time. */
const SHARES: Readonly<Record<SanitizeStage, readonly [from: number, share: number]>> = {
  learn: [0, 0.45],
  write: [0.45, 0.2],
  verify: [0.65, 0.35],
};

/** Takes the credentials out of a capture, shows what was found, and saves the clean file and its report. */
export function SanitizeButton({ tab }: { readonly tab: CaptureTab }) {
  const { sanitize: words } = useWords();
  const [state, setState] = useState<State>({ step: 'closed' });
  const [preset, setPreset] = useState<Preset>('default');
  const start = async (): Promise<void> => {
    setState({ step: 'working', stage: 'learn', fraction: 0 });
    const result = await tab.connection.engine.sanitize(
      preset,
      proxy((stage: SanitizeStage, fraction: number) => setState({ step: 'working', stage, fraction })),
    );
    setState('refused' in result ? { step: 'refused', code: result.refused } : { step: 'done', result });
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setState({ step: 'choosing' })}>
        {words.button}
      </Button>
      <Modal
        opened={state.step !== 'closed'}
        onClose={() => setState({ step: 'closed' })}
        title={words.title}
        size="xl"
        closeOnClickOutside={state.step !== 'working'}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {words.stays}
          </Text>
          {state.step === 'choosing' && (
            <Group align="end">
              <Select
                label={words.preset}
                value={preset}
                allowDeselect={false}
                data={PRESETS.map((name) => ({ value: name, label: words.presets[name] }))}
                onChange={(name) => setPreset((name ?? 'default') as Preset)}
              />
              <Button onClick={() => void start()}>{words.start}</Button>
            </Group>
          )}
          {state.step === 'working' && (
            <>
              <Text size="sm">{words.stages[state.stage]}</Text>
              <Progress
                value={100 * (SHARES[state.stage][0] + SHARES[state.stage][1] * state.fraction)}
                aria-label={words.stages[state.stage]}
              />
            </>
          )}
          {state.step === 'refused' && (
            <Alert color="red" title={words.refused}>
              <code>{state.code}</code>
            </Alert>
          )}
          {state.step === 'done' && <Result result={state.result} fileName={tab.fileName} />}
        </Stack>
      </Modal>
    </>
  );
}

function Result({ result, fileName }: { readonly result: CleanCapture; readonly fileName: string }) {
  const { sanitize: words, knowledge } = useWords();
  const { report, clean } = result;
  const name = fileName.replace(/\.(?:har|saz|zip|gz|json)(?:\.gz)?$/i, '');
  const saveReport = (): void =>
    saveBlob(
      new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }),
      `${name}-report.json`,
    );
  return (
    <>
      <Text fw={600}>
        {words.removed(countText(report.counts.credentials), countText(report.counts.redactions))}
      </Text>
      <Table.ScrollContainer minWidth={500} mah={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.kind}</Table.Th>
              <Table.Th ta="right">{words.places}</Table.Th>
              <Table.Th>{words.hosts}</Table.Th>
              <Table.Th>{words.until}</Table.Th>
              <Table.Th>{words.revoke}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.exposures
              .slice(0, 200)
              .map(({ kind, fingerprint, places, hosts, validUntil, revocation }) => (
                <Table.Tr key={fingerprint}>
                  <Table.Td>
                    {kind} <code>{fingerprint}</code>
                  </Table.Td>
                  <Table.Td ta="right">{countText(places)}</Table.Td>
                  <Table.Td>{hosts.join(', ')}</Table.Td>
                  <Table.Td>{validUntil?.slice(0, 16).replace('T', ' ') ?? ''}</Table.Td>
                  <Table.Td>{knowledge.revocations[revocation]}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group>
        <Button onClick={() => saveBlob(clean, `${name}-clean.har`)}>
          {words.save} ({byteText(clean.size)})
        </Button>
        <Button variant="default" onClick={saveReport}>
          {words.saveReport}
        </Button>
      </Group>
    </>
  );
}
