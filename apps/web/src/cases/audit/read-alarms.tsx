import { Alert, Button, Text } from '@mantine/core';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import { usePersonName } from '../frame/person-name.tsx';
import { When } from '../frame/when.tsx';
import { useCaseWords } from '../words/use-case-words.ts';

interface ReadAlarm {
  readonly id: string;
  readonly actor: string;
  readonly atMs: number;
  readonly files: number;
  readonly seenMs: number | null;
}

/** Who read many files in a short time, until somebody has looked into it. */
export function ReadAlarms() {
  const { audit: words } = useCaseWords();
  const alarms = useAnswer<readonly ReadAlarm[]>('/api/audit/alarms');
  const nameOf = usePersonName();
  const deed = useDeed();
  const see = (id: string): void =>
    void deed
      .run(async () => await ask('PATCH', `/api/audit/alarms/${encodeURIComponent(id)}`))
      .then(alarms.reload);
  return (
    <>
      <ProblemAlert problem={alarms.problem ?? deed.problem} />
      {alarms.value
        ?.filter(({ seenMs }) => seenMs === null)
        .map(({ id, actor, atMs, files }) => (
          <Alert key={id} color="red" role="alert" mb="sm" title={words.manyReads(String(files))}>
            <Text size="sm">
              {nameOf(actor)} · <When ms={atMs} />
            </Text>
            <Text size="sm" mb={6}>
              {words.manyReadsMeaning}
            </Text>
            <Button size="compact-xs" variant="default" loading={deed.isRunning} onClick={() => see(id)}>
              {words.seen}
            </Button>
          </Alert>
        ))}
    </>
  );
}
