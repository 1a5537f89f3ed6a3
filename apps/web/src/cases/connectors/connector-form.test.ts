import { expect, it } from 'vitest';
import {
  type ConnectorField,
  connectorKinds,
} from '../../../../../services/cases/src/connectors/definition/connector-fields.ts';
import { readDefinition } from '../../../../../services/cases/src/connectors/definition/read-definition.ts';
import { choices, connectorForms, definitionOf, filledOf } from './connector-form.ts';

const kinds = Object.entries<Readonly<Record<string, ConnectorField>>>(connectorKinds).filter(
  ([kind]) => kind !== 'folder',
);

it('asks for every member that the server knows, and demands those that it demands', () => {
  const asked = kinds.map(([kind, fields]) => [
    kind,
    Object.entries(fields).flatMap(([name, { type, required }]) =>
      type === 'secret' ? [] : [required ? name : `${name}?`],
    ),
  ]);
  expect(connectorForms).toEqual(Object.fromEntries(asked));
});

it('offers the values that the server takes', () => {
  for (const [, fields] of kinds)
    for (const [name, { oneOf }] of Object.entries(fields))
      expect(choices[name as 'language']).toEqual(oneOf);
});

it('says what was filled in as the server reads it, and fills it in again to be changed', () => {
  const filled = {
    id: 'support',
    secretPlace: 'file',
    secretName: 'redmine-token',
    baseUrl: 'https://redmine.example.test/',
    project: '',
    maxBytes: '5242880',
  };
  const definition = definitionOf('redmine', filled);
  expect(definition).toEqual({
    id: 'support',
    kind: 'redmine',
    secret: { file: 'redmine-token' },
    baseUrl: 'https://redmine.example.test/',
    maxBytes: 5_242_880,
  });
  expect(() => readDefinition(definition)).not.toThrow();
  const { project: _, ...kept } = filled;
  expect(filledOf(definition)).toEqual(kept);
});
