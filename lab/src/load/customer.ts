import { provisionAll } from '../backend/application-server/subscribers.ts';
import type { Clock } from '../backend/clock.ts';
import { makeEstate } from '../backend/estate/estate.ts';
import { identityHost } from '../backend/identity/identity-provider.ts';
import type { LogBook } from '../backend/logs/log-book.ts';
import { type Random, randomFrom } from '../backend/random.ts';
import { startServices } from '../backend/services.ts';
import { type Field, fieldOf, type HopRequest, type HopResponse } from '../backend/wire/message.ts';
import { openWire } from '../backend/wire/wire.ts';

/** One customer with the services that serve it; all customers share the machines' logs. */
export interface Customer {
  readonly id: string;
  /** Ids of its users and locations. */
  readonly users: readonly string[];
  readonly locations: readonly string[];
  readonly faxNumbers: readonly string[];
  /** Sends a request to a service as the gateway does. `regionOf` says which gateway. */
  send(request: HopRequest): Promise<HopResponse>;
  /** Signs one of its people in over the identity provider and returns the access token. */
  signIn(who: 'administrator' | 'user', send: (request: HopRequest) => Promise<HopResponse>): Promise<string>;
}

export interface CustomerTime {
  readonly now: Clock;
  pass(ms: number): void;
}

/** Every fifth customer has a contract that the recording provider does not know. */
const refusedEvery = 5;
/** Services here never stay silent, so this only says that something hangs. */
const timeoutMs = 60_000;

export function openCustomer(number: number, seed: number, time: CustomerTime, book: LogBook): Customer {
  const estate = makeEstate(seed + number, time.now());
  const random: Random = randomFrom(seed + number + 1_000_003);
  const wire = openWire({ random, pass: time.pass });
  const surroundings = { estate, wire, book, time: time.now };
  startServices(surroundings, provisionAll(estate), {
    recordingProducts: number % refusedEvery === 0 ? [] : ['tern-professional'],
  });
  return {
    id: estate.organisation.id,
    users: estate.users.map(({ id }) => id),
    locations: estate.locations.map(({ id }) => id),
    // Few, so that people now and then want a number that somebody else has.
    faxNumbers: estate.locations.flatMap(({ numbers }) => numbers.slice(80, 84)),
    send: (request) => wire.send(request, { timeoutMs }),
    async signIn(who, send) {
      const user = who === 'administrator' ? estate.administrator : random.pick(estate.users);
      const redirectUri = 'https://admin.example.test/callback';
      const target = `/idb/oauth2/v1/authorize?${new URLSearchParams({ client_id: `tern-${who}`, redirect_uri: redirectUri })}`;
      const ask = (method: string, path: string, fields: readonly Field[], form?: Record<string, string>) =>
        send({
          method,
          host: identityHost,
          target: path,
          fields: [...fields, { name: 'trackingid', value: `ROUTERGW_${random.uuid()}` }],
          body: form === undefined ? '' : new URLSearchParams(form).toString(),
          peer: '10.71.20.5:41000',
        });
      const form = { username: user.email, password: user.password, continue: target };
      const signedIn = await ask('POST', '/idb/login', [], form);
      const cookie = (fieldOf(signedIn, 'set-cookie') ?? '').split(';', 1)[0]!;
      const granted = await ask('GET', target, [{ name: 'cookie', value: cookie }]);
      const code = new URL(fieldOf(granted, 'location') ?? '').searchParams.get('code') ?? '';
      const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
      const tokens = await ask('POST', '/idb/oauth2/v1/access_token', [], grant);
      return (JSON.parse(tokens.body) as { access_token: string }).access_token;
    },
  };
}
