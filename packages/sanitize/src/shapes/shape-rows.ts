import { aiShapes } from './ai.ts';
import { awsShapes } from './aws.ts';
import { azureShapes } from './azure.ts';
import { chatShapes } from './chat.ts';
import { cloudPlatformShapes } from './cloud-platforms.ts';
import { codeHostingShapes } from './code-hosting.ts';
import { commandLineShapes } from './command-lines.ts';
import { connectionStringShapes } from './connection-strings.ts';
import { dataServiceShapes } from './data-services.ts';
import { deviceShapes } from './devices.ts';
import { googleShapes } from './google.ts';
import { httpTextShapes } from './http-text.ts';
import { identityShapes } from './identity.ts';
import { jsonWebTokenShapes } from './json-web-tokens.ts';
import { observabilityShapes } from './observability.ts';
import { packagesAndBuildsShapes } from './packages-and-builds.ts';
import { passwordHashShapes } from './password-hashes.ts';
import { paymentShapes } from './payment.ts';
import { privateKeyShapes } from './private-keys.ts';
import { protocolLineShapes } from './protocol-lines.ts';
import type { ShapeRow } from './shape-row.ts';
import { spokenShapes } from './spoken.ts';
import { telecomShapes } from './telecom.ts';
import { webexTokenShapes } from './webex-tokens.ts';
import { workToolShapes } from './work-tools.ts';

/**
 * Every credential format we know. A new provider is a row in the file of its trade; a new trade is a line here.
 * Of two rows that find the same text the earlier names it, so the notations that hold anybody's token come last.
 */
export const shapeRows: readonly ShapeRow[] = [
  ...jsonWebTokenShapes,
  ...privateKeyShapes,
  ...passwordHashShapes,
  ...awsShapes,
  ...azureShapes,
  ...googleShapes,
  ...cloudPlatformShapes,
  ...codeHostingShapes,
  ...packagesAndBuildsShapes,
  ...chatShapes,
  ...telecomShapes,
  ...webexTokenShapes,
  ...paymentShapes,
  ...aiShapes,
  ...identityShapes,
  ...observabilityShapes,
  ...dataServiceShapes,
  ...workToolShapes,
  ...deviceShapes,
  ...connectionStringShapes,
  ...commandLineShapes,
  ...protocolLineShapes,
  ...httpTextShapes,
  ...spokenShapes,
];
