import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { bytesToLatin1 } from './bytes.ts';
import { ContentRewriter } from './content-rewriter.ts';
import { isBeyondSuspicion as isBeyondSuspicionFast } from './sift.ts';
import { isBeyondSuspicion } from './suspicion.ts';

const chosen = 'cedarindigo';

function rewriter(): ContentRewriter {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  return new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} });
}

const field = (text: string): number[] => {
  const bytes = new TextEncoder().encode(text);
  return [bytes.length >> 8, bytes.length & 255, ...bytes];
};

/** A CONNECT packet. Spec: MQTT 3.1.1 §3.1, MQTT 5 §3.1. */
function connect(version: number, password: string, client = 'client-17', will?: string): Uint8Array {
  const properties = version < 5 ? [] : [5, 0x11, 0, 0, 0, 10];
  const lastWill = will === undefined ? [] : [...(version < 5 ? [] : [0]), ...field('gone'), ...field(will)];
  const flags = will === undefined ? 0xc2 : 0xc6;
  const body = [...field('MQTT'), version, flags, 0, 60, ...properties, ...field(client), ...lastWill];
  body.push(...field('sensor'), ...field(password));
  const length = body.length < 128 ? [body.length] : [(body.length & 127) | 128, body.length >> 7];
  return Uint8Array.from([0x10, ...length, ...body]);
}

describe('a CONNECT packet of MQTT', () => {
  for (const version of [4, 5])
    for (const [how, client, will] of [
      ['', 'client-17', undefined],
      [' of many bytes', 'client-'.repeat(30), undefined],
      [' with a last will', 'client-17', 'gone offline'],
    ] as const)
      it(`of version ${version}${how} loses its password and keeps its form`, () => {
        const rewritten = rewriter().rewriteBytes(connect(version, chosen, client, will), '') as Uint8Array;
        const [pseudonym = ''] = /hx-pwd-[a-z0-9]+$/.exec(bytesToLatin1(rewritten)) ?? [];
        expect(pseudonym).not.toBe('');
        expect(rewritten).toEqual(connect(version, pseudonym, client, will));
        expect(rewriter().rewriteBytes(rewritten, '')).toEqual(rewritten);
      });

  it('is read in base64, whatever stands behind it', () => {
    for (const client of ['c', 'client', 'client-'.repeat(30)]) {
      const packets = [...connect(4, chosen, client), 0xc0, 0];
      const rewritten = rewriter().rewriteText(btoa(String.fromCharCode(...packets)));
      expect(atob(rewritten)).toMatch(/sensor\0\x14hx-pwd-[a-z0-9]+\xc0\0$/);
    }
  });

  it('is not passed over by the quick look', () => {
    for (const client of ['c', 'client-'.repeat(30)]) {
      const data = btoa(String.fromCharCode(...connect(4, chosen, client)));
      const text = JSON.stringify({ note: 'words '.repeat(60), sent: data });
      for (const sift of [isBeyondSuspicion, isBeyondSuspicionFast]) expect(sift(text, 'json')).toBe(false);
      expect(atob(JSON.parse(rewriter().rewriteText(text)).sent)).not.toContain(chosen);
    }
  });

  it('that was cut is left to the rules for bytes', () => {
    const packet = connect(4, chosen);
    for (let length = 1; length < packet.length; length++)
      expect(rewriter().rewriteBytes(packet.subarray(0, length), '')).toHaveLength(length);
  });
});

describe('a message with header fields', () => {
  const frames = [
    `CONNECT\naccept-version:1.2\nlogin:guest\npasscode:${chosen}\n\n\0`,
    `STOMP\r\naccept-version:1.2\r\npasscode:${chosen}\r\n\r\n\0`,
    `GET / HTTP/1.1\r\nHost: example.com\r\nX-Auth-Token: ${chosen}\r\n\r\n`,
    `HTTP/1.1 200 OK\r\nX-Vault-Token: ${chosen}\r\n\r\n{"id":1}`,
    `POST /login HTTP/1.1\r\nHost: example.com\r\n\r\n{"password":"${chosen}"}`,
  ];
  it.each(frames)('loses what its fields say is secret: %j', (frame) => {
    const rewritten = rewriter().rewriteText(frame);
    expect(rewritten).toMatch(/hx-(?:pwd|tok)-/);
    expect(rewritten).not.toContain(chosen);
    expect(rewriter().rewriteText(rewritten)).toBe(rewritten);
    const bytes = new TextEncoder().encode(frame);
    expect(bytesToLatin1(rewriter().rewriteBytes(bytes, '') as Uint8Array)).toBe(rewritten);
  });

  it('keeps its other fields and its content', () => {
    const frame = 'SEND\ndestination:/queue/a\nreceipt:message-12345\n\nhello queue\0';
    expect(rewriter().rewriteText(frame)).toBe(frame);
    const call = `INVITE sip:b@example.com SIP/2.0\r\nSession-ID: 47755a9de7794ba387653f2099600ef2;remote=${'0'.repeat(32)}\r\n\r\n`;
    expect(rewriter().rewriteText(call)).toBe(call);
    const request = 'GET /people HTTP/1.1\r\nHost: example.com\r\nAccept: */*\r\nTrackingID: WEB_1\r\n\r\n';
    expect(rewriter().rewriteText(request)).toBe(request);
  });
});

describe('the mechanism PLAIN', () => {
  const response = `\0guest\0${chosen}`;
  it.each([
    [
      'AMQP 1.0',
      `\0\x53\x41\xc0\x20\x03\xa3\x05PLAIN\xa0${String.fromCharCode(response.length)}${response}\x40`,
    ],
    ['AMQP 0-9-1', `\x05PLAIN\0\0\0${String.fromCharCode(response.length)}${response}\x05en_US`],
  ])('loses its password in a frame of %s', (_, frame) => {
    const bytes = Uint8Array.from(frame, (sign) => sign.charCodeAt(0));
    expect(bytesToLatin1(rewriter().rewriteBytes(bytes, '') as Uint8Array)).not.toContain(chosen);
    expect(atob(rewriter().rewriteText(btoa(frame)))).not.toContain(chosen);
  });

  it('loses it in a line', () => {
    for (const line of [`AUTH PLAIN ${btoa(response)}\r\n`, `a1 AUTHENTICATE PLAIN ${btoa(response)}\r\n`])
      expect(rewriter().rewriteText(line)).not.toContain(btoa(response));
  });
});

/** A PUBLISH packet that is delivered once at most, or surely. Spec: MQTT 3.1.1 §3.3, MQTT 5 §3.3. */
function publish(
  payload: string,
  isSure = false,
  properties: readonly number[] = [],
  topic = 'things/17/state',
): Uint8Array {
  const id = isSure ? [0, 7] : [];
  const body = [...field(topic), ...id, ...properties, ...new TextEncoder().encode(payload)];
  const length = body.length < 128 ? [body.length] : [(body.length & 127) | 128, body.length >> 7];
  return Uint8Array.from([isSure ? 0x32 : 0x30, ...length, ...body]);
}

describe('a PUBLISH packet of MQTT', () => {
  const say = (password: string): string => JSON.stringify({ password, note: 'x'.repeat(90) });
  it.each([
    ['at most once', false, []],
    ['surely', true, []],
    ['with properties', false, [2, 0x01, 1]],
  ] as const)('that is delivered %s loses the secret in what it carries', (_, isSure, properties) => {
    const rewritten = rewriter().rewriteBytes(publish(say(chosen), isSure, properties), '') as Uint8Array;
    const [pseudonym = ''] = /hx-pwd-[a-z0-9]+/.exec(bytesToLatin1(rewritten)) ?? [];
    expect(pseudonym).not.toBe('');
    expect(rewritten).toEqual(publish(say(pseudonym), isSure, properties));
    expect(rewriter().rewriteBytes(rewritten, '')).toEqual(rewritten);
    const short = publish(`{"password":"${chosen}"}`, isSure, properties);
    expect(atob(rewriter().rewriteText(btoa(bytesToLatin1(short))))).not.toContain(chosen);
  });

  it('loses the token of a device in its topic, and keeps its form', () => {
    const token = `ghp_${'aB3dE5fG7h'.repeat(4).slice(0, 36)}`;
    const packet = (written: string): Uint8Array =>
      publish('{"t":21.5}', false, [], `v1/${written}/telemetry`);
    const rewritten = rewriter().rewriteBytes(packet(token), '') as Uint8Array;
    const [pseudonym = ''] = /hx-tok-[a-z0-9]+/.exec(bytesToLatin1(rewritten)) ?? [];
    expect(pseudonym).not.toBe('');
    expect(rewritten).toEqual(packet(pseudonym));
  });

  it('goes whole where a property of it is secret', () => {
    const said = [...field('authorization'), ...field(`Bearer ${'aB3dE5fG7h'.repeat(3)}`)];
    const packet = publish('{"t":21.5}', false, [said.length + 1, 0x26, ...said]);
    expect(rewriter().rewriteBytes(packet, '')).toBeUndefined();
    expect(rewriter().rewriteText(btoa(bytesToLatin1(packet)))).toMatch(/^hx-tok-/);
  });

  it('stays where it carries nothing secret', () => {
    const packet = publish('{"temperature":21.5,"passwordExpired":false}');
    expect(rewriter().rewriteBytes(packet, '')).toBe(packet);
  });
});

describe('the request by which a client signs in to a directory', () => {
  const element = (tag: number, content: readonly number[]): number[] =>
    content.length < 128 ? [tag, content.length, ...content] : [tag, 0x81, content.length, ...content];
  const bind = (name: string, password: string): Uint8Array => {
    const text = (value: string): number[] => [...new TextEncoder().encode(value)];
    const request = [2, 1, 3, ...element(0x04, text(name)), ...element(0x80, text(password))];
    return Uint8Array.from(element(0x30, [2, 1, 1, ...element(0x60, request)]));
  };

  it.each(['cn=admin,dc=example', `cn=${'a'.repeat(90)},dc=example`])(
    'loses its password and keeps its form: %s',
    (name) => {
      const rewritten = rewriter().rewriteBytes(bind(name, chosen), '') as Uint8Array;
      const [pseudonym = ''] = /hx-pwd-[a-z0-9]+$/.exec(bytesToLatin1(rewritten)) ?? [];
      expect(rewritten).toEqual(bind(name, pseudonym));
      expect(rewriter().rewriteBytes(rewritten, '')).toEqual(rewritten);
    },
  );

  it('whose password is said to go beyond it writes no part of that behind it', () => {
    const message = bind('cn=admin', chosen);
    const at = message.indexOf(0x60) + 1;
    for (let length = 0; length < (message[at] as number); length++) {
      const broken = Uint8Array.from(message);
      broken[at] = length;
      expect(rewriter().rewriteBytes(broken, '')).toEqual(broken);
    }
  });

  it('that was cut is left to the rules for bytes', () => {
    const message = bind('cn=admin', chosen);
    for (let length = 1; length < message.length; length++)
      expect(rewriter().rewriteBytes(message.subarray(0, length), '')).toHaveLength(length);
  });
});
