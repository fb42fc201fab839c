/** Something in the sources that an import would refuse, or silently lose. */
export interface Finding {
  /** The part as its author knows it: a file of `solution/src`, a control, a component. */
  readonly part: string;
  /** What is wrong, as a sentence without a full stop. */
  readonly reason: string;
}
