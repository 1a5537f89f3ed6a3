import { expect, it } from 'vitest';
import { isAnswer, readOciDocument, refusalOf } from './oci-document.ts';

const document = (inside: string, more = '') =>
  `10.0.0.1:80\n<BroadsoftDocument protocol="OCI"${more}><trackingId xmlns="">CPAPI_x_1</trackingId>${inside}</BroadsoftDocument>`;

it('reads commands by local names, however their namespaces are written', () => {
  const read = readOciDocument(
    document(
      '<command xmlns="" xsi:type="c:FaxModifyRequest"><a>1 &amp; 2</a><b xsi:nil="true"/><c/></command>',
    ),
  );
  expect(read?.trackingId).toBe('CPAPI_x_1');
  expect(read?.commands.map(({ type, elements }) => [type, [...elements]])).toEqual([
    [
      'FaxModifyRequest',
      [
        ['a', '1 & 2'],
        ['b', undefined],
        ['c', undefined],
      ],
    ],
  ]);
});

it('tells answers and refusals from what was asked', () => {
  const commands =
    readOciDocument(
      document(
        '<command xsi:type="AskRequest20"></command><command xsi:type="c:GetResponse23"></command><command xsi:type="c:ErrorResponse"><summary>[Error 1] no</summary></command>',
      ),
    )?.commands ?? [];
  expect(commands.map(isAnswer)).toEqual([false, true, true]);
  expect(commands.map(refusalOf)).toEqual([undefined, undefined, '[Error 1] no']);
});

it('gives the whole commands of a document that was cut', () => {
  const text = document('<command xsi:type="A"><x>1</x></command><command xsi:type="B"><y>2');
  expect(readOciDocument(text.slice(0, text.indexOf('2')))?.commands.map(({ type }) => type)).toEqual(['A']);
});

it('finds no document in other text', () => {
  expect(readOciDocument('<html><command></command></html>')).toBe(undefined);
});
