import { accountRoutes } from './account-routes.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { confirmationRoutes } from './confirmation-routes.ts';
import { connectorRoutes } from './connector-routes.ts';
import { exceptionConsentRoutes } from './exception-consent-routes.ts';
import { exceptionReleaseRoutes } from './exception-release-routes.ts';
import { exceptionRoutes } from './exception-routes.ts';
import { intakeFileRoutes } from './intake-file-routes.ts';
import { intakeRoutes } from './intake-routes.ts';
import { logRoutes } from './log-routes.ts';
import { nameRoutes } from './name-routes.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { ownSessionRoutes } from './own-session-routes.ts';
import type { Route } from './route.ts';
import { securityPolicyRoutes } from './security-policy-routes.ts';
import { serverRoutes } from './server-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { tenantRoutes } from './tenant-routes.ts';
import { uploadLinkRoutes } from './upload-link-routes.ts';
import { uploadRoutes } from './upload-routes.ts';
import { vaultKeyRoutes } from './vault-key-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** Every route of the API. There is no other way in: beside them only the page's own files and the API description are registered. */
export const routeTable: readonly Route[] = [
  ...serverRoutes,
  ...sessionRoutes,
  ...ownSessionRoutes,
  ...oidcRoutes,
  ...accountRoutes,
  ...confirmationRoutes,
  ...securityPolicyRoutes,
  ...tenantRoutes,
  ...nameRoutes,
  ...connectorRoutes,
  ...webhookRoutes,
  ...caseRoutes,
  ...attachmentRoutes,
  ...intakeRoutes,
  ...exceptionRoutes,
  ...exceptionReleaseRoutes,
  ...intakeFileRoutes,
  ...exceptionConsentRoutes,
  ...uploadLinkRoutes,
  ...uploadRoutes,
  ...vaultKeyRoutes,
  ...auditRoutes,
  ...logRoutes,
];
