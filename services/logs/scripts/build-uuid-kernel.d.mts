/** The module as base64. */
export function compileUuidKernel(): string;
