import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { clientCertificate } from './rule.ts';

const asked: Step = {
  url: 'https://secure.example.test/users',
  status: 0,
  error: 'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED',
};

checkRule(clientCertificate, import.meta.url, {
  'finds.certificate-that-was-not-there': harOf([page, asked]),
  'finds.certificate-that-was-not-accepted': harOf([
    page,
    { ...asked, error: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT' },
  ]),
  'quiet.certificate-of-the-server': harOf([page, { ...asked, error: 'net::ERR_CERT_DATE_INVALID' }]),
});
