/** A kernel of assembly/ as base64. */
export function compileKernel(name: 'walk-kernel' | 'sift-kernel'): string;
