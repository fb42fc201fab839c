import React from 'react';

/** Outlines on a grid of 20 units, drawn with the colour of the text around them. */
const paths = {
  account: 'M4 17V4h8v13M12 8h4v9M2.5 17h15M6.5 7h3M6.5 10h3M6.5 13h3',
  add: 'M10 4v12M4 10h12',
  apps: 'M4 4h2v2H4zM9 4h2v2H9zM14 4h2v2h-2zM4 9h2v2H4zM9 9h2v2H9zM14 9h2v2h-2zM4 14h2v2H4zM9 14h2v2H9zM14 14h2v2h-2z',
  arrowLeft: 'M16 10H4M9 5l-5 5 5 5',
  calendar: 'M3.5 5.5h13v11h-13zM3.5 8.5h13M7 3.5v3M13 3.5v3',
  checkmark: 'M4 10.5l4 4 8-9',
  chevronDown: 'M5 7.5l5 5 5-5',
  chevronLeft: 'M12 5l-5 5 5 5',
  chevronRight: 'M8 5l5 5-5 5',
  chevronUp: 'M5 12.5l5-5 5 5',
  connection: 'M8 12l4-4M7 9l-2.5 2.5a2.8 2.8 0 0 0 4 4L11 13M13 11l2.5-2.5a2.8 2.8 0 0 0-4-4L9 7',
  contact: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM4 17c.5-3 3-4.6 6-4.6s5.5 1.6 6 4.6',
  delete: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  dismiss: 'M5 5l10 10M15 5L5 15',
  error: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 6v5M10 13.5v.5',
  form: 'M4 3.5h12v13H4zM7 7h6M7 10h6M7 13h3',
  home: 'M3.5 9.5L10 4l6.5 5.5M5.5 8.5v8h9v-8M8.5 16.5v-4.5h3v4.5',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9.5v4M10 6.5v.5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  opportunity: 'M10 3.5l2 4.2 4.5.6-3.3 3.2.8 4.6-4-2.2-4 2.2.8-4.6L3.5 8.3 8 7.7z',
  open: 'M11.5 4H16v4.5M16 4l-6.5 6.5M13.5 11.5V16H4V6.5h4.5',
  order: 'M4 3.5h9l3 3v10H4zM12.5 3.5v3.5H16M7 10h6M7 13h6',
  product: 'M10 3l6.5 3.3v7.4L10 17l-6.5-3.3V6.3zM3.5 6.3L10 9.6l6.5-3.3M10 9.6V17',
  quote: 'M4.5 3.5h11v13h-11zM7.5 7h5M7.5 10h5M7.5 13h2.5',
  refresh: 'M15.5 8A6 6 0 1 0 16 11M16 4v4.5h-4.5',
  save: 'M3.5 3.5h10.5l2.5 2.5v10.5h-13zM6.5 3.5V7.5h6V3.5M6 16.5v-5.5h8v5.5',
  saveAndClose: 'M3.5 3.5h10l2.5 2.5v4M3.5 3.5v13h5.5M6.5 3.5V7.5h6V3.5M12 14h5.5M15 11.5l2.5 2.5-2.5 2.5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  table: 'M3.5 4h13v12h-13zM3.5 8h13M8 8v8',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a word that says the same, so assistive technology passes it over. */
export function Icon({ name }: { readonly name: IconName }): React.JSX.Element {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.25}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
