import { Button, Checkbox, Group, NumberInput, Text, Title } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { type Role, roles } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** What the organisation demands of its accounts, as the API has it. */
interface Policy {
  readonly secondFactorFor: readonly Role[];
  readonly keepSealedDays: number | null;
  readonly manyReads: number;
  readonly stopManyReads: boolean;
  /** A shorter time that waits for a second person. */
  readonly askedKeepSealedDays?: number;
}

/** Which roles need a second factor, how long sealed originals are kept, and when the auditors are told of a reader. */
export function SecurityPolicy() {
  const { administration: words, roles: roleNames, frame } = useCaseWords();
  const found = useAnswer<Policy>('/api/security-policy');
  const deed = useDeed();
  const [policy, setPolicy] = useState<Policy>();
  const [saved, setSaved] = useState<Policy>();
  const take = (one: Policy | undefined): void => {
    setPolicy(one);
    setSaved(one);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the server says is a reason
  useEffect(() => take(found.value), [found.value]);
  if (policy === undefined) return <ProblemAlert problem={found.problem} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { askedKeepSealedDays: _, ...body } = policy;
    void deed.run(async () => take(await ask<Policy>('PATCH', '/api/security-policy', { body })));
  };
  const withdraw = (): void =>
    void deed.run(async () => await ask('DELETE', '/api/confirmations/retention')).then(found.reload);
  return (
    <section
      className={classes.box}
      aria-labelledby="security-policy"
      style={{ maxWidth: 900, marginTop: 16 }}
    >
      <Title order={2} size="h5" id="security-policy" mb={6}>
        {words.security}
      </Title>
      <form onSubmit={submit}>
        <Checkbox.Group
          label={words.secondFactorFor}
          description={words.secondFactorForMeaning}
          value={[...policy.secondFactorFor]}
          onChange={(chosen) => setPolicy({ ...policy, secondFactorFor: chosen as Role[] })}
        >
          <Group gap="md" mt={6}>
            {roles.map((role) => (
              <Checkbox key={role} value={role} label={roleNames[role]} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group align="end" gap="md" mt="sm">
          <NumberInput
            label={words.keepSealedDays}
            description={words.keepForEver}
            w={260}
            min={1}
            max={3660}
            allowDecimal={false}
            value={policy.keepSealedDays ?? ''}
            onChange={(days) =>
              setPolicy({ ...policy, keepSealedDays: typeof days === 'number' ? days : null })
            }
          />
          <NumberInput
            label={words.manyReads}
            description={words.manyReadsMeaning}
            w={340}
            min={3}
            max={10_000}
            required
            allowDecimal={false}
            value={policy.manyReads}
            onChange={(files) => setPolicy({ ...policy, manyReads: Number(files) })}
          />
        </Group>
        {policy.askedKeepSealedDays !== undefined && (
          <Group gap="xs" mt={6} role="status">
            <Text size="sm">{words.askedDays(String(policy.askedKeepSealedDays))}</Text>
            <Button size="compact-xs" variant="default" loading={deed.isRunning} onClick={withdraw}>
              {words.withdraw}
            </Button>
          </Group>
        )}
        <Checkbox
          mt="sm"
          label={words.stopManyReads}
          checked={policy.stopManyReads}
          onChange={(event) => setPolicy({ ...policy, stopManyReads: event.currentTarget.checked })}
        />
        <Text size="sm" c="dimmed" mt={4}>
          {words.securityMeaning}
        </Text>
        <ProblemAlert problem={deed.problem} />
        <Button
          type="submit"
          size="compact-sm"
          mt={8}
          loading={deed.isRunning}
          disabled={JSON.stringify(policy) === JSON.stringify(saved)}
        >
          {frame.save}
        </Button>
      </form>
    </section>
  );
}
