import * as React from 'react';
import { ActionButton } from '@fluentui/react';
import type { IButtonStyles } from '@fluentui/react';
import { Icon } from './icons';
import type { IconName } from './icons';
import { useLanguage } from './language';
import type { SharedTextKey } from './texts';

/** Lower than Fluent's 32 pixels, so that a control takes little of a form; still above the 24 that WCAG 2.5.8 asks. */
const height = 28;

const plain: IButtonStyles = {
  root: { height, minWidth: height, padding: '0 6px', borderRadius: 4 },
  label: { fontWeight: 400, margin: '0 2px', whiteSpace: 'nowrap' },
  flexContainer: { gap: 4, justifyContent: 'center' },
};
const bordered: IButtonStyles = {
  ...plain,
  root: { height, minWidth: 0, padding: '0 8px', borderRadius: 4, border: '1px solid currentColor' },
};

export interface SmallButtonProps {
  readonly text: string;
  readonly icon: IconName;
  readonly onClick: () => void;
  /** Says more than the text, and begins with it (WCAG 2.5.3). */
  readonly label?: string;
  /** Whether what the button opens is open; absent: it opens nothing. */
  readonly expanded?: boolean;
  /** Id of what the button opens. */
  readonly controls?: string;
  /** It cannot be pressed now, but keeps the focus. */
  readonly waiting?: boolean;
}

/** Fluent's icons come from a font on Microsoft's servers; these are drawn by us, in Fluent's own place for them. */
function drawn(icon: IconName) {
  return () => <Icon name={icon} size={16} />;
}

function behaviour({
  onClick,
  label,
  expanded,
  controls,
  waiting = false,
}: Omit<SmallButtonProps, 'text' | 'icon'>) {
  return {
    onClick,
    disabled: waiting,
    allowDisabledFocus: true,
    ...(label === undefined ? {} : { ariaLabel: label }),
    ...(expanded === undefined ? {} : { 'aria-expanded': expanded }),
    ...(expanded === true && controls !== undefined ? { 'aria-controls': controls } : {}),
  };
}

/** A button for something that changes the form, with a border around it. */
export function SmallButton({ text, icon, ...rest }: SmallButtonProps): React.ReactElement {
  return <ActionButton styles={bordered} text={text} {...behaviour(rest)} onRenderIcon={drawn(icon)} />;
}

/** A button for something that shows more. */
export function PlainButton({ text, icon, ...rest }: SmallButtonProps): React.ReactElement {
  return <ActionButton styles={plain} text={text} {...behaviour(rest)} onRenderIcon={drawn(icon)} />;
}

/** A button of an icon alone; its text is heard, and seen on pointing. */
export function SquareButton({ text, icon, ...rest }: SmallButtonProps): React.ReactElement {
  return (
    <ActionButton
      styles={plain}
      title={text}
      {...behaviour({ label: text, ...rest })}
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
      {...behaviour({ label: text, waiting, onClick })}
      onRenderIcon={drawn('refresh')}
    />
  );
}
