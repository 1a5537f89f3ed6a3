import type { Language } from '@harrier/knowledge';
import type { CaseConnector } from '../case-connector.ts';
import { folderConnector } from '../folder/folder-connector.ts';
import { gitlabConnector } from '../gitlab/gitlab-connector.ts';
import { jiraConnector } from '../jira/jira-connector.ts';
import { redmineConnector } from '../redmine/redmine-connector.ts';
import type { RedmineFormatting } from '../redmine/redmine-text.ts';
import { requestTrackerConnector } from '../request-tracker/request-tracker-connector.ts';
import { salesforceConnector } from '../salesforce/salesforce-connector.ts';
import { serviceNowConnector } from '../service-now/service-now-connector.ts';
import { zendeskConnector } from '../zendesk/zendesk-connector.ts';
import type { ConnectorDefinition } from './connector-fields.ts';

/** The connector of a definition, with its secret, which is kept by it alone. `id` is what the server calls it. */
export function openConnector(
  { kind, network, more }: ConnectorDefinition,
  { id, tenantId, secret }: { readonly id: string; readonly tenantId: string; readonly secret: string },
): CaseConnector {
  const text = (name: string): string => String(more[name] ?? '');
  const optional = <Value extends string | number | boolean>(name: string, as = name) =>
    (more[name] === undefined ? {} : { [as]: more[name] as Value }) as Record<string, Value>;
  const common = { id, tenantId, ...(optional<Language>('language') as { language?: Language }) };
  const remote = { ...common, baseUrl: text('baseUrl'), network };
  const size = optional<number>('maxBytes') as { maxBytes?: number };
  const suffix = optional<string>('sealedSuffix') as { sealedSuffix?: string };
  switch (kind) {
    case 'redmine':
      return redmineConnector({
        ...remote,
        ...size,
        apiKey: secret,
        ...(optional<string>('project') as { project?: string }),
        ...(optional<RedmineFormatting>('formatting') as { formatting?: RedmineFormatting }),
      });
    case 'request-tracker':
      return requestTrackerConnector({
        ...remote,
        ...size,
        token: secret,
        account: text('account'),
        ...(optional<string>('queue') as { queue?: string }),
      });
    case 'jira':
      return jiraConnector({
        ...remote,
        token: secret,
        project: text('project'),
        ...(optional<string>('account') as { account?: string }),
        ...(optional<boolean>('serviceManagement') as { serviceManagement?: boolean }),
      });
    case 'service-now':
      return serviceNowConnector({
        ...remote,
        ...size,
        ...suffix,
        account: text('account'),
        password: secret,
        ...(optional<string>('table') as { table?: string }),
      });
    case 'zendesk':
      return zendeskConnector({ ...remote, ...size, ...suffix, account: text('account'), token: secret });
    case 'salesforce':
      return salesforceConnector({
        ...remote,
        ...size,
        consumerKey: text('account'),
        consumerSecret: secret,
      });
    case 'gitlab':
      return gitlabConnector({ ...remote, ...size, token: secret, project: text('project') });
    case 'folder':
      return folderConnector({ ...common, root: text('root') });
  }
}
