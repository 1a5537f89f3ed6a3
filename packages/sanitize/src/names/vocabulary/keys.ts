import { headerPlaces, parameterPlaces } from '../name-place.ts';
import type { NameRow } from '../name-row.ts';

const KEYS = 'https://swagger.io/docs/specification/v3_0/authentication/api-keys/';
const SIGV4 = 'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html';

/** Keys, shared secrets and what is made with them. */
export const keyNames: readonly NameRow[] = [
  {
    rule: 'name/client-secret',
    kind: 'client-secret',
    guard: 'token',
    ends:
      'client secret, clientsecret, consumer secret, app secret, appsecret, application secret, shared secret, webhook secret, ' +
      'signing secret, secret, secret text, psk, pre shared key, preshared key, snmp community, community string, oauth secret, access secret, secret value, secret string, secret binary, token secret, cookie secret, jwt secret',
    source: 'https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1',
  },
  {
    rule: 'name/otp-secret',
    kind: 'private-key',
    guard: 'token',
    ends: 'otp secret, totp secret, mfa secret, two factor secret, totp seed, otp seed, authenticator key, otpauth url',
    source: 'https://www.rfc-editor.org/rfc/rfc6238',
  },
  {
    rule: 'name/private-key',
    kind: 'private-key',
    guard: 'token',
    minLength: 16,
    ends:
      'private key, privatekey, priv key, privkey, rsa private key, private key pem, key pem, secret key, secretkey, secret key base, client key data, secret access key, ' +
      'secretaccesskey, encryption key, decryption key, signing key, signingkey, master key, customer key, machine key, ' +
      'validation key, pfx, p12, deploy key, ssl key, tls key, hmac key, aes key, ssh key, private jwk, wrapping key, key material, symmetric key, wallet key, enc key, kek, cek, dek, key encryption key, content encryption key, data encryption key, ps key, pskey',
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Key_Management_Cheat_Sheet.html',
  },
  {
    rule: 'name/jwk-private-member',
    kind: 'private-key',
    guard: 'random',
    minLength: 40,
    ends: '',
    whole: 'd, dp, dq, qi, jwk',
    places: ['json'],
    source: 'https://www.rfc-editor.org/rfc/rfc7518#section-6',
  },
  {
    rule: 'name/access-key-id',
    kind: 'access-key-id',
    guard: 'token',
    minLength: 12,
    ends: 'access key id, accesskeyid, aws access key, aws access key id, awsaccesskeyid, ossaccesskeyid, amz credential, goog credential',
    source: SIGV4,
  },
  {
    rule: 'name/api-key',
    kind: 'api-key',
    guard: 'token',
    ends:
      'api key, apikey, application key, subscription key, functions key, auth key, authkey, rest api key, admin key, ' +
      'rapidapi key, mashape key, insert key, server key, account key, shared key, shared access key, license key, fastly key, ' +
      'api secret, apisecret, service account key, integration key, ingest key, routing key secret, parse master key, ' +
      'goog api key, android key, write api key, api auth, apim key, team key, circle token',
    source: KEYS,
  },
  {
    rule: 'name/key',
    kind: 'api-key',
    guard: 'random',
    minLength: 16,
    ends: 'app key, appkey, client key, gcp key, kms key, skey, akey, data key, access key, accesskey, service key, function key, write key, storage key, integration id secret, reset key, activation key, share key, user key, login key, hash secret, personal access key, delete key',
    source: KEYS,
  },
  {
    rule: 'name/routing-key',
    kind: 'api-key',
    // That of PagerDuty has thirty-two characters; those of message brokers are words.
    guard: 'random',
    minLength: 32,
    uuidsStay: true,
    ends: 'routing key',
    source: 'https://developer.pagerduty.com/docs/send-alert-event',
  },
  {
    rule: 'name/key-parameter',
    kind: 'api-key',
    guard: 'random',
    minLength: 20,
    ends: '',
    whole: 'key, k, credentials',
    places: ['query', 'fragment', 'form'],
    source: 'https://cloud.google.com/docs/authentication/api-keys',
  },
  {
    rule: 'name/app-id',
    kind: 'api-key',
    guard: 'random',
    minLength: 20,
    // Of weather and maps it is the key; elsewhere it says which application, and so it does behind `cid-v1:`.
    uuidsStay: true,
    ends: '',
    whole: 'appid',
    places: ['query', 'fragment', 'form'],
    source: 'https://openweathermap.org/appid',
  },
  {
    rule: 'name/credentials',
    kind: 'access-token',
    guard: 'token',
    ends: 'bind credential, bind credentials',
    whole: 'credentials, login credentials, user credentials, auth credentials',
    places: [...headerPlaces, 'json', 'xml-element', 'xml-attribute'],
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.4',
  },
  {
    rule: 'name/key-field',
    kind: 'api-key',
    guard: 'random',
    minLength: 16,
    ends: '',
    // `X-Key`; and names too common to count where a value could be a place in a list.
    whole: 'key, pat',
    places: headerPlaces,
    source: KEYS,
  },
  {
    rule: 'name/short-secret',
    kind: 'client-secret',
    guard: 'random',
    minLength: 16,
    ends: '',
    whole: 'seed, pat, host key secret',
    places: ['json', 'xml-element', 'xml-attribute', ...parameterPlaces],
    numbersStay: true,
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  },
  {
    rule: 'name/signature',
    kind: 'signature',
    guard: 'random',
    minLength: 16,
    ends:
      'signature, amz signature, goog signature, hub signature, hub signature 256, slack signature, webhook signature, ' +
      'request signature, auth sig, secret hash, oauth signature, signature value, signaturevalue, digest value, pay sign, paysign, signature ed25519, hmac, ' +
      // Rails signs what a client gives back with it.
      'signed stream name, signed id, signed global id, sgid',
    whole: 'sig, sign, hdnea, hdnts, hmac sha256, mac',
    source: SIGV4,
  },
  {
    rule: 'name/connection-string',
    kind: 'password',
    guard: 'token',
    minLength: 12,
    ends: 'connection string, connectionstring, conn string, conn str, connstr, database url, db url, dsn secret, mongo uri, redis url, jdbc url',
    source: 'https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax',
  },
  {
    rule: 'name/webhook-url',
    kind: 'webhook',
    guard: 'token',
    minLength: 20,
    ends: 'webhook url, webhook uri, incoming webhook, hook url',
    source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
  },
  {
    rule: 'name/turn-credential',
    kind: 'turn-credential',
    guard: 'token',
    ends: 'turn credential, ice credential, turn pass, stun credential',
    whole: 'credential',
    places: ['json', 'xml-element', 'xml-attribute', ...parameterPlaces],
    source: 'https://www.w3.org/TR/webrtc/#dom-rtciceserver',
  },
  {
    rule: 'name/sip-credential',
    kind: 'sip-credential',
    guard: 'token',
    ends: 'ha1, a1 hash, sip ha1, digest ha1, sip secret, sip credential, line credential, device credential, registration credential',
    source: 'https://www.rfc-editor.org/rfc/rfc7616',
  },
  {
    rule: 'name/media-key',
    kind: 'media-key',
    guard: 'token',
    minLength: 12,
    ends: 'srtp key, srtp master key, media key, sdes key, ice pwd, content key, decryption key url secret',
    source: 'https://www.rfc-editor.org/rfc/rfc4568',
  },
];
