import { describe, expect, it } from 'vitest';
import { readClickhouseAddress } from './clickhouse-address.ts';
import { listLiteral, stringLiteral } from './literal.ts';
import { featuresOf } from './server-features.ts';

describe('readClickhouseAddress', () => {
  it('reads one server with what is usual', () => {
    expect(readClickhouseAddress('clickhouse://localhost', {})).toEqual({
      urls: ['http://localhost:8123'],
      username: 'default',
      password: '',
      database: 'default',
      cluster: undefined,
      replicated: false,
      name: 'clickhouse://localhost/default',
    });
  });

  it('reads every server of a cluster, and leaves user and password out of the name', () => {
    const word = ['p', 'w', '@', '1'].join('');
    const address = `clickhouse://jane:${encodeURIComponent(word)}@a.example:1,[::1]:2,c/logs?cluster=main&replicated=1&tls=1`;
    expect(readClickhouseAddress(address, {})).toEqual({
      urls: ['https://a.example:1', 'https://[::1]:2', 'https://c:8123'],
      username: 'jane',
      password: word,
      database: 'logs',
      cluster: 'main',
      replicated: true,
      name: 'clickhouse://a.example:1,[::1]:2,c/logs',
    });
  });

  it('takes the password from the environment', () => {
    expect(
      readClickhouseAddress('clickhouse://jane@a/x', { HARRIER_CLICKHOUSE_PASSWORD: 'x' }).password,
    ).toBe('x');
  });

  it.each([
    'clickhouse://',
    'clickhouse:///db',
    "clickhouse://a/d'b",
    'clickhouse://a/db;drop',
    'clickhouse://a b/db',
    'clickhouse://a/db?cluster=x%27y',
    'clickhouse://a/db?unknown=1',
    'clickhouse://a,/db',
  ])('refuses %s and repeats no password', (address) => {
    const secret = address.replace('://', '://u:hush-hush@');
    for (const one of [address, secret])
      expect(() => readClickhouseAddress(one, {})).toThrow(
        expect.objectContaining({ code: 'logs/store-address', message: expect.not.stringContaining('hush') }),
      );
  });
});

describe('literals', () => {
  it.each([
    ["it's", "'it\\'s'"],
    ['\\', "'\\\\'"],
    ['\u0000\n\u007f', "'\\x00\\x0a\\x7f'"],
    ['é🙂\u2028', "'é🙂\u2028'"],
    ['\ud83d', "'\ufffd'"],
  ])('of %j cannot be left', (text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
  });

  it('stand in lists', () => {
    expect(listLiteral(['a', "b'"])).toBe("('a', 'b\\'')");
  });
});

it('asks each version for what it can do', () => {
  expect(featuresOf('18.16.1')).toMatchObject({
    lowCardinality: 'allow',
    ngramIndex: false,
    mutationsSync: false,
  });
  expect(featuresOf('20.3.1')).toMatchObject({
    lowCardinality: 'plain',
    ngramIndex: true,
    fsyncAfterInsert: false,
  });
  expect(featuresOf('26.7.2.1')).toMatchObject({
    ngramIndex: true,
    mutationsSync: true,
    fsyncAfterInsert: true,
  });
});
