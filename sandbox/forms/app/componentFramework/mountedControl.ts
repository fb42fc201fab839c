import ReactDOM from 'react-dom';
import type { CodeComponentBinding } from '../formXml/formModel';
import type { RecordSession } from '../record/recordSession';
import type { CodeComponent } from './codeComponent';
import {
  contextsOf,
  type ContextAt,
  type ControlPlacement,
  type ControlSurroundings,
} from './context/context';
import { valueOfOutput } from './context/parameters';
import type { LoadedControl } from './controlLibrary';

/** What controls asked to keep with `setControlState`, for as long as the page lives. */
const controlStates = new Map<string, Readonly<Record<string, unknown>>>();

/** One code component on one form, from `init` to `destroy`, under the contract that pcf-scripts 1.51.1 builds for. */
export class MountedControl {
  private readonly component: CodeComponent;
  private readonly contextAt: ContextAt;
  private readonly record: RecordSession;
  private readonly stopListening: () => void;
  private readonly resizes: ResizeObserver;
  private width = -1;
  private isTracking = false;
  private isGone = false;
  private outputsAreDue = false;

  /**
   * @param container an empty element that belongs to the control alone
   * @param whenFailed told of what the control throws
   */
  public constructor(
    private readonly control: LoadedControl,
    private readonly binding: CodeComponentBinding,
    surroundings: ControlSurroundings,
    private placement: ControlPlacement,
    private readonly container: HTMLDivElement,
    private readonly whenFailed: (failure: unknown) => void,
  ) {
    this.record = surroundings.record;
    const stateKey = `${control.name} ${this.record.table.logicalName} ${this.record.id ?? ''}`;
    this.contextAt = contextsOf(control, binding, surroundings, {
      requestRender: () => this.update([]),
      setControlState: (state) => controlStates.set(stateKey, state),
      setFullScreen: (isOn) => this.setFullScreen(isOn),
      trackContainerResize: (isOn) => this.track(isOn),
    });
    this.resizes = new ResizeObserver(() => this.measure());
    this.component = new control.componentClass();
    this.component.init(
      this.contextAt(placement, this.width, []),
      () => this.outputsChanged(),
      controlStates.get(stateKey) ?? {},
      ...(control.manifest.isVirtual ? [] : [container]),
    );
    this.stopListening = this.record.subscribe((columns) => this.columnsChanged(columns));
    this.update([]);
  }

  /** Tells the control that its place on the form is another: label, theme, form factor, read-only. */
  public place(placement: ControlPlacement): void {
    this.placement = placement;
    this.update([]);
  }

  /** Ends the control; its element is empty afterwards. */
  public destroy(): void {
    this.isGone = true;
    this.stopListening();
    this.resizes.disconnect();
    this.component.destroy();
    ReactDOM.unmountComponentAtNode(this.container);
  }

  private update(updatedProperties: string[]): void {
    if (this.isGone) {
      return;
    }
    try {
      const element = this.component.updateView(
        this.contextAt(this.placement, this.width, updatedProperties),
      );
      if (this.control.manifest.isVirtual && element !== undefined) {
        ReactDOM.render(element, this.container);
      }
    } catch (failure) {
      this.whenFailed(failure);
    }
  }

  /** A change of the record's state (first save, read-only) is told too, though none of its columns is bound. */
  private columnsChanged(columns: ReadonlySet<string>): void {
    const changed = Object.entries(this.binding.properties)
      .filter(([, bound]) => bound.kind === 'column' && columns.has(bound.column))
      .map(([property]) => property);
    if (changed.length > 0 || columns.size === 0) {
      this.update(changed);
    }
  }

  /** The platform collects the outputs a little later, so that several changes become one. */
  private outputsChanged(): void {
    if (this.outputsAreDue) {
      return;
    }
    this.outputsAreDue = true;
    queueMicrotask(() => {
      this.outputsAreDue = false;
      if (!this.isGone) {
        this.takeOutputs(this.component.getOutputs?.() ?? {});
      }
    });
  }

  private takeOutputs(outputs: Readonly<Record<string, unknown>>): void {
    if (this.placement.isDisabled || this.record.isInactive) {
      return;
    }
    for (const { name, usage } of this.control.manifest.properties) {
      const bound = this.binding.properties[name];
      const column = bound?.kind === 'column' ? this.record.table.columns.get(bound.column) : undefined;
      if (usage === 'bound' && column !== undefined && name in outputs) {
        this.record.set(column.logicalName, valueOfOutput(outputs[name], column));
      }
    }
  }

  private setFullScreen(isOn: boolean): void {
    this.container.classList.toggle('full-screen', isOn);
    this.update([isOn ? 'fullscreen_open' : 'fullscreen_close']);
  }

  private track(isOn: boolean): void {
    if (isOn && !this.isTracking) {
      this.resizes.observe(this.container);
    } else if (!isOn) {
      this.resizes.disconnect();
    }
    this.isTracking = isOn;
  }

  private measure(): void {
    const width = Math.floor(this.container.getBoundingClientRect().width);
    if (width !== this.width) {
      this.width = width;
      this.update(['layout']);
    }
  }
}
