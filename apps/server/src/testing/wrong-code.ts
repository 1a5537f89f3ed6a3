import { totpCode } from '../accounts/totp.ts';

/** Six digits that an authenticator app shows at no time within a minute of a step: any fixed ones are right once in a while. */
export function wrongCode(secret: string, step: number): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => totpCode(secret, step + steps));
  const wrong = ['000000', '111111', '222222', '333333', '444444', '555555'];
  return wrong.find((code) => !right.includes(code)) ?? '';
}
