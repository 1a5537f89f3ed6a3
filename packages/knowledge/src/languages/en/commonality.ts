import type { CommonalityWords } from '../../commonality/trait.ts';

export const commonality: CommonalityWords = {
  dimension: {
    template: 'request',
    host: 'host',
    site: 'site',
    region: 'region mark of the host',
    serverIp: 'server address',
    connection: 'connection',
    httpVersion: 'HTTP version',
    scheme: 'scheme',
    method: 'method',
    resourceType: 'resource type',
    mediaType: 'media type of what was sent',
    initiatorType: 'initiator',
    initiator: 'script that asked',
    page: 'page',
    hour: 'hour',
    idPrefix: 'prefix of the tracking id',
    authorization: 'Authorization was sent',
    cookies: 'cookies were sent',
    body: 'a body was sent',
    priority: 'priority',
  },
  yes: 'yes',
  no: 'no',
  common: (what, value, { failed, allFailed, others, allOthers }) =>
    `${what} ${value}: ${failed} of ${allFailed} failed requests, and ${others} of ${allOthers} others.`,
};
