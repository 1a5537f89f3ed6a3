/** `2026-01-05 09:30`, as the clocks here show it: the same in every language, and in a table one below the other. */
export function timeText(epochMs: number): string {
  const time = new Date(epochMs);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** With seconds, for what follows upon one another. */
export function clockText(epochMs: number): string {
  const time = new Date(epochMs);
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
