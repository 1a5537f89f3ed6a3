import type { Surroundings } from '../call.ts';
import type { Region } from '../clock.ts';
import { accessOf, type FeatureTemplate, settingsKey, templateKey } from '../estate/feature-template.ts';
import type { Signer } from '../identity/tokens.ts';
import { type JsonCall, jsonService } from '../json-service.ts';
import { type HopResponse, jsonResponse, pathOf } from '../wire/message.ts';
import type { Service } from '../wire/wire.ts';

const configure = /^\/settings-service\/api\/v1\/templates\/configure\/users\/([\w-]+)$/;

/** Templates of who sees which feature: the organisation's, and the user's own where there is one. */
export function settingsService(region: Region, surroundings: Surroundings, signer: Signer): Service {
  const { organisation, organisationTemplate, userTemplates } = surroundings.estate;
  const answer = ({ request, log }: JsonCall): HopResponse | undefined => {
    const userId = configure.exec(pathOf(request))?.[1];
    if (userId === undefined || request.method !== 'GET') return undefined;
    const own = userTemplates.get(userId);
    log('INFO', 'templates resolved', {
      orgTemplateId: organisationTemplate.orgTemplateId,
      userTemplate: own !== undefined,
      singleNumberReach: accessOf('singleNumberReach', organisationTemplate, own),
    });
    return jsonResponse(200, {
      orgTemplates: [templateJson(organisationTemplate, organisation.id)],
      userTemplates: own === undefined ? [] : [templateJson(own, organisation.id)],
    });
  };
  return jsonService('settings-service', region, surroundings, signer, answer);
}

function templateJson(template: FeatureTemplate, orgId: string) {
  return {
    orgId,
    templateKey,
    settings: [{ key: settingsKey, value: template.values }],
    name: template.name,
    description: template.description,
    rank: template.rank,
    orgTemplateId: template.orgTemplateId,
    created: new Date(template.createdMs).toISOString(),
    creator: template.creator,
    lastModified: new Date(template.lastModifiedMs).toISOString(),
    lastModifiedBy: template.creator,
    aggregationLevel: template.aggregationLevel,
    aggregationId: template.aggregationId,
  };
}
