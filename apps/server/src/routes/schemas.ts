import { languages } from '@harrier/knowledge';
import { passwordChars } from '../accounts/password.ts';
import { recoveryCodePattern } from '../accounts/recovery-codes.ts';
import { permissions, roles } from '../accounts/roles.ts';
import type { JsonSchema } from './route.ts';

/** An object that has these members and no others. `optional` names those that may be missing. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    properties,
  };
}

export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function text(mostChars: number, leastChars = 1): JsonSchema {
  return { type: 'string', minLength: leastChars, maxLength: mostChars };
}

/** Milliseconds since 1970, UTC. */
export const time: JsonSchema = { type: 'integer' };
export const count: JsonSchema = { type: 'integer', minimum: 0 };
export const limit: JsonSchema = { type: 'integer', minimum: 1, maximum: 200, default: 50 };
export const id: JsonSchema = text(200);
export const sha256: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
export const language: JsonSchema = { enum: [...languages] };
export const visibility: JsonSchema = { enum: ['public', 'private'] };
export const roleList: JsonSchema = {
  type: 'array',
  items: { enum: [...roles] },
  uniqueItems: true,
  maxItems: 10,
};
export const scopeList: JsonSchema = {
  type: 'array',
  items: { enum: [...permissions] },
  uniqueItems: true,
  minItems: 1,
  maxItems: 20,
};
/** What people call themselves when they sign in. */
export const accountName: JsonSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f\\u007f]+$',
};
export const password: JsonSchema = text(passwordChars.most, passwordChars.least);
export const totp: JsonSchema = { type: 'string', pattern: '^[0-9]{6}$' };
/** Of an authenticator app, or one for recovery. */
export const secondFactorCode: JsonSchema = {
  type: 'string',
  pattern: `^(?:[0-9]{6}|${recoveryCodePattern})$`,
};
