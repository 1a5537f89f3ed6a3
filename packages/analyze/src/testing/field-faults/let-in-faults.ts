import { date, signedIn } from '../auth-steps.ts';
import { harOf } from '../har-of.ts';
import { portal } from '../names.ts';
import { writtenBy } from './exporters.ts';
import { type FieldFault, html, navigation, users, xhr } from './field-fault.ts';

/** People are not let in: callbacks, certificates, pages of sign-in services. */
export const letInFaults: Readonly<Record<string, FieldFault>> = {
  'a person is not assigned to the application, told in the callback’s address': {
    complaint: 'Signing in ends on an empty page.',
    capture: harOf([
      {
        url: 'https://idp.example.test/oauth2/authorize?client_id=a&redirect_uri=https%3A%2F%2Fportal.example.test%2Fcallback',
        type: 'document',
        ...html,
        body: '<!doctype html><title>Sign in</title>',
      },
      {
        url: `${portal}/callback?error=access_denied&error_description=AADSTS50105%3A+The+signed+in+user+is+not+assigned+to+a+role+for+the+application.&state=s1`,
        type: 'document',
        ...html,
        body: '<!doctype html><div id="root"></div>',
      },
    ]),
    first: 'auth/oauth-error',
  },
  'a scope is not known, told on the way back': {
    complaint: 'Signing in leads back to the start.',
    capture: writtenBy(
      'firefox',
      harOf([
        {
          url: `${portal}/signin-oidc?error=invalid_scope&error_description=The+scope+calls.read+is+not+known`,
          type: 'document',
          status: 302,
          ...html,
          body: '',
          response: { location: `${portal}/` },
        },
        navigation,
      ]),
    ),
    first: 'auth/oauth-error',
  },
  'the sign-in service has an error, told in a form': {
    complaint: 'Signing in ends with an error.',
    capture: harOf([
      {
        url: `${portal}/signin-oidc`,
        method: 'POST',
        type: 'document',
        ...html,
        body: '<!doctype html><h1>Error</h1>',
        sent: 'error=server_error&error_description=AADSTS90033%3A+A+transient+error+has+occurred.&state=s',
        request: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    ]),
    first: 'auth/oauth-error',
  },
  'a rule of access keeps a token back': {
    complaint: 'Signing in works at the office only.',
    capture: harOf([
      xhr(
        'https://idp.example.test/common/oauth2/v2.0/token',
        400,
        {
          error: 'invalid_grant',
          error_description:
            'AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
          error_codes: [53003],
        },
        { method: 'POST', sent: 'grant_type=authorization_code&code=x' },
      ),
    ]),
    first: 'auth/oauth-error',
  },
  'a browser sends no token against forged requests': {
    complaint: 'A file cannot be attached.',
    capture: writtenBy(
      'firefox',
      harOf([
        navigation,
        xhr('https://tickets.example.test/rest/api/2/issue/ABC-1/attachments', 403, 'XSRF check failed', {
          method: 'POST',
          mimeType: 'text/plain',
        }),
      ]),
    ),
    first: 'auth/csrf',
  },
  'the validation of a page is too old': {
    complaint: 'A list cannot be changed after lunch.',
    capture: harOf([
      navigation,
      xhr(
        "https://sites.example.test/sites/hr/_api/web/lists/getbytitle('x')/items",
        403,
        {
          error: {
            code: '-2130575251, Microsoft.SharePoint.SPException',
            message: {
              lang: 'en-US',
              value:
                'The security validation for this page is invalid and might be corrupted. Please use your web browser’s Back button to try your operation again.',
            },
          },
        },
        { method: 'POST', sent: { Title: 'x' } },
      ),
    ]),
    first: 'auth/csrf',
  },
  'nginx wants a certificate': {
    complaint: '400 for people without a smart card.',
    capture: harOf([
      {
        ...navigation,
        status: 400,
        body: '<html><head><title>400 No required SSL certificate was sent</title></head><body><center><h1>400 Bad Request</h1></center><center>No required SSL certificate was sent</center><hr><center>nginx/1.24.0</center></body></html>',
        response: { server: 'nginx' },
      },
    ]),
    first: 'auth/client-certificate',
  },
  'IIS wants a certificate': {
    complaint: '403 for people without a smart card.',
    capture: writtenBy(
      'firefox',
      harOf([
        {
          ...navigation,
          status: 403,
          body: '<!DOCTYPE html><html><head><title>IIS 10.0 Detailed Error - 403.7 - Forbidden</title></head><body><h2>HTTP Error 403.7 - Forbidden</h2><h3>The page you are attempting to access requires your browser to have a Secure Sockets Layer (SSL) client certificate that the Web server recognizes.</h3></body></html>',
          response: { server: 'Microsoft-IIS/10.0' },
        },
      ]),
    ),
    first: 'auth/client-certificate',
  },
  'a gateway wants a certificate': {
    complaint: '496 in the program.',
    capture: writtenBy(
      'charles',
      harOf([
        {
          ...users,
          status: 496,
          ...html,
          body: '<html><head><title>400 No required SSL certificate was sent</title></head></html>',
        },
      ]),
    ),
    first: 'auth/client-certificate',
  },
  'an API wants a certificate': {
    complaint: 'The program is refused.',
    capture: harOf([
      navigation,
      {
        ...users,
        status: 403,
        body: { code: 'MTLS_REQUIRED', message: 'A valid client certificate is required for this host.' },
      },
    ]),
    first: 'auth/client-certificate',
  },
  'a password is not accepted': {
    complaint: 'The password is not accepted.',
    capture: harOf([
      {
        url: 'https://idp.example.test/api/v1/authn',
        method: 'POST',
        status: 401,
        sent: { username: 'a' },
        body: {
          errorCode: 'E0000004',
          errorSummary: 'Authentication failed',
          errorLink: 'E0000004',
          errorId: 'oae1',
          errorCauses: [],
        },
      },
    ]),
    first: 'auth/unauthorized',
    says: 'Authentication failed',
  },
  'an application is not assigned to a person': {
    complaint: 'Access Forbidden after signing in.',
    capture: harOf([
      {
        url: 'https://idp.example.test/app/portal/exk1/sso/saml',
        type: 'document',
        status: 403,
        ...html,
        body: '<!doctype html><html><head><title>Example - Access Forbidden</title></head><body><h2>403</h2><p>User is not assigned to this application.</p></body></html>',
      },
    ]),
    first: 'auth/unauthorized',
  },
  'a session of an export without types ended': {
    complaint: 'Lists are empty.',
    capture: writtenBy(
      'safari',
      harOf([
        navigation,
        xhr(
          `https://crm.example.test/services/data/v60.0/query?q=SELECT+Id`,
          401,
          [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
          { request: signedIn },
        ),
      ]),
    ),
    first: 'auth/unauthorized',
    says: 'Session expired or invalid',
  },
  'the page of the sign-in stands where data was asked for, in Firefox': {
    complaint: 'Lists are empty.',
    capture: writtenBy(
      'firefox',
      harOf([
        navigation,
        {
          ...users,
          ...html,
          body: '<!doctype html><html><title>Log in</title><form><input type="password"></form></html>',
        },
      ]),
    ),
    first: 'fail/html-for-json',
  },
  'the address of a part of a film expired': {
    complaint: 'The film stops after an hour.',
    capture: harOf([
      navigation,
      {
        url: 'https://media.example.test/v/seg1.ts?Expires=1741077000&Signature=masked&Key-Pair-Id=K1',
        type: 'xhr',
        status: 403,
        mimeType: 'text/xml',
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>',
        response: date(0),
      },
    ]),
    first: 'auth/token-expired',
  },
  'a sign-in service does not know the address': {
    complaint: 'Error after choosing the company.',
    capture: harOf([
      {
        url: 'https://sts.example.test/adfs/ls/?SAMLRequest=x',
        type: 'document',
        status: 400,
        ...html,
        body: '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>An error occurred</h1><p>MSIS7065: There are no registered protocol handlers on path /adfs/ls/ to process the incoming request.</p></body></html>',
      },
    ]),
    first: 'fail/http-4xx',
    says: 'Error – An error occurred – MSIS7065: There are no registered protocol handlers on path /adfs/ls/ to process the incoming request.',
  },
  'a redirect address is not registered, told on a page under 200': {
    complaint: 'Sorry, but we’re having trouble signing you in.',
    capture: harOf([
      {
        url: 'https://login.example.test/common/oauth2/v2.0/authorize?client_id=a',
        type: 'document',
        ...html,
        body: '<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body><script>$Config={"strMainMessage":"Sorry, but we’re having trouble signing you in.","strServiceExceptionMessage":"AADSTS50011: The redirect URI \'https://portal.example.test/cb\' specified in the request does not match the redirect URIs configured for the application."}</script></body></html>',
      },
    ]),
    first: 'auth/oauth-error',
  },
};
