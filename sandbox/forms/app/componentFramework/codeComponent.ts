import type { ReactElement } from 'react';

/**
 * What a code component gets with every call. `copilot` is left out: the platform has it only where Copilot Studio
 * is set up.
 */
export type CodeComponentContext = Omit<
  ComponentFramework.Context<Record<string, ComponentFramework.PropertyTypes.Property>>,
  'copilot' | 'mode'
> & { readonly mode: ModeWithRecord };

/** `mode` as model-driven apps give it; `contextInfo` is missing in the typings (1.3.18). */
export type ModeWithRecord = ComponentFramework.Mode & {
  readonly contextInfo: {
    readonly entityTypeName: string;
    /** Empty while the record is new. */
    readonly entityId: string;
    readonly entityRecordName: string;
  };
};

/** A code component as its bundle registers it. */
export interface CodeComponent {
  init(
    context: CodeComponentContext,
    notifyOutputChanged: () => void,
    state: Readonly<Record<string, unknown>>,
    container?: HTMLDivElement,
  ): void;
  /** A virtual control returns what is to be rendered; a standard one draws into its container itself. */
  updateView(context: CodeComponentContext): ReactElement | undefined;
  getOutputs?(): Readonly<Record<string, unknown>>;
  destroy(): void;
}

export type CodeComponentConstructor = new () => CodeComponent;
