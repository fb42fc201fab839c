import React, { useState } from 'react';
import type { Switches } from '../address';
import { useApp } from '../appContext';
import { languageNames } from '../texts/texts';
import { Icon } from './icons';

interface SwitchProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly choose: (value: string) => void;
}

function Switch({ label, value, options, choose }: SwitchProps): React.JSX.Element {
  return (
    <label className="switch">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What only a sandbox has: be another user, in another language, theme, React version, width. */
export function SandboxStrip(): React.JSX.Element {
  const { session, address, setSwitches } = useApp();
  const [isOpen, setOpen] = useState(false);
  const { switches } = address;
  const change = (changed: Partial<Switches>) => setSwitches({ ...switches, ...changed });
  const react = document.getElementById('app')?.dataset['react'] ?? '';
  return (
    <section className={isOpen ? 'sandbox-strip open' : 'sandbox-strip'} aria-label="Sandbox">
      <span className="sandbox-name">Sandbox</span>
      <button
        type="button"
        className="header-button switches-button"
        aria-expanded={isOpen}
        aria-controls="switches"
        aria-label="Switches of the sandbox"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="settings" />
      </button>
      <div id="switches" className="switches" lang="en">
        <Switch
          label="User"
          value={session.user.id}
          options={session.users.map(({ id, name }) => [id, name])}
          choose={(id) =>
            change({ user: session.users.find((user) => user.id === id)?.name ?? id, language: null })
          }
        />
        <Switch
          label="Language"
          value={String(session.language)}
          options={Object.entries(languageNames)}
          choose={(language) => change({ language: Number(language) })}
        />
        <Switch
          label="Theme"
          value={switches.theme}
          options={[
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
          choose={(theme) => change({ theme: theme === 'dark' ? 'dark' : 'light' })}
        />
        <Switch
          label="React"
          value={react}
          options={[
            ['17.0.2', '17.0.2'],
            ['16.14.0', '16.14.0'],
          ]}
          choose={(version) => change({ react: version })}
        />
        <Switch
          label="Width"
          value={switches.width}
          options={[
            ['full', 'Full'],
            ['768', '768 px (tablet)'],
            ['320', '320 px (phone)'],
          ]}
          choose={(width) => change({ width: width === '768' || width === '320' ? width : 'full' })}
        />
      </div>
    </section>
  );
}
