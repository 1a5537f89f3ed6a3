import { Alert, Button, Text } from '@mantine/core';
import { listed } from '../../words/sentences.ts';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import { usePersonName } from '../frame/person-name.tsx';
import { useCaseWords } from '../words/use-case-words.ts';
import { type Role, useMay } from './session.ts';

interface Waiting {
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly heldBy: string;
    readonly isOwners: boolean;
  }[];
  readonly retention?: { readonly keepSealedDays: number; readonly askedBy: string };
}

/** What an administrator did and cannot do alone, for whoever may be the second person. */
export function Confirmations() {
  const { confirmations: words, roles } = useCaseWords();
  const waiting = useAnswer<Waiting>(useMay('administration:confirm') ? '/api/confirmations' : undefined);
  const nameOf = usePersonName();
  const deed = useDeed();
  const confirm = (what: string, body?: object): void =>
    void deed
      .run(async () => await ask('POST', `/api/confirmations/${what}`, body === undefined ? {} : { body }))
      .then(waiting.reload);
  const { accounts = [], retention } = waiting.value ?? {};
  if (accounts.length === 0 && retention === undefined) return <ProblemAlert problem={waiting.problem} />;
  return (
    <Alert color="yellow" role="alert" mb="sm">
      <Text size="sm" fw={700} mb={6}>
        {words.title}
      </Text>
      {accounts.map(({ id, name, roles: held, heldBy, isOwners }) => (
        <section key={id} aria-label={name} style={{ marginBottom: 8 }}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {words.account(nameOf(heldBy), name, listed(held.map((role) => roles[role])))}
          </Text>
          <Text size="sm" mb={4}>
            {isOwners ? words.accountMeaning : words.notYet}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${words.confirm}: ${name}`}
            disabled={!isOwners}
            loading={deed.isRunning}
            onClick={() => confirm(`accounts/${encodeURIComponent(id)}`)}
          >
            {words.confirm}
          </Button>
        </section>
      ))}
      {retention !== undefined && (
        <section>
          <Text size="sm" mb={4}>
            {words.retention(nameOf(retention.askedBy), String(retention.keepSealedDays))}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            loading={deed.isRunning}
            onClick={() => confirm('retention', { keepSealedDays: retention.keepSealedDays })}
          >
            {words.confirm}
          </Button>
        </section>
      )}
      <ProblemAlert problem={deed.problem} />
    </Alert>
  );
}
