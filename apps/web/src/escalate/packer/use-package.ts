import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaptureTab } from '../../captures/open-captures.ts';
import { connectPacker, type PackerConnection } from './connect-packer.ts';
import type { NotPacked, Packed, PackRequest } from './packer.ts';
import type { SigningKey } from './sign-sums.ts';

/** The newest package, whether a newer one is being made, or why there is none. */
export interface PackageState {
  readonly packed?: Packed;
  readonly refused?: string;
  readonly isWorking: boolean;
  /** The answers have changed since. */
  readonly isOld: boolean;
  /** The page has changed its language since. */
  readonly isInOtherLanguage: boolean;
  check(): void;
  /** The same package with a signature. undefined: the answers have changed meanwhile. */
  sign(key: SigningKey): Promise<Packed | NotPacked | undefined>;
  /** Reads a protected archive with its password. */
  unlock(password: string): void;
}

/** A larger capture takes longer than a person types. */
const BY_ITSELF_BYTES = 32 * 1024 * 1024;
/** Typing pauses for as long. */
const SETTLE_MS = 500;

/**
 * Makes the package anew whenever the answers change; of a large capture when it is asked for, and in another language: nobody types
 * that, and half a page in each is what nobody can read.
 */
export function usePackage(tab: CaptureTab, request: PackRequest): PackageState {
  const connection = useRef<Promise<PackerConnection>>(undefined);
  const [state, setState] = useState<Pick<PackageState, 'packed' | 'refused'>>({});
  const [made, setMade] = useState<PackRequest>();
  const [isWorking, setWorking] = useState(false);
  const turn = useRef(0);
  const { connection: engine, file } = tab;
  useEffect(() => {
    const started = connectPacker({ connection: engine, file } as CaptureTab);
    connection.current = started;
    return () => {
      connection.current = undefined;
      void started.then(({ end }) => end());
    };
  }, [engine, file]);
  const run = useCallback(async (wanted: PackRequest): Promise<void> => {
    const own = ++turn.current;
    setWorking(true);
    const { packer } = await (connection.current as Promise<PackerConnection>);
    const result = await packer.pack(wanted).catch(() => ({ refused: 'escalate/broke' }));
    if (own !== turn.current || result === undefined) return;
    setWorking(false);
    setMade(wanted);
    // What was made before is still to be seen while it cannot be made anew.
    setState((before) => ('refused' in result ? { ...before, refused: result.refused } : { packed: result }));
  }, []);
  const sign = async (key: SigningKey): Promise<Packed | NotPacked | undefined> => {
    const { packer } = await (connection.current as Promise<PackerConnection>);
    return await packer.pack(request, key).catch(() => ({ refused: 'escalate/broke' }));
  };
  const unlock = async (password: string): Promise<void> => {
    const { packer } = await (connection.current as Promise<PackerConnection>);
    await packer.beginWithFile(file, { password });
    await run(request);
  };
  const isSmall = tab.sizeBytes <= BY_ITSELF_BYTES;
  const isOld = made !== request;
  const isInOtherLanguage = made !== undefined && made.language !== request.language;
  const isByItself = isSmall || isInOtherLanguage;
  useEffect(() => {
    if (!isByItself) return;
    const later = setTimeout(() => void run(request), SETTLE_MS);
    return () => clearTimeout(later);
  }, [request, isByItself, run]);
  return {
    ...state,
    // What is begun by itself in a moment need not be asked for.
    isWorking: isWorking || (isOld && isByItself),
    isOld,
    isInOtherLanguage,
    check: () => void run(request),
    sign,
    unlock: (password) => void unlock(password),
  };
}
