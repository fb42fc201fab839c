import React from 'react';
import ReactDOM from 'react-dom';
import { readAddress } from './address';
import { provideComponentFramework } from './componentFramework/controlLibrary';
import { openSession } from './session';
import { App } from './shell/App';
import { replaceIconFont } from './shell/fluentIcons';
import './styles/app.css';
import { applyTheme } from './theme/theme';
import { cultureOf } from './format/culture';

async function start(root: HTMLElement): Promise<void> {
  const { switches } = readAddress(location.search);
  applyTheme(switches.theme);
  provideComponentFramework();
  replaceIconFont();
  const session = await openSession(switches.user, switches.language);
  document.documentElement.lang = cultureOf(session.language).tag;
  ReactDOM.render(<App session={session} />, root);
}

const root = document.getElementById('app');
if (root !== null) {
  start(root).catch((failure: unknown) => {
    root.textContent = `The sandbox cannot start: ${failure instanceof Error ? failure.message : String(failure)}`;
  });
}
