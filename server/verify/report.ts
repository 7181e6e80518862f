/** Something in an installation that is not as it should be. */
export interface Finding {
  /** Below the installation's folder. */
  readonly path: string;
  readonly problem: string;
  /** What was done about it; null where nothing was. */
  readonly done: string | null;
  /** What the reader can do; null where nothing is left to do. */
  readonly remedy: string | null;
}

/** What was looked at and what was found. */
export interface VerifyReport {
  readonly datasets: number;
  readonly snapshots: number;
  readonly segments: number;
  /** Bytes of segments whose hashes were computed. */
  readonly bytes: number;
  readonly findings: readonly Finding[];
}

/** Whether something is left that a reader has to see to. */
export function isSound({ findings }: VerifyReport): boolean {
  return findings.every(({ remedy }) => remedy === null);
}
