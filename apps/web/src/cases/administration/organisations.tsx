import { Button, Group, Table, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { NewPasswordField } from '../frame/new-password-field.tsx';
import { When } from '../frame/when.tsx';
import { useCaseWords } from '../words/use-case-words.ts';

interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly createdMs: number;
}

/** The organisations of this server. Only administrators of the first one see them; for others this is not there. */
export function Organisations() {
  const { administration: words } = useCaseWords();
  const found = useAnswer<readonly Organisation[]>('/api/tenants');
  if (found.value === undefined) return null;
  return (
    <section className={classes.box} aria-labelledby="organisations" style={{ maxWidth: 900 }}>
      <Title order={2} size="h5" id="organisations">
        {words.organisations}
      </Title>
      <Text size="sm" c="dimmed">
        {words.organisationsMeaning}
      </Text>
      <Table fz="sm" verticalSpacing={3} my="xs">
        <Table.Tbody>
          {found.value.map(({ id, name, createdMs }) => (
            <Table.Tr key={id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
              <Table.Td ta="right">
                <When ms={createdMs} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <NewOrganisation onMade={found.reload} />
    </section>
  );
}

function NewOrganisation({ onMade }: { readonly onMade: () => void }) {
  const { administration: words, setUp, signIn } = useCaseWords();
  const deed = useDeed();
  const [organisation, setOrganisation] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isMade = await deed.run(async () => {
      await ask('POST', '/api/tenants', { body: { organisation, name, password } });
    });
    if (!isMade) return;
    setOrganisation('');
    setName('');
    setPassword('');
    onMade();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Group align="end" gap="xs">
        <TextInput
          label={setUp.organisation}
          required
          maxLength={200}
          value={organisation}
          onChange={(event) => setOrganisation(event.currentTarget.value)}
        />
        <TextInput
          label={words.itsAdministrator}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NewPasswordField label={signIn.password} w={200} value={password} onText={setPassword} />
        <Button type="submit" size="compact-sm" mb={4} loading={deed.isRunning}>
          {words.newOrganisation}
        </Button>
      </Group>
      <ProblemAlert problem={deed.problem} />
    </form>
  );
}
