/** What gives scripts their lines, loaded with its grammar when the first script is looked at. */
export async function loadPrettyScript(): Promise<(text: string) => string> {
  const { prettyScript } = await import('./pretty-script.ts');
  return prettyScript;
}
