import type { CorrelationIdSpec, CorrelationKind } from './correlation-id.ts';
import {
  readCloudflareRay,
  readCorrelationVector,
  readEdgeRef,
  readFastlyTimer,
  readHierarchicalId,
  readNodes,
  readOpaqueId,
  readSkyWalking,
  readVarnishId,
  readVercelId,
} from './read-request.ts';
import {
  readAmazonTrace,
  readB3,
  readCloudTrace,
  readDatadogTrace,
  readDecimalSpan,
  readGrpcTrace,
  readHexTrace,
  readHoneycomb,
  readJaeger,
  readNewRelic,
  readSentryBaggage,
  readSentryTrace,
  readTraceparent,
  readTracestate,
} from './read-trace.ts';

/**
 * Every correlation id that Harrier knows besides its own tracking id: one row per meaning. A new
 * one is a new row; a new form is a `read…` function beside the others. Opaque unless said otherwise.
 */
export const CORRELATION_IDS: readonly CorrelationIdSpec[] = [
  // Traces: one id through all services.
  spec('w3c/traceparent', 'trace', 'W3C Trace Context', 'W3C Trace Context §3.2', readTraceparent),
  spec('w3c/tracestate', 'trace', 'W3C Trace Context', 'W3C Trace Context §3.3', readTracestate),
  spec('zipkin/b3', 'trace', 'Zipkin B3', 'openzipkin/b3-propagation, single header', readB3),
  spec('zipkin/x-b3-traceid', 'trace', 'Zipkin B3', 'openzipkin/b3-propagation', readHexTrace),
  spec('zipkin/x-b3-spanid', 'span', 'Zipkin B3', 'openzipkin/b3-propagation', readHexTrace),
  spec('zipkin/x-b3-parentspanid', 'span', 'Zipkin B3', 'openzipkin/b3-propagation', readHexTrace),
  spec('jaeger/uber-trace-id', 'trace', 'Jaeger', 'Jaeger client libraries, propagation format', readJaeger),
  spec(
    'datadog/x-datadog-trace-id',
    'trace',
    'Datadog',
    'Datadog trace context propagation',
    readDatadogTrace,
  ),
  spec(
    'datadog/x-datadog-parent-id',
    'span',
    'Datadog',
    'Datadog trace context propagation',
    readDecimalSpan,
  ),
  spec('sentry/sentry-trace', 'trace', 'Sentry', 'Sentry SDK, trace propagation', readSentryTrace),
  spec('sentry/baggage', 'trace', 'Sentry', 'Sentry SDK, dynamic sampling context', readSentryBaggage),
  spec('newrelic/newrelic', 'trace', 'New Relic', 'New Relic distributed tracing payload', readNewRelic),
  spec('newrelic/x-newrelic-transaction', 'trace', 'New Relic', 'New Relic cross-application tracing'),
  spec('elastic/elastic-apm-traceparent', 'trace', 'Elastic APM', 'Elastic APM agents', readTraceparent),
  spec('google/x-cloud-trace-context', 'trace', 'Google Cloud', 'Cloud Trace, trace context', readCloudTrace),
  spec('grpc/grpc-trace-bin', 'trace', 'gRPC', 'OpenCensus binary propagation', readGrpcTrace),
  spec('amazon/x-amzn-trace-id', 'trace', 'AWS X-Ray', 'AWS X-Ray, tracing header', readAmazonTrace),
  spec('dynatrace/x-dynatrace', 'trace', 'Dynatrace', 'Dynatrace OneAgent', readOpaqueId, ['x-oneagent']),
  spec('honeycomb/x-honeycomb-trace', 'trace', 'Honeycomb', 'Honeycomb Beelines', readHoneycomb),
  spec('instana/x-instana-t', 'trace', 'Instana', 'Instana tracing headers', readHexTrace),
  spec('instana/x-instana-s', 'span', 'Instana', 'Instana tracing headers', readHexTrace),
  spec('skywalking/sw8', 'trace', 'SkyWalking', 'SkyWalking cross-process header v3', readSkyWalking),
  spec('envoy/x-client-trace-id', 'trace', 'Envoy', 'Envoy, HTTP header manipulation'),
  spec('any/x-trace-id', 'trace', 'any', 'custom', readOpaqueId, ['trace-id', 'x-traceid']),
  spec('alibaba/eagleeye-traceid', 'trace', 'Alibaba Cloud', 'seen in the field'),

  // Requests: one exchange, as the service that answered counts it.
  spec('any/x-request-id', 'request', 'any', 'custom; Envoy, Heroku, nginx', readOpaqueId, ['x-requestid']),
  spec('any/x-correlation-id', 'trace', 'any', 'custom', readOpaqueId, [
    'correlation-id',
    'x-correlationid',
    'correlationid',
  ]),
  spec(
    'any/request-id',
    'request',
    'any',
    'Application Insights, hierarchical Request-Id',
    readHierarchicalId,
  ),
  spec('any/x-transaction-id', 'trace', 'any', 'custom', readOpaqueId, ['transaction-id']),
  spec('any/x-trans-id', 'request', 'any', 'custom; OpenStack Swift, Webex'),
  spec('amazon/x-amzn-requestid', 'request', 'AWS', 'AWS API Gateway', readOpaqueId, ['x-amzn-request-id']),
  spec('amazon/x-amz-request-id', 'request', 'Amazon S3', 'Amazon S3, common response headers'),
  spec('amazon/x-amz-id-2', 'request', 'Amazon S3', 'Amazon S3, common response headers'),
  spec('microsoft/x-ms-request-id', 'request', 'Microsoft Azure', 'Azure REST API guidelines'),
  spec('microsoft/x-ms-correlation-request-id', 'trace', 'Microsoft Azure', 'Azure Resource Manager'),
  spec('microsoft/x-ms-routing-request-id', 'edge', 'Microsoft Azure', 'Azure Resource Manager'),
  spec(
    'microsoft/x-ms-client-request-id',
    'request',
    'Microsoft Azure',
    'Azure REST API guidelines',
    readOpaqueId,
    ['client-request-id'],
  ),
  spec('microsoft/x-ms-activity-id', 'trace', 'Microsoft Azure', 'Azure REST API guidelines'),
  spec('microsoft/sprequestguid', 'request', 'SharePoint', 'SharePoint response headers'),
  spec('microsoft/ms-cv', 'trace', 'Microsoft', 'Microsoft correlation vector', readCorrelationVector),
  spec('google/x-goog-request-id', 'request', 'Google Cloud', 'seen in the field'),
  spec('google/x-guploader-uploadid', 'request', 'Google Cloud Storage', 'Cloud Storage, troubleshooting'),
  spec('github/x-github-request-id', 'request', 'GitHub', 'GitHub REST API'),
  spec('meta/x-fb-debug', 'request', 'Meta', 'seen in the field'),
  spec('x/x-connection-hash', 'request', 'X', 'seen in the field'),
  spec('alibaba/x-oss-request-id', 'request', 'Alibaba Cloud', 'Object Storage Service'),
  spec('bytedance/x-tt-logid', 'request', 'ByteDance', 'seen in the field'),
  spec('salesforce/x-sfdc-request-id', 'request', 'Salesforce', 'seen in the field'),

  // Edges: one exchange, as a CDN, platform or gateway in front counts it.
  spec('cloudflare/cf-ray', 'edge', 'Cloudflare', 'Cloudflare, HTTP headers', readCloudflareRay),
  spec('amazon/x-amz-cf-id', 'edge', 'Amazon CloudFront', 'CloudFront, response headers'),
  spec('microsoft/x-msedge-ref', 'edge', 'Azure Front Door', 'seen in the field', readEdgeRef),
  spec('microsoft/x-azure-ref', 'edge', 'Azure Front Door', 'Azure Front Door, HTTP headers'),
  spec('fastly/x-served-by', 'edge', 'Fastly', 'Fastly, X-Served-By', readNodes),
  spec('fastly/x-timer', 'edge', 'Fastly', 'Fastly, X-Timer', readFastlyTimer),
  spec('fastly/x-fastly-request-id', 'edge', 'Fastly', 'seen in the field'),
  spec('varnish/x-varnish', 'edge', 'Varnish', 'Varnish Cache, X-Varnish', readVarnishId),
  spec('akamai/x-akamai-request-id', 'edge', 'Akamai', 'Akamai, Pragma debug headers', readOpaqueId, [
    'akamai-grn',
  ]),
  spec('vercel/x-vercel-id', 'edge', 'Vercel', 'Vercel, response headers', readVercelId),
  spec('netlify/x-nf-request-id', 'edge', 'Netlify', 'Netlify, support guide'),
  spec('fly/fly-request-id', 'edge', 'Fly.io', 'Fly.io, request headers'),
  spec('kong/x-kong-request-id', 'edge', 'Kong', 'Kong Gateway, headers'),
];

/** The first header name is the part of the id behind the slash; `more` are other spellings. */
function spec(
  id: `${string}/${string}`,
  kind: CorrelationKind,
  system: string,
  source: string,
  read: CorrelationIdSpec['read'] = readOpaqueId,
  more: readonly string[] = [],
): CorrelationIdSpec {
  return { id, kind, system, source, read, headers: [id.slice(id.indexOf('/') + 1), ...more] };
}
