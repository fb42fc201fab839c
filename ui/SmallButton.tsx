import * as React from 'react';
import { ActionButton, DefaultButton, IconButton } from '@fluentui/react';
import type { IButtonStyles } from '@fluentui/react';
import { Icon } from './icons';
import type { IconName } from './icons';

/** Lower than Fluent's 32 pixels, so that a control takes little of a form; still above the 24 that WCAG 2.5.8 asks. */
const height = 28;

const outlined: IButtonStyles = {
  root: { height, minWidth: 0, padding: '0 10px', borderRadius: 4 },
  label: { fontWeight: 400, margin: '0 2px', whiteSpace: 'nowrap' },
  flexContainer: { gap: 4 },
};
const plain: IButtonStyles = {
  root: { height, padding: '0 6px', borderRadius: 4 },
  label: { fontWeight: 400, margin: '0 2px', whiteSpace: 'nowrap' },
  flexContainer: { gap: 4 },
};
const square: IButtonStyles = { root: { height, width: height, borderRadius: 4 } };

export interface SmallButtonProps {
  readonly text: string;
  readonly icon?: IconName;
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
function drawn(icon: IconName | undefined) {
  return icon === undefined ? undefined : () => <Icon name={icon} size={16} />;
}

function behaviour({ onClick, label, expanded, controls, waiting = false }: Omit<SmallButtonProps, 'text'>) {
  return {
    onClick,
    disabled: waiting,
    allowDisabledFocus: true,
    ...(label === undefined ? {} : { ariaLabel: label }),
    ...(expanded === undefined ? {} : { 'aria-expanded': expanded }),
    ...(expanded === true && controls !== undefined ? { 'aria-controls': controls } : {}),
  };
}

/** A button for something that changes or asks. */
export function SmallButton({ text, icon, ...rest }: SmallButtonProps): React.ReactElement {
  const onRenderIcon = drawn(icon);
  return (
    <DefaultButton
      styles={outlined}
      text={text}
      {...behaviour(rest)}
      {...(onRenderIcon && { onRenderIcon })}
    />
  );
}

/** A button for something that shows more. */
export function PlainButton({ text, icon, ...rest }: SmallButtonProps): React.ReactElement {
  const onRenderIcon = drawn(icon);
  return (
    <ActionButton styles={plain} text={text} {...behaviour(rest)} {...(onRenderIcon && { onRenderIcon })} />
  );
}

/** A button of an icon alone; its text is heard, and seen on pointing. */
export function SquareButton({
  text,
  icon,
  ...rest
}: SmallButtonProps & { readonly icon: IconName }): React.ReactElement {
  return (
    <IconButton
      styles={square}
      title={text}
      {...behaviour({ label: text, ...rest })}
      onRenderIcon={() => <Icon name={icon} size={16} />}
    />
  );
}
