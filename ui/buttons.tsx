import * as React from 'react';
import { ActionButton, Link } from '@fluentui/react';
import type { IButtonStyles } from '@fluentui/react';
import { Icon } from './icons';
import type { IconName } from './icons';
import { useLanguage } from './language';
import type { SharedTextKey } from './texts';

/** Lower than Fluent's 32 pixels, so that a control takes little of a form; still above the 24 that WCAG 2.5.8 asks. */
const height = 28;

// Words in a longer language, or in a narrow place, take a second line rather than being cut off.
const plain: IButtonStyles = {
  root: {
    height: 'auto',
    minHeight: height,
    minWidth: height,
    maxWidth: '100%',
    padding: '3px 6px',
    borderRadius: 4,
  },
  label: { fontWeight: 400, margin: '0 2px', lineHeight: 18, textAlign: 'left', overflowWrap: 'anywhere' },
  flexContainer: { gap: 4, justifyContent: 'center', '> svg': { flexShrink: 0 } },
};
const bordered: IButtonStyles = {
  ...plain,
  root: {
    height: 'auto',
    minHeight: height,
    minWidth: 0,
    maxWidth: '100%',
    padding: '3px 8px',
    borderRadius: 4,
    border: '1px solid currentColor',
  },
};

export interface SmallButtonProps {
  readonly text: string;
  readonly icon: IconName;
  readonly onClick: () => void;
  /** Says more than the text, and begins with it (WCAG 2.5.3). */
  readonly label?: string;
  /** It cannot be pressed, but keeps the focus. */
  readonly disabled?: boolean;
}

/** Fluent's icons come from a font on Microsoft's servers; these are drawn by us, in Fluent's own place for them. */
function drawn(icon: IconName) {
  return () => <Icon name={icon} size={16} />;
}

/** A button for something that changes the form, with a border around it. */
export function SmallButton({
  text,
  icon,
  onClick,
  label = text,
  disabled = false,
}: SmallButtonProps): React.ReactElement {
  return (
    <ActionButton
      styles={bordered}
      text={text}
      ariaLabel={label}
      onClick={onClick}
      disabled={disabled}
      allowDisabledFocus
      onRenderIcon={drawn(icon)}
    />
  );
}

export interface DetailsButtonProps {
  readonly text: string;
  readonly isOpen: boolean;
  /** Id of what the button opens. */
  readonly controls: string;
  readonly onClick: () => void;
}

/** A button that opens and closes what is below it. */
export function DetailsButton({ text, isOpen, controls, onClick }: DetailsButtonProps): React.ReactElement {
  return (
    <ActionButton
      styles={plain}
      text={text}
      onClick={onClick}
      aria-expanded={isOpen}
      {...(isOpen ? { 'aria-controls': controls } : {})}
      onRenderIcon={drawn(isOpen ? 'chevronDown' : 'chevronRight')}
    />
  );
}

/** A button that leads elsewhere and changes nothing. */
export function PlainButton({ text, icon, onClick, label = text }: SmallButtonProps): React.ReactElement {
  return (
    <ActionButton styles={plain} text={text} ariaLabel={label} onClick={onClick} onRenderIcon={drawn(icon)} />
  );
}

/** Leads to another record of Sales, in the place of this one, and looks like what leads somewhere. */
export function LinkButton({
  text,
  onClick,
}: Pick<SmallButtonProps, 'text' | 'onClick'>): React.ReactElement {
  return (
    // The platform opens a record by its id and not by an address, so there is none for a link.
    <Link
      as="button"
      underline
      onClick={onClick}
      styles={{ root: { minHeight: 24, lineHeight: 24, verticalAlign: 'baseline' } }}
    >
      {text}
    </Link>
  );
}

export interface SquareButtonProps extends Pick<SmallButtonProps, 'text' | 'icon' | 'onClick'> {
  /** It cannot be pressed, but keeps the focus. */
  readonly disabled?: boolean;
}

/** A button of an icon alone; its text is heard, and seen on pointing. */
export function SquareButton({
  text,
  icon,
  onClick,
  disabled = false,
}: SquareButtonProps): React.ReactElement {
  return (
    <ActionButton
      styles={plain}
      title={text}
      ariaLabel={text}
      onClick={onClick}
      disabled={disabled}
      allowDisabledFocus
      onRenderIcon={drawn(icon)}
    />
  );
}

export interface RefreshButtonProps {
  /** The latest attempt failed, so the button says in words what it is for. */
  readonly failed: boolean;
  readonly waiting: boolean;
  readonly onClick: () => void;
}

/** Asks anew. The same element all along, so that it keeps the focus from failure to success. */
export function RefreshButton({ failed, waiting, onClick }: RefreshButtonProps): React.ReactElement {
  const { texts } = useLanguage<SharedTextKey>();
  const text = texts.say(failed ? 'tryAgain' : 'refresh');
  return (
    <ActionButton
      styles={failed ? bordered : plain}
      title={text}
      {...(failed ? { text } : {})}
      ariaLabel={text}
      onClick={onClick}
      // It cannot be pressed while it waits, but keeps the focus.
      disabled={waiting}
      allowDisabledFocus
      onRenderIcon={drawn('refresh')}
    />
  );
}
