/** Milliseconds since 1970; injected, so that tests can be in another time. */
export type Now = () => number;
