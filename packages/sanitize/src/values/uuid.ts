const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a value is a UUID in its usual spelling, either case. Spec: RFC 9562 §4. */
export function isUuid(value: string): boolean {
  return value.length === 36 && UUID.test(value);
}
