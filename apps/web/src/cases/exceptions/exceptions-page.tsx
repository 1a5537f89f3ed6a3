import { Group, NativeSelect, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useLooks } from '../api/use-looks.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { type Exception, exceptionStates } from './exception.ts';
import { ExceptionTable } from './exception-table.tsx';

/** The inbox: what waits for you first, then what waits for others. */
export function ExceptionsPage() {
  const { exceptions: words } = useCaseWords();
  const [state, setState] = useState('');
  const found = useAnswer<readonly Exception[]>(`/api/exceptions${state === '' ? '' : `?state=${state}`}`);
  useLooks(found.reload);
  const mine = found.value?.filter(({ steps }) => steps.some((step) => step !== 'withdraw')) ?? [];
  const others = found.value?.filter((one) => !mine.includes(one)) ?? [];
  return (
    <>
      <Group justify="space-between" mb={4}>
        <Title order={1} size="h3">
          {words.title}
        </Title>
        <NativeSelect
          size="xs"
          aria-label={words.state}
          value={state}
          onChange={(event) => setState(event.currentTarget.value)}
          data={[
            { value: '', label: words.allOpen },
            ...exceptionStates.map((value) => ({ value, label: words.states[value] })),
          ]}
        />
      </Group>
      <Text c="dimmed" mb="sm" maw={900}>
        {words.meaning}
      </Text>
      <ProblemAlert problem={found.problem} />
      {found.value !== undefined && mine.length === 0 && (
        <Text fw={600} my="sm">
          {words.nothingForYou}
        </Text>
      )}
      {mine.length > 0 && (
        <ExceptionTable title={words.forYou(mine.length)} exceptions={mine} onChange={found.reload} />
      )}
      {others.length > 0 && (
        <ExceptionTable title={words.forOthers} exceptions={others} onChange={found.reload} />
      )}
    </>
  );
}
