/** Does one thing after the other, whatever becomes of those before: what fails each time must not keep the others from being done. */
export async function doEach(
  things: readonly (() => Promise<unknown>)[],
  onFault: (error: unknown) => void,
): Promise<void> {
  for (const thing of things)
    try {
      await thing();
    } catch (error) {
      onFault(error);
    }
}
