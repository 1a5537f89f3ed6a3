import type { ShapeRow } from './shape-row.ts';

const IDS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html';
const STS = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html';

/** Amazon Web Services. The secret access key has no form of its own (40 base64 characters); names find it. */
export const awsShapes: readonly ShapeRow[] = [
  {
    id: 'shape/aws-access-key-id',
    kind: 'access-key-id',
    provider: 'Amazon Web Services',
    source: IDS,
    literals: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    pattern: /A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}/,
    ends: 'exact',
    leak: ['AKIA<b32:16>', 'ASIA<b32:16>', 'ABIA<b32:16>', 'ACCA<b32:16>'],
    ok: ['AKIA<b32:8>', 'AIDA<b32:16>', 'AROA<b32:16>', 'XAKIA<b32:16>', 'AKIAabcdefghijklmnop'],
  },
  {
    id: 'shape/aws-session-token',
    kind: 'access-token',
    provider: 'Amazon Web Services',
    source: STS,
    // "origin_ec", and the older binary heads, in base64.
    literals: ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz', 'FQoDYXdz'],
    pattern: /(?:IQoJb3JpZ2luX2Vj|F[wQ]oGZXIvYXdz|FQoDYXdz)[A-Za-z0-9+/=%_-]{40,4096}/,
    leak: [
      'IQoJb3JpZ2luX2Vj<b64:300>==',
      'FwoGZXIvYXdz<b64:240>',
      'FQoGZXIvYXdz<b64:240>%3D',
      'FQoDYXdz<b64:200>',
    ],
    ok: ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz.png'],
  },
  {
    id: 'shape/aws-bedrock-api-key',
    kind: 'api-key',
    provider: 'Amazon Bedrock',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    literals: ['ABSKQmVkcm9ja0FQSUtleS', 'bedrock-api-key-'],
    pattern: /(?:ABSKQmVkcm9ja0FQSUtleS|bedrock-api-key-)[A-Za-z0-9+/=]{40,4096}/,
    leak: ['ABSKQmVkcm9ja0FQSUtleS<b64:110>=', 'bedrock-api-key-<b64:200>'],
    ok: ['bedrock-api-key-rotation', 'ABSKQmVkcm9ja0FQSUtleS'],
  },
  {
    id: 'shape/aws-appsync-api-key',
    kind: 'api-key',
    provider: 'AWS AppSync',
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    literals: ['da2-'],
    pattern: /da2-[a-z0-9]{26}/,
    ends: 'exact',
    leak: ['da2-<lower:26>'],
    ok: ['da2-<lower:12>', 'da2-module'],
  },
  {
    id: 'shape/amazon-mws-token',
    kind: 'access-token',
    provider: 'Amazon Marketplace',
    source: 'https://developer-docs.amazon.com/sp-api/docs',
    literals: ['amzn.mws.'],
    pattern: /amzn\.mws\.[0-9a-f-]{36}/,
    leak: ['amzn.mws.<uuid>'],
    ok: ['amzn.mws.orders'],
  },
  {
    id: 'shape/amazon-lwa-client-secret',
    kind: 'client-secret',
    provider: 'Login with Amazon',
    source: 'https://developer.amazon.com/docs/login-with-amazon/security-profile.html',
    literals: ['amzn1.oa2-cs.v1.'],
    pattern: /amzn1\.oa2-cs\.v1\.[0-9a-f]{64}/,
    leak: ['amzn1.oa2-cs.v1.<hex:64>'],
    ok: ['amzn1.application-oa2-client.<hex:32>'],
  },
  {
    id: 'shape/amazon-lwa-token',
    kind: 'access-token',
    provider: 'Login with Amazon',
    source: 'https://developer.amazon.com/docs/login-with-amazon/access-token.html',
    literals: ['Atza|', 'Atzr|'],
    pattern: /Atz[ar]\|[A-Za-z0-9_=+/-]{60,4096}/,
    leak: ['Atza|<b64u:300>', 'Atzr|<b64u:200>'],
    ok: ['Atza|short'],
  },
];
