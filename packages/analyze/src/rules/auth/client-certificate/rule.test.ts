import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { clientCertificate } from './rule.ts';

const asked: Step = {
  url: 'https://secure.example.test/users',
  status: 0,
  error: 'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED',
};

const answered = (status: number): Step => ({
  url: 'https://secure.example.test/users',
  status,
  body: { message: 'Refused' },
});

checkRule(clientCertificate, import.meta.url, {
  'finds.certificate-that-was-not-there': harOf([page, asked]),
  'finds.certificate-that-was-not-accepted': harOf([
    page,
    { ...asked, error: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT' },
  ]),
  'finds.page-of-nginx': harOf([
    {
      ...page,
      status: 400,
      body: '<html><head><title>400 No required SSL certificate was sent</title></head><body><center><h1>400 Bad Request</h1></center><center>No required SSL certificate was sent</center><hr><center>nginx</center></body></html>',
    },
  ]),
  'finds.sub-status-of-iis': harOf([
    {
      ...page,
      status: 403,
      body: '<html><head><title>IIS 10.0 Detailed Error - 403.7 - Forbidden</title></head><body><h3>The page you are attempting to access requires your browser to have a Secure Sockets Layer (SSL) client certificate that the Web server recognizes.</h3></body></html>',
    },
  ]),
  'finds.status-of-its-own': harOf([page, answered(496), answered(495)]),
  'finds.gateway-that-says-so': harOf([
    page,
    { ...answered(403), body: { message: 'A valid client certificate is required for this host.' } },
  ]),
  'finds.alert-that-firefox-names': harOf([
    page,
    { ...asked, error: 'SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT' },
  ]),
  'quiet.service-that-keeps-certificates': harOf([
    page,
    {
      ...answered(400),
      method: 'POST',
      url: 'https://secure.example.test/certificates',
      body: { message: 'The client certificate is expired.' },
    },
    { ...answered(403), body: { message: 'You may not order certificates for clients.' } },
  ]),
  'quiet.certificate-of-the-server': harOf([page, { ...asked, error: 'net::ERR_CERT_DATE_INVALID' }]),
});
