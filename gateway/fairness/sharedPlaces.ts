/** Places that several instances of the gateway share. */
export interface SharedPlaces {
  /**
   * Waits for a place.
   * @returns gives it back
   * @throws the signal's reason when it is aborted
   */
  take(signal: AbortSignal): Promise<() => void>;
}

/** One instance alone has nobody to share with. */
export const unsharedPlaces: SharedPlaces = { take: () => Promise.resolve(() => undefined) };
