import { type Random, randomFrom } from '../random.ts';
import { type FeatureTemplate, organisationTemplate } from './feature-template.ts';

/** What a person may use depends on it: single number reach and call recording need `Professional`. */
export type Licence = 'Professional' | 'Basic';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phoneNumber: string;
  readonly extension: string;
  readonly locationId: string;
  readonly role: 'Administrator' | 'User';
  licence: Licence;
  /** For the identity provider's form; made from the seed, so that no file holds a password. */
  readonly password: string;
}

export interface Location {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly numbers: readonly string[];
  /** Rooms with a phone of their own; they have the numbers from `firstRoomLine` on. */
  readonly rooms: number;
}

/** Lines below it belong to people or to nobody. */
export const firstRoomLine = 25;

/** One batch job of the organisation. */
export interface Job {
  readonly id: string;
  readonly type: string;
  readonly status: 'COMPLETED' | 'RUNNING' | 'FAILED';
  readonly createdMs: number;
  readonly total: number;
  readonly done: number;
  /** Why items failed. */
  readonly errors?: readonly { readonly code: string; readonly message: string }[];
}

/** One customer with everything that the services know about it. Scenarios change it before the services start. */
export interface Estate {
  readonly organisation: { readonly id: string; readonly name: string; readonly domain: string };
  readonly administrator: User;
  readonly users: readonly User[];
  readonly locations: readonly Location[];
  /** By `templateKey`; the user's own beat the organisation's. */
  organisationTemplate: FeatureTemplate;
  readonly userTemplates: Map<string, FeatureTemplate>;
  /** What the user portal last computed for a user, where that is older than the templates: user id → values and when. */
  readonly computedAccess: Map<string, { readonly computedMs: number; readonly singleNumberReach: string }>;
  readonly jobs: Job[];
  readonly notifications: readonly {
    readonly id: string;
    readonly title: string;
    readonly createdMs: number;
  }[];
  readonly random: Random;
}

const people = [
  'Mira Okonjo',
  'Jonas Lindqvist',
  'Adaeze Wren',
  'Tomas Halloran',
  'Yuki Saarinen',
  'Beatriz Coyle',
  'Ravi Thornbury',
  'Elin Marchetti',
  'Osman Kestrel',
  'Clara Duvall',
  'Piotr Ashgrove',
  'Noor Vandermeer',
];

const places = [
  ['Harbour Street', '12 Harbour Street, Eastmere'],
  ['Mill Lane', '3 Mill Lane, Eastmere'],
  ['Northgate', '88 Northgate Road, Tilbrook'],
  ['Station Square', '1 Station Square, Ambleford'],
  ['Orchard Park', '40 Orchard Park, Wexcombe'],
  ['Castle Hill', '7 Castle Hill, Ambleford'],
  ['Riverside', '25 Riverside Walk, Tilbrook'],
  ['Old Brewery', '9 Brewery Yard, Wexcombe'],
] as const;

/** Area codes for numbers of `555 01xx`, the range that is set aside for fiction. */
const areaCodes = [206, 312, 415, 503, 617, 702, 808, 919];

/** A dental group of twelve people in eight places, the same for the same seed. */
export function makeEstate(seed: number, nowMs: number): Estate {
  const random = randomFrom(seed);
  const organisation = { id: random.uuid(), name: 'Fernhill Dental Group', domain: 'fernhill.example.com' };
  const locations = places.map(([name, address], at) => ({
    id: random.uuid(),
    rooms: random.between(15, 50),
    name,
    address,
    numbers: Array.from(
      { length: 100 },
      (_, line) => `+1${areaCodes[at]!}5550${String(100 + line).padStart(3, '0')}`,
    ),
  }));
  const users = people.map((name, at): User => {
    const location = locations[at % locations.length]!;
    return {
      id: random.uuid(),
      name,
      email: `${name.toLowerCase().replace(' ', '.')}@${organisation.domain}`,
      phoneNumber: location.numbers[10 + at]!,
      extension: String(4010 + at),
      locationId: location.id,
      role: at === 0 ? 'Administrator' : 'User',
      licence: at % 4 === 3 ? 'Basic' : 'Professional',
      password: `Fern-${random.between(1000, 10_000)}-${random.between(1000, 10_000)}`,
    };
  });
  const hourMs = 3_600_000;
  const job = (type: string, status: Job['status'], hoursAgo: number, total: number, done: number): Job => ({
    id: random.uuid(),
    type,
    status,
    createdMs: nowMs - hoursAgo * hourMs,
    total,
    done,
  });
  return {
    organisation,
    administrator: users[0]!,
    users,
    locations,
    organisationTemplate: organisationTemplate(random, organisation.id, nowMs - 70 * 24 * hourMs),
    userTemplates: new Map(),
    computedAccess: new Map(),
    jobs: [
      job('MOVE_NUMBERS', 'COMPLETED', 50, 40, 40),
      job('ASSIGN_LICENCES', 'COMPLETED', 27, 12, 12),
      job('UPDATE_CALLER_ID', 'COMPLETED', 3, 8, 8),
    ],
    notifications: [
      {
        id: random.uuid(),
        title: 'Maintenance of the voice platform on Sunday',
        createdMs: nowMs - 30 * hourMs,
      },
      {
        id: random.uuid(),
        title: 'Two devices have not registered for a week',
        createdMs: nowMs - 5 * hourMs,
      },
    ],
    random,
  };
}
