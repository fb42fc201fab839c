import { GlobalSettings, registerIcons } from '@fluentui/react';
import React from 'react';
import { Icon, type IconName } from './icons';

/** The pictures that Fluent 8's own widgets ask for by name, and what stands for them here. */
const pictures: Readonly<Record<string, IconName>> = {
  blocked2: 'error',
  calculatormultiply: 'dismiss',
  calendar: 'calendar',
  cancel: 'dismiss',
  checkmark: 'checkmark',
  chevrondown: 'chevronDown',
  chevrondownmed: 'chevronDown',
  chevrondownsmall: 'chevronDown',
  chevronleft: 'chevronLeft',
  chevronright: 'chevronRight',
  chevronrightmed: 'chevronRight',
  chevronup: 'chevronUp',
  chevronupsmall: 'chevronUp',
  clear: 'dismiss',
  completed: 'checkmark',
  down: 'chevronDown',
  errorbadge: 'error',
  info: 'info',
  more: 'more',
  openinnewwindow: 'open',
  refresh: 'refresh',
  search: 'search',
  sortdown: 'chevronDown',
  sortup: 'chevronUp',
  statuscirclecheckmark: 'checkmark',
  up: 'chevronUp',
  warning: 'error',
};

/**
 * Puts drawn icons in the place of Fluent 8's icon font. Its browser build registers that font by itself, from
 * Microsoft's content delivery network, and takes no address of nowhere (@fluentui/font-icons-mdl2: an empty
 * `iconBaseUrl` counts as none). A name that is not here shows nothing.
 */
export function replaceIconFont(): void {
  const registered = GlobalSettings.getValue<Record<string, unknown>>('icons', {});
  for (const name of Object.keys(registered).filter((key) => !key.startsWith('__'))) {
    Reflect.deleteProperty(registered, name);
  }
  registerIcons({
    icons: Object.fromEntries(
      Object.entries(pictures).map(([name, icon]) => [name, <Icon key={name} name={icon} />]),
    ),
  });
}
