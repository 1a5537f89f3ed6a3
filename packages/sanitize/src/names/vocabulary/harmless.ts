/**
 * Names that end like a credential's and mean none. They are matched like the others, longest words first, so
 * `nextPageToken` is found here before `token` is found there. Most traps need no entry: the last word already
 * says what a thing is (`tokenType`, `passwordPolicy`, `csrfHeaderName`, `publicKeyId`).
 */
export const harmlessNames =
  // places in a list, not rights to it
  'page token, pagetoken, next page token, previous page token, prev page token, next token, nexttoken, previous token, prev token, ' +
  'continuation token, sync token, delta token, cursor token, resume token, resumption token, skip token, start token, end token, position token, ' +
  'scroll token, change token, watermark token, iterator token, list token, ' +
  // programming and language models
  'cancellation token, cancel token, design token, color token, theme token, injection token, concurrency token, idempotency token, ' +
  'client request token, eos token, bos token, pad token, unk token, sep token, mask token, special token, stop token, max token, ' +
  'min token, num token, total token, prompt token, completion token, input token, output token, cached token, reasoning token, ' +
  'used token, remaining token, per token, first token, last token, ' +
  'max tokens, min tokens, num tokens, total tokens, prompt tokens, completion tokens, input tokens, output tokens, cached tokens, ' +
  'reasoning tokens, used tokens, remaining tokens, special tokens, ' +
  // keys that open nothing
  'public key, publickey, primary key, foreign key, partition key, sort key, range key, hash key, row key, composite key, natural key, ' +
  'surrogate key, cache key, query key hash, idempotency key, site key, sitekey, publishable key, public api key, key id, keyid, ' +
  'object key, message key, translation key, label key, i18n key, feature key, config key, lookup key, group key, issue key, ' +
  'project key, dedup key, websocket key, websocket accept, sec websocket key, tracking key, locale key, storage key name, ' +
  'license key type, ' +
  // numbers and pins on a map
  'shipping pin, map pin, location pin, postal pin, delivery pin, gpio pin, drop pin, push pin, place pin, zip pin, ' +
  // marks of integrity and correlation
  'signature input, accept signature, content md5, integrity, subresource integrity, checksum, file hash, commit signature, ' +
  'type signature, method signature, function signature, email signature, mail signature, call signature, ' +
  // identifiers that only sound alike
  'media session id, call session id, meeting session id, ratelimit reset tokens, reset tokens, ' +
  'tracking session id, client session id correlation, account sid, message sid, call sid, conference sid, user sid, service sid, ' +
  'country code, reason code, credential id, ' +
  // sides of a switch
  'forgot password, forgotten password, show password, hide password, reset password link';
