import { Button, Checkbox, Group, NumberInput, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { type ReasonCode, reasonCodes } from '../exceptions/exception.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** How strict an organisation is with exceptions, as the API gives it. */
interface Policy {
  readonly stepMs: number;
  readonly releaseMs: number;
  readonly leastReason: number;
  readonly needsConsent: boolean;
  readonly wholeAtOnce: readonly ReasonCode[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What an administrator may make stricter or looser. That three people are needed is not among it. */
export function ExceptionPolicy() {
  const policy = useAnswer<Policy>('/api/exception-policy');
  if (policy.value === undefined) return <ProblemAlert problem={policy.problem} />;
  return <PolicyForm key={JSON.stringify(policy.value)} policy={policy.value} onSaved={policy.reload} />;
}

function PolicyForm({ policy, onSaved }: { readonly policy: Policy; readonly onSaved: () => void }) {
  const { administration: words, reasons, frame } = useCaseWords();
  const deed = useDeed();
  const [edited, setEdited] = useState(policy);
  const change = (part: Partial<Policy>): void => setEdited({ ...edited, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { stepMs, releaseMs, leastReason, needsConsent, wholeAtOnce } = edited;
    const body = { stepMs, releaseMs, leastReason, needsConsent, wholeAtOnce };
    void deed
      .run(async () => await ask('PATCH', '/api/exception-policy', { body }))
      .then((isDone) => isDone && onSaved());
  };
  return (
    <form className={classes.box} onSubmit={submit} style={{ marginTop: 20, maxWidth: 900 }}>
      <Title order={2} size="h5">
        {words.policy}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {words.policyMeaning}
      </Text>
      <Checkbox
        mb="sm"
        label={words.needsConsent}
        checked={edited.needsConsent}
        onChange={(event) => change({ needsConsent: event.currentTarget.checked })}
      />
      <Group mb="sm" align="end">
        <NumberInput
          label={words.leastReason}
          min={20}
          max={2000}
          value={edited.leastReason}
          onChange={(value) => change({ leastReason: Number(value) })}
        />
        <NumberInput
          label={words.stepDays}
          min={1}
          max={14}
          decimalScale={2}
          value={edited.stepMs / DAY_MS}
          onChange={(value) => change({ stepMs: Math.round(Number(value) * DAY_MS) })}
        />
        <NumberInput
          label={words.releaseHours}
          min={1}
          max={24}
          decimalScale={2}
          value={edited.releaseMs / HOUR_MS}
          onChange={(value) => change({ releaseMs: Math.round(Number(value) * HOUR_MS) })}
        />
      </Group>
      <Checkbox.Group
        label={words.wholeAtOnce}
        value={[...edited.wholeAtOnce]}
        onChange={(chosen) => change({ wholeAtOnce: chosen as ReasonCode[] })}
      >
        <Group gap="md" mt={4} mb="sm">
          {reasonCodes.map((code) => (
            <Checkbox key={code} value={code} label={reasons[code]} />
          ))}
        </Group>
      </Checkbox.Group>
      <ProblemAlert problem={deed.problem} />
      <Button
        type="submit"
        size="compact-sm"
        loading={deed.isRunning}
        disabled={JSON.stringify(edited) === JSON.stringify(policy)}
      >
        {frame.save}
      </Button>
    </form>
  );
}
