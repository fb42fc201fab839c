import { registerIcons } from '@fluentui/react';
import React from 'react';
import { Icon } from './icons';

/**
 * The pictures that Fluent 8's calendar asks for by name. Its own are in a font on Microsoft's content delivery
 * network, which a sandbox does not contact.
 */
export function registerCalendarIcons(): void {
  registerIcons({
    icons: {
      up: <Icon name="chevronUp" />,
      down: <Icon name="chevronDown" />,
      calculatormultiply: <Icon name="dismiss" />,
    },
  });
}
