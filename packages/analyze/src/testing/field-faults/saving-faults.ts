import { signedIn } from '../auth-steps.ts';
import { harOf } from '../har-of.ts';
import { api } from '../names.ts';
import { writtenBy } from './exporters.ts';
import { type FieldFault, grpcTrailers, me, navigation, xhr } from './field-fault.ts';

/** What was typed in is not taken, and the answer says why in a way of its own. */
export const savingFaults: Readonly<Record<string, FieldFault>> = {
  'an application server ends a session inside a 200 that is no JSON': {
    complaint: 'Save does nothing.',
    capture: harOf([
      navigation,
      me,
      xhr(
        `https://crm.example.test/aura?r=12&ui-force-record.save=1`,
        200,
        '*/{"event":{"descriptor":"markup://aura:invalidSession","attributes":{"values":{"newToken":null}}},"exceptionEvent":true}/*ERROR*/',
        { method: 'POST' },
      ),
    ]),
    first: 'fail/error-in-success',
    says: 'aura:invalidSession',
  },
  'a field is missing that only its number names': {
    complaint: 'A ticket cannot be created.',
    capture: harOf([
      navigation,
      xhr(
        'https://tickets.example.test/rest/api/2/issue',
        400,
        { errorMessages: [], errors: { customfield_10010: 'Sprint is required.' } },
        { method: 'POST', sent: { fields: {} } },
      ),
    ]),
    first: 'fail/http-4xx',
    says: 'customfield_10010: Sprint is required.',
  },
  'a query of a dashboard fails inside a 200': {
    complaint: 'A panel shows a red triangle.',
    capture: harOf([
      navigation,
      xhr(
        'https://boards.example.test/api/ds/query?ds_type=prometheus',
        200,
        {
          results: {
            A: {
              error:
                'Post "http://prom:9090/api/v1/query_range": dial tcp 10.0.0.9:9090: connect: connection refused',
              status: 500,
              frames: [],
            },
          },
        },
        { method: 'POST', sent: { queries: [{ refId: 'A' }] } },
      ),
    ]),
    first: 'fail/batch-item',
  },
  'GraphQL refuses a query that costs too much': {
    complaint: 'The import stops.',
    capture: writtenBy(
      'playwright',
      harOf([
        navigation,
        xhr(
          'https://shop.example.test/admin/api/2024-07/graphql.json',
          200,
          {
            errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
            extensions: {
              cost: {
                requestedQueryCost: 1200,
                throttleStatus: { maximumAvailable: 1000, currentlyAvailable: 12, restoreRate: 50 },
              },
            },
          },
          { method: 'POST', sent: { query: '{products{id}}' } },
        ),
      ]),
    ),
    first: 'fail/graphql',
    says: 'Throttled',
  },
  'a mutation was not done and says so in its own result': {
    complaint: 'A product keeps its old title.',
    capture: harOf([
      navigation,
      xhr(
        'https://shop.example.test/admin/api/graphql.json',
        200,
        {
          data: {
            productUpdate: {
              product: null,
              userErrors: [{ field: ['title'], message: "Title can't be blank" }],
            },
          },
        },
        {
          method: 'POST',
          sent: { query: 'mutation { productUpdate(input:{}) { userErrors { message } } }' },
        },
      ),
    ]),
    first: 'fail/graphql',
    says: "Title can't be blank",
  },
  'a call of gRPC-Web fails in the trailers of its body': {
    complaint: 'The list is empty.',
    capture: harOf([
      navigation,
      xhr(
        'https://rpc.example.test/acme.Users/List',
        200,
        grpcTrailers('grpc-status:7\r\ngrpc-message:caller lacks users.list\r\n'),
        { method: 'POST', mimeType: 'application/grpc-web-text' },
      ),
    ]),
    first: 'fail/error-in-success',
    says: 'caller lacks users.list',
  },
  'a call of gRPC-Web fails in a field': {
    complaint: 'The list is empty.',
    capture: harOf([
      navigation,
      xhr('https://rpc.example.test/acme.Users/List', 200, '', {
        method: 'POST',
        mimeType: 'application/grpc-web+proto',
        response: { 'grpc-status': '14', 'grpc-message': 'upstream%20unavailable' },
      }),
    ]),
    first: 'fail/error-in-success',
    says: 'upstream unavailable',
  },
  'a form is larger than the service reads': {
    complaint: 'A long form cannot be saved.',
    capture: harOf([
      navigation,
      xhr(
        `${api}/forms/1`,
        413,
        { error: { name: 'PayloadTooLargeError', message: 'request entity too large', limit: 102400 } },
        { method: 'PUT', sent: { a: 'x' }, request: { 'content-length': '204800' } },
      ),
    ]),
    first: 'fail/too-large',
  },
  'a rule of access forbids a change and calls it an operation that failed': {
    complaint: 'A ticket cannot be changed.',
    capture: harOf([
      navigation,
      xhr(
        'https://itsm.example.test/api/now/table/incident/1',
        403,
        {
          error: {
            message: 'Operation Failed',
            detail: 'ACL Exception Update Failed due to security constraints',
          },
          status: 'failure',
        },
        { method: 'PATCH', sent: { a: 1 } },
      ),
    ]),
    first: 'auth/unauthorized',
    says: 'Operation Failed: ACL Exception Update Failed due to security constraints',
  },
  'a procedure that does not exist is answered with 200': {
    complaint: 'A button does nothing.',
    capture: writtenBy(
      'safari',
      harOf([
        navigation,
        xhr(
          `${api}/rpc`,
          200,
          { jsonrpc: '2.0', error: { code: -32601, message: 'Method not found' }, id: 1 },
          { method: 'POST', sent: { jsonrpc: '2.0', method: 'x', id: 1 } },
        ),
      ]),
    ),
    first: 'fail/error-in-success',
    says: 'Method not found',
  },
  'a key for doing things once comes with another order': {
    complaint: 'An order cannot be sent.',
    capture: harOf([
      navigation,
      xhr(
        `${api}/orders`,
        422,
        {
          type: 'https://example.test/errors/idempotency',
          title: 'Idempotency-Key is already used',
          detail:
            'This operation is idempotent and it requires correct usage of Idempotency Key. Idempotency Key MUST not be reused across different payloads of this operation.',
        },
        { method: 'POST', sent: { item: 2 }, request: { 'idempotency-key': 'k-1' } },
      ),
    ]),
    first: 'fail/conflict',
  },
  'the same is told with 400': {
    complaint: 'An order cannot be sent.',
    capture: harOf([
      navigation,
      xhr(
        `${api}/orders`,
        400,
        {
          error: {
            type: 'idempotency_error',
            message:
              "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than 'k-1' if you meant to execute a different request.",
          },
        },
        { method: 'POST', sent: { item: 2 }, request: { 'idempotency-key': 'k-1' } },
      ),
    ]),
    first: 'fail/conflict',
  },
  'a licence is missing and the status speaks of a condition': {
    complaint: 'Somebody cannot join the meeting.',
    capture: harOf([
      navigation,
      xhr(
        'https://meet.example.test/api/v1/join',
        412,
        {
          errorCode: 'PreconditionFailed',
          subCode: 'UserLicenseNotPresent',
          message: 'User license not present',
        },
        { method: 'POST', sent: {} },
      ),
    ]),
    first: 'permission/licence',
  },
  'a chat service says no inside a 200': {
    complaint: 'A message is not posted.',
    capture: writtenBy(
      'playwright',
      harOf([
        navigation,
        xhr(
          `${api}/chat.postMessage`,
          200,
          { ok: false, error: 'channel_not_found' },
          { method: 'POST', sent: {} },
        ),
      ]),
    ),
    first: 'fail/error-in-success',
    says: 'channel_not_found',
  },
  'a call of XML-RPC has a fault': {
    complaint: 'The old program cannot sign in.',
    capture: harOf([
      navigation,
      {
        url: `${api}/xmlrpc`,
        method: 'POST',
        mimeType: 'text/xml',
        body: '<?xml version="1.0"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>403</int></value></member><member><name>faultString</name><value><string>Invalid credentials</string></value></member></struct></value></fault></methodResponse>',
      },
    ]),
    first: 'fail/error-in-success',
    says: 'Invalid credentials',
  },
  'a change in a batch is refused': {
    complaint: 'The quantity jumps back.',
    capture: harOf([
      navigation,
      {
        url: `${api}/odata/$batch`,
        method: 'POST',
        status: 200,
        mimeType: 'multipart/mixed; boundary=b1',
        sent: '--b1\r\nContent-Type: application/http\r\n\r\nPATCH Orders(1) HTTP/1.1\r\n\r\n{}\r\n--b1--',
        body: '--b1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n{"error":{"code":"001","message":"Quantity is not valid"}}\r\n--b1--',
      },
    ]),
    first: 'fail/batch-item',
    says: 'Quantity is not valid',
  },
  'problem details say little and their fields say it': {
    complaint: 'An extension cannot be saved.',
    capture: harOf([
      navigation,
      xhr(
        `${api}/x`,
        422,
        {
          type: 'about:blank',
          title: 'One or more validation errors occurred.',
          status: 422,
          errors: { Extension: ['The extension 1001 is taken.'] },
        },
        { method: 'POST', sent: {}, mimeType: 'application/problem+json' },
      ),
    ]),
    first: 'fail/http-4xx',
    says: 'One or more validation errors occurred: The extension 1001 is taken.',
  },
  'an answer is nothing but fields': {
    complaint: 'A number cannot be saved.',
    capture: harOf([
      navigation,
      xhr(
        `${api}/x`,
        400,
        { phone: ['Enter a valid number.'], non_field_errors: ['Bad.'] },
        { method: 'POST', sent: {} },
      ),
    ]),
    first: 'fail/http-4xx',
    says: 'phone: Enter a valid number.',
  },
  'a record is invalid for a reason that stands deep inside': {
    complaint: 'A ticket cannot be closed.',
    capture: harOf([
      navigation,
      xhr(
        `${api}/x`,
        422,
        {
          error: 'RecordInvalid',
          description: 'Record validation errors',
          details: { base: [{ description: 'Requester: is suspended.' }] },
        },
        { method: 'PUT', sent: {} },
      ),
    ]),
    first: 'fail/http-4xx',
    says: 'RecordInvalid: Requester: is suspended.',
  },
  'a test of a webhook fails': {
    complaint: 'The webhook is not called.',
    capture: harOf([
      navigation,
      xhr(
        `${api}/webhooks/1/test`,
        200,
        { ok: false, status: 502, message: 'Endpoint returned 502' },
        { method: 'POST' },
      ),
    ]),
    first: 'fail/error-in-success',
    says: 'Endpoint returned 502',
  },
  'a list is longer than a query may read': {
    complaint: 'The library does not open.',
    capture: harOf([
      navigation,
      xhr('https://sites.example.test/_api/web/lists', 500, {
        'odata.error': {
          code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
          message: {
            lang: 'en-US',
            value: 'The attempted operation is prohibited because it exceeds the list view threshold.',
          },
        },
      }),
    ]),
    first: 'fail/http-5xx',
    says: 'The attempted operation is prohibited because it exceeds the list view threshold.',
  },
  'a policy forbids what another service tells': {
    complaint: 'Guests cannot join.',
    capture: harOf([
      navigation,
      xhr(
        `${api}/meet`,
        403,
        {
          errorCode: 'Forbidden',
          message:
            '{"subCode":"AnonymousJoinDisabledByPolicy","message":"Anonymous join is disabled by the organizer\'s policy"}',
        },
        { method: 'POST', request: signedIn },
      ),
    ]),
    first: 'auth/unauthorized',
    says: "Anonymous join is disabled by the organizer's policy",
  },
};
