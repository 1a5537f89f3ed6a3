/** `+12065550110` as people write it: `+1 206 555 0110`. Other numbers stay as they are. */
export function shownNumber(number: string): string {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');
}
