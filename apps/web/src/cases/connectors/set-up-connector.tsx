import { Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../api/ask.ts';
import { useDeed } from '../api/use-deed.ts';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useCaseWords } from '../words/use-case-words.ts';
import {
  type ConnectorFieldName,
  type ConnectorKind,
  choices,
  type Definition,
  definitionOf,
  fieldsOf,
  filledOf,
  productNames,
} from './connector-form.ts';

interface SetUpProps {
  /** What is there and is changed; absent: a new one. */
  readonly definition: Definition | undefined;
  /** Where its secret may be. */
  readonly secretPlaces: readonly ('env' | 'file')[];
  readonly onClose: () => void;
  readonly onChange: () => void;
}

const emptySecrets = {
  env: { secretPlace: 'env', secretName: 'HARRIER_SECRET_' },
  file: { secretPlace: 'file', secretName: '' },
} as const;

/** What Harrier has to know of a case system. Its secret is named here and never entered: whoever runs the server puts it there. */
export function SetUpConnector({ definition, secretPlaces, onClose, onChange }: SetUpProps) {
  const { connectors: words, frame } = useCaseWords();
  const deed = useDeed();
  const [kind, setKind] = useState<ConnectorKind>(definition?.kind ?? 'redmine');
  const [filled, setFilled] = useState<Record<string, string | boolean>>(
    definition === undefined ? emptySecrets[secretPlaces[0] ?? 'file'] : filledOf(definition),
  );
  const fill = (name: string, value: string | boolean): void =>
    setFilled((before) => ({ ...before, [name]: value }));
  const textOf = (name: string): string => String(filled[name] ?? '');
  const submit = async (): Promise<void> => {
    const body = definitionOf(kind, filled);
    const isDone = await deed.run(async () => {
      if (definition === undefined) await ask('POST', '/api/connector-definitions', { body });
      else await ask('PATCH', `/api/connector-definitions/${encodeURIComponent(definition.id)}`, { body });
    });
    if (!isDone) return;
    onChange();
    onClose();
  };
  return (
    <FormDialog
      title={definition?.id ?? words.setUp}
      deed={deed}
      send={frame.save}
      onClose={onClose}
      onSend={() => void submit()}
    >
      {definition === undefined && (
        <>
          <NativeSelect
            label={words.system}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as ConnectorKind)}
            data={Object.entries(productNames).map(([value, label]) => ({ value, label }))}
          />
          <TextInput
            label={words.name}
            description={words.nameMeaning}
            required
            pattern="[a-z][a-z0-9\-]{0,40}"
            value={textOf('id')}
            onChange={(event) => fill('id', event.currentTarget.value)}
          />
        </>
      )}
      {fieldsOf(kind).map(({ name, isNeeded }) => (
        <Field
          key={name}
          name={name}
          isNeeded={isNeeded}
          value={filled[name]}
          onChange={(value) => fill(name, value)}
        />
      ))}
      <Group align="end" gap="xs" wrap="nowrap">
        <NativeSelect
          label={words.secret}
          value={textOf('secretPlace')}
          onChange={(event) => fill('secretPlace', event.currentTarget.value)}
          data={secretPlaces.map((value) => ({
            value,
            label: value === 'env' ? words.secretEnv : words.secretFile,
          }))}
        />
        <TextInput
          aria-label={words.secretName}
          required
          pattern={
            filled.secretPlace === 'file' ? '[a-z0-9][a-z0-9\\-]{0,100}' : 'HARRIER_SECRET_[A-Z0-9_]{1,100}'
          }
          style={{ flex: 1 }}
          value={textOf('secretName')}
          onChange={(event) => fill('secretName', event.currentTarget.value)}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {words.secretMeaning}
      </Text>
    </FormDialog>
  );
}

interface FieldProps {
  readonly name: ConnectorFieldName;
  readonly isNeeded: boolean;
  readonly value: string | boolean | undefined;
  readonly onChange: (value: string | boolean) => void;
}

function Field({ name, isNeeded, value, onChange }: FieldProps) {
  const { connectors: words } = useCaseWords();
  const label = words.fields[name];
  const offered = choices[name];
  if (name === 'serviceManagement')
    return (
      <Checkbox
        label={label}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  if (offered !== undefined)
    return (
      <NativeSelect
        label={label}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: '–' }, ...offered]}
      />
    );
  return (
    <TextInput
      label={label}
      required={isNeeded}
      maxLength={500}
      {...(name === 'baseUrl' ? { type: 'url', placeholder: 'https://support.example.com/' } : {})}
      {...(name === 'maxBytes' ? { inputMode: 'numeric' as const, pattern: '[1-9][0-9]{0,14}' } : {})}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
