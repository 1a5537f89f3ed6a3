import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { byteText, countText } from '../../captures/quantity.ts';
import { sentences } from '../../words/sentences.ts';
import { ask } from '../api/ask.ts';
import type { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** Where the taking in of older attachments stands. */
interface Backfill {
  readonly mode: 'dry-run' | 'run';
  readonly state: 'going' | 'stopped' | 'done';
  readonly perMinute: number;
  readonly found: number;
  readonly foundBytes: number;
  readonly announced: number;
  readonly trouble?: { readonly code: string; readonly reason: string; readonly nextStep: string };
}

/** While it is at work it is looked at this often. */
const LOOK_MS = 2000;
const MOST_A_MINUTE = 200;
const USUAL_A_MINUTE = 20;

/** What a case system had before: first it is counted, then taken in, so many a minute. Either can be stopped and goes on there. */
export function Backfill({ connectorId }: { readonly connectorId: string }) {
  const { connectors: words } = useCaseWords();
  const url = `/api/connectors/${encodeURIComponent(connectorId)}/backfill`;
  const { value, problem, reload } = useAnswer<Backfill>(url);
  const deed = useDeed();
  const [perMinute, setPerMinute] = useState(USUAL_A_MINUTE);
  const isGoing = value?.state === 'going';
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(reload, LOOK_MS);
    return () => clearInterval(timer);
  }, [isGoing, reload]);
  const begin = (mode: Backfill['mode']): void =>
    void deed.run(async () => await ask('POST', url, { body: { mode, perMinute } })).then(reload);
  const stop = (): void => void deed.run(async () => await ask('DELETE', url)).then(reload);
  const isCounted = value !== undefined && (value.mode === 'run' || value.state === 'done');
  return (
    <section aria-label={words.before}>
      <Text fw={600} mt="xs">
        {words.before}
      </Text>
      <Text size="sm" c="dimmed" mb={6}>
        {words.beforeMeaning}
      </Text>
      <ProblemAlert problem={isNone(problem) ? deed.problem : problem} />
      {value !== undefined && (
        <Text size="sm" role="status" mb={6}>
          <b>{words.modes[value.mode]}</b>: {words.backfillStates[value.state]} ·{' '}
          {words.foundFiles(countText(value.found), byteText(value.foundBytes))}
          {value.mode === 'run' && ` · ${words.takenIn(countText(value.announced))}`}
        </Text>
      )}
      {value?.trouble !== undefined && (
        <Text size="sm" c="red" mb={6}>
          {sentences(value.trouble.reason, value.trouble.nextStep)} <code>{value.trouble.code}</code>
        </Text>
      )}
      <Group align="end" gap="xs">
        {isGoing ? (
          <Button size="compact-sm" variant="default" loading={deed.isRunning} onClick={stop}>
            {words.stop}
          </Button>
        ) : (
          <>
            {value?.state === 'stopped' && (
              <Button size="compact-sm" mb={4} loading={deed.isRunning} onClick={() => begin(value.mode)}>
                {words.goOn}
              </Button>
            )}
            <Button
              size="compact-sm"
              mb={4}
              variant="default"
              loading={deed.isRunning}
              onClick={() => begin('dry-run')}
            >
              {words.count}
            </Button>
            {isCounted && (
              <>
                <NumberInput
                  w={150}
                  size="xs"
                  label={words.perMinute}
                  min={1}
                  max={MOST_A_MINUTE}
                  allowDecimal={false}
                  value={perMinute}
                  onChange={(files) => setPerMinute(Number(files) || USUAL_A_MINUTE)}
                />
                <Button size="compact-sm" mb={4} loading={deed.isRunning} onClick={() => begin('run')}>
                  {words.takeIn}
                </Button>
              </>
            )}
          </>
        )}
      </Group>
    </section>
  );
}

/** That there was none yet is no problem. */
function isNone(problem: Problem | undefined): boolean {
  return problem === undefined || problem.code === 'request/not-found';
}
