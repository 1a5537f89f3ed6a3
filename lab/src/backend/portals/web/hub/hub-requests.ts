import { pageConfig } from '../framework/page-config.ts';
import { countedId } from '../framework/tracking.ts';

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly phoneNumber: string;
  readonly extension: string;
  readonly licence: string;
  readonly organisation: { readonly name: string };
  readonly computedAccess?: { readonly values: Readonly<Record<string, string>> };
}

export interface Template {
  readonly settings: readonly { readonly value: Readonly<Record<string, string>> }[];
}

/** What the hub asks before it shows anything. */
export interface HubAnswers {
  readonly me: Me | undefined;
  readonly services: readonly { readonly name: string; readonly assigned: boolean }[];
  readonly organisationTemplates: readonly Template[];
  readonly userTemplates: readonly Template[];
  /** At least one of them did not come. */
  readonly failed: boolean;
}

/** The access token that the hub's server keeps for this browser; undefined = signed out. */
export async function signedInToken(): Promise<string | undefined> {
  const response = await fetch('/sso/token');
  const answer = (await response.json()) as { access_token?: string };
  return response.ok ? answer.access_token : undefined;
}

/** One answer; undefined where the request failed. The hub counts its requests for the settings service alone. */
export async function ask(token: string, url: string): Promise<unknown> {
  const counted = url.startsWith(pageConfig.settings);
  const trackingid = counted ? countedId('UserHub') : `UserHub_${crypto.randomUUID()}`;
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}`, trackingid } });
    const answer: unknown = await response.json();
    return response.ok ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** Four questions at once. */
export async function loadAll(token: string): Promise<HubAnswers> {
  const base = `${pageConfig.provisioning}/api/v1/users/me`;
  const subject = subjectOf(token);
  const key = 'calling-end-user-feature-access-template';
  const [me, services, schedules, templates] = await Promise.all([
    ask(token, base),
    ask(token, `${base}/settings/services`),
    ask(token, `${base}/schedules`),
    ask(
      token,
      `${pageConfig.settings}/settings-service/api/v1/templates/configure/users/${subject}?templateKey=${key}`,
    ),
  ]);
  const found = templates as { orgTemplates: Template[]; userTemplates: Template[] } | undefined;
  return {
    me: me as Me | undefined,
    services: (services as Pick<HubAnswers, 'services'> | undefined)?.services ?? [],
    organisationTemplates: found?.orgTemplates ?? [],
    userTemplates: found?.userTemplates ?? [],
    failed: [me, services, schedules, templates].includes(undefined),
  };
}

function subjectOf(token: string): string {
  const claims = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
  return (JSON.parse(atob(claims)) as { sub: string }).sub;
}
