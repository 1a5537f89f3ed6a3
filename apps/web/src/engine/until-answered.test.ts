import { expect, it } from 'vitest';
import { untilAnswered } from './until-answered.ts';

it('hears what is told before the answer, and nothing that comes after it', async () => {
  const heard: string[] = [];
  let tellLater: (word: string) => void = () => {};
  const answer = await untilAnswered(async (hear) => {
    tellLater = hear((word: string) => void heard.push(word));
    tellLater('before');
    return 'answer';
  });
  tellLater('after');
  expect([answer, ...heard]).toEqual(['answer', 'before']);
});

it('hears nothing more once there is an error instead', async () => {
  const heard: string[] = [];
  let tellLater: (word: string) => void = () => {};
  const asked = untilAnswered(async (hear) => {
    tellLater = hear((word: string) => void heard.push(word));
    throw new Error('gone');
  });
  await expect(asked).rejects.toThrow('gone');
  tellLater('after');
  expect(heard).toEqual([]);
});
