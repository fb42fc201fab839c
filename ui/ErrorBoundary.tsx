import * as React from 'react';

export interface ErrorBoundaryProps {
  /** What is shown instead of the content that failed; `again` tries the content once more. */
  readonly fallback: (failure: Error, again: () => void) => React.ReactNode;
}

interface ErrorBoundaryState {
  readonly failure: Error | null;
}

/** Keeps a fault in what it holds from taking the form along: React empties the whole control otherwise. */
export class ErrorBoundary extends React.Component<ErrorBoundaryProps, ErrorBoundaryState> {
  public override readonly state: ErrorBoundaryState = { failure: null };

  public static getDerivedStateFromError(reason: unknown): ErrorBoundaryState {
    return { failure: reason instanceof Error ? reason : new Error(String(reason)) };
  }

  private readonly again = (): void => this.setState({ failure: null });

  public override render(): React.ReactNode {
    return this.state.failure === null
      ? this.props.children
      : this.props.fallback(this.state.failure, this.again);
  }
}
