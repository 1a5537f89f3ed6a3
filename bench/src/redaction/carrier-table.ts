import { bodies } from './carriers/bodies.ts';
import { cookies } from './carriers/cookies.ts';
import { copies } from './carriers/copies.ts';
import { diagnostics } from './carriers/diagnostics.ts';
import { headerCredentials } from './carriers/header-credentials.ts';
import { identity } from './carriers/identity.ts';
import { messagesAndMetadata } from './carriers/messages-and-metadata.ts';
import { providerTokens } from './carriers/provider-tokens.ts';
import { urls } from './carriers/urls.ts';
import type { Carrier } from './contest-capture.ts';

/** Everything that the contest plants and asks; a new family is a file and a line here. */
export const carriers: readonly Carrier[] = [
  headerCredentials,
  cookies,
  urls,
  bodies,
  messagesAndMetadata,
  identity,
  providerTokens,
  copies,
  diagnostics,
];
