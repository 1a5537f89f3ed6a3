import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { sentences } from '../../words/sentences.ts';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { useCaseWords } from '../words/use-case-words.ts';
import { Backfill } from './backfill.tsx';
import { type Definition, productNames } from './connector-form.ts';
import { SetUpConnector } from './set-up-connector.tsx';

interface Owned {
  readonly connectorId: string;
  /** Where it was said: only what stands in the database is changed here. */
  readonly from: 'database' | 'file';
  readonly hasSecret: boolean;
  /** Where whoever runs the server puts it. */
  readonly secretAt?: string;
  readonly definition: Definition;
}

/** What an administrator does with case systems: sets them up, tries them, takes in what they had before. */
export function ManageConnectors({ onChange }: { readonly onChange: () => void }) {
  const { connectors: words } = useCaseWords();
  const owned = useAnswer<readonly Owned[]>('/api/connector-definitions');
  // Answered for the organisation of whoever runs the server alone, whose the variables are.
  const organisations = useAnswer<unknown>('/api/tenants');
  const [edited, setEdited] = useState<Definition | 'new'>();
  const changed = (): void => {
    owned.reload();
    onChange();
  };
  return (
    <section aria-labelledby="manage-connectors">
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2} size="h4" id="manage-connectors">
          {words.manage}
        </Title>
        <Button
          size="compact-md"
          disabled={organisations.value === undefined && organisations.problem === undefined}
          onClick={() => setEdited('new')}
        >
          {words.setUp}
        </Button>
      </Group>
      <ProblemAlert problem={owned.problem} />
      {owned.value?.length === 0 && <Text>{words.noneYet}</Text>}
      {owned.value?.map((one) => (
        <OneConnector key={one.connectorId} owned={one} onEdit={setEdited} onChange={changed} />
      ))}
      {edited !== undefined && (
        <SetUpConnector
          definition={edited === 'new' ? undefined : edited}
          secretPlaces={organisations.value === undefined ? ['file'] : ['env', 'file']}
          onClose={() => setEdited(undefined)}
          onChange={changed}
        />
      )}
    </section>
  );
}

interface OneProps {
  readonly owned: Owned;
  readonly onEdit: (definition: Definition) => void;
  readonly onChange: () => void;
}

interface Look {
  readonly ok: boolean;
  readonly trouble?: { readonly code: string; readonly reason: string; readonly nextStep: string };
}

function OneConnector({ owned, onEdit, onChange }: OneProps) {
  const { connectors: words, administration, frame } = useCaseWords();
  const { connectorId, definition, from, hasSecret, secretAt } = owned;
  const deed = useDeed();
  const [look, setLook] = useState<Look>();
  const [isLeaving, setLeaving] = useState(false);
  const tryIt = (): void =>
    void deed.run(async () =>
      setLook(await ask<Look>('POST', `/api/connectors/${encodeURIComponent(connectorId)}/look`)),
    );
  const remove = (): void =>
    void deed
      .run(async () => await ask('DELETE', `/api/connector-definitions/${encodeURIComponent(definition.id)}`))
      .then(onChange);
  return (
    <section aria-label={definition.id} className={classes.box}>
      <Group justify="space-between" wrap="wrap">
        <Text>
          <b>{definition.id}</b> · {productNames[definition.kind] ?? definition.kind} ·{' '}
          <span className={classes.mono}>{String(definition.baseUrl ?? '')}</span>
        </Text>
        <Group gap="xs">
          {hasSecret && (
            <Button size="compact-xs" variant="default" loading={deed.isRunning} onClick={tryIt}>
              {words.look}
            </Button>
          )}
          {from === 'database' && !isLeaving && (
            <>
              <Button size="compact-xs" variant="default" onClick={() => onEdit(definition)}>
                {administration.change}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setLeaving(true)}>
                {words.remove}
              </Button>
            </>
          )}
          {from === 'file' && (
            <Text size="xs" c="dimmed">
              {words.ofFile}
            </Text>
          )}
        </Group>
      </Group>
      {isLeaving && (
        <Group gap="xs" my={6}>
          <Text size="sm">{words.removeMeaning}</Text>
          <Button size="compact-xs" color="red" loading={deed.isRunning} onClick={remove}>
            {words.remove}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setLeaving(false)}>
            {frame.cancel}
          </Button>
        </Group>
      )}
      {!hasSecret && (
        <Text size="sm" c="red">
          {words.noSecret} <code>{secretAt}</code>
        </Text>
      )}
      <div role="status">
        {look?.ok === true && <Text size="sm">✓ {words.looksGood}</Text>}
        {look?.trouble !== undefined && (
          <Text size="sm" c="red">
            {sentences(look.trouble.reason, look.trouble.nextStep)} <code>{look.trouble.code}</code>
          </Text>
        )}
      </div>
      <ProblemAlert problem={deed.problem} />
      {hasSecret && <Backfill connectorId={connectorId} />}
    </section>
  );
}
