import type { Scenario } from '../../scenario/scenario.ts';
import { answers } from './answers.ts';
import { brokenOff } from './broken-off.ts';
import { givenUp } from './given-up.ts';
import { tls } from './tls.ts';
import { unreached } from './unreached.ts';
import { webSocket } from './web-socket.ts';

/** What goes wrong below HTTP, and what only looks so. */
export const network: readonly Scenario[] = [
  ...unreached,
  ...brokenOff,
  ...tls,
  ...givenUp,
  ...webSocket,
  ...answers,
];
