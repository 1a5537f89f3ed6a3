/** Deeper or wider objects are payload, not fields of a line. */
const MAX_DEPTH = 5;
const MAX_VALUES = 200;

/**
 * The values of a JSON object by path, `log.level`, whether the line nests or writes the dot itself. Arrays and what lies
 * deeper are one value, as JSON. undefined = the text is no JSON object.
 */
export function jsonValues(text: string): ReadonlyMap<string, string> | undefined {
  // Lines cut out of an array end in a comma.
  const object = parseObject(text.endsWith(',') ? text.slice(0, -1) : text);
  if (object === undefined) return undefined;
  const values = new Map<string, string>();
  addValues(object, '', 1, values);
  return values;
}

/** Remembers the last text: several formats ask for the same line. */
export function rememberedJson(): (line: string) => ReadonlyMap<string, string> | undefined {
  let lastLine: string | undefined;
  let last: ReadonlyMap<string, string> | undefined;
  return (line) => {
    if (line !== lastLine) {
      last = line.charCodeAt(0) === 0x7b ? jsonValues(line) : undefined;
      lastLine = line;
    }
    return last;
  };
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function addValues(object: object, prefix: string, depth: number, values: Map<string, string>): void {
  for (const [key, value] of Object.entries(object)) {
    if (values.size >= MAX_VALUES) return;
    const name = prefix + key;
    if (typeof value === 'string') values.set(name, value);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < MAX_DEPTH)
      addValues(value, `${name}.`, depth + 1, values);
    else if (value !== null)
      values.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
}
