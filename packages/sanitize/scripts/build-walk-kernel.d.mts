/** The module as base64. */
export function compileWalkKernel(): string;
