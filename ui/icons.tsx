import * as React from 'react';

/** Lines on a grid of 20 by 20, in the colour of the text around, so that they follow theme and high contrast. */
const drawings = {
  check: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.5 10.2l2.4 2.4 4.6-5',
  // The left half is filled with strokes that touch each other.
  half: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zV17.5M8.7 3v14M7.4 3.2v13.6M6.1 3.8v12.4M4.8 5v10M3.5 7v6',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 5.8v4.5l3 1.8',
  cross: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM7.4 7.4l5.2 5.2M12.6 7.4l-5.2 5.2',
  dash: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.5 10h7',
  forbidden: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM4.8 4.8l10.4 10.4',
  question:
    'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM7.9 8.1a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.5M10 13.8v.2',
  pencil: 'M3.5 16.5l.8-3.4 9.4-9.4a1.5 1.5 0 0 1 2.1 0l.5.5a1.5 1.5 0 0 1 0 2.1l-9.4 9.4zM12.2 5.2l2.6 2.6',
  unlinked: 'M8.2 6.5H6a3.5 3.5 0 0 0 0 7h2.2M11.8 6.5H14a3.5 3.5 0 0 1 0 7h-2.2M3.5 3.5l13 13',
  warning: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.2',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3L16.2 7.6M16.2 3.6v4h-4',
  chevronLeft: 'M12.5 4.5L7 10l5.5 5.5',
  chevronRight: 'M7.5 4.5L13 10l-5.5 5.5',
  chevronFirst: 'M14.5 4.5L9 10l5.5 5.5M5.5 4.5v11',
  chevronLast: 'M5.5 4.5L11 10l-5.5 5.5M14.5 4.5v11',
  chevronDown: 'M4.5 7.5L10 13l5.5-5.5',
  openOutside: 'M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16.3 3.7L9.5 10.5',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3',
  undo: 'M7.5 4L4 7.5 7.5 11M4.5 7.5H12a4 4 0 0 1 0 8H8',
  close: 'M5 5l10 10M15 5L5 15',
  linked: 'M8.2 6.5H6a3.5 3.5 0 0 0 0 7h2.2M11.8 6.5H14a3.5 3.5 0 0 1 0 7h-2.2M7 10h6',
  plus: 'M10 4v12M4 10h12',
  toRight: 'M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5',
  toLeft: 'M16.5 10h-13M8 5.5L3.5 10 8 14.5',
  bothWays: 'M3 7h13M12.5 3.5L16 7l-3.5 3.5M17 13H4M7.5 9.5L4 13l3.5 3.5',
  notEqual: 'M4 7.5h12M4 12.5h12M13 3.5l-6 13',
} as const;

export type IconName = keyof typeof drawings;

export interface IconProps {
  readonly name: IconName;
  /** Side of the square, in pixels; 20 unless told. */
  readonly size?: number;
}

/**
 * A small drawing beside words that say the same, so it says nothing itself to a screen reader. Colour it through an
 * element around it: high contrast replaces that element's colour, but leaves alone what is set on the drawing.
 */
export function Icon({ name, size = 20 }: IconProps): React.ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
