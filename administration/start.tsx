import './stayOffline';
import * as React from 'react';
import { render } from 'react-dom';
import { systemClock } from '../ui/clock';
import { AdministrationPage } from './AdministrationPage';
import { pageNames } from './pageNames';
import { OpenRowContext } from './parts/openRow';
import { dataOfPage, sourcesOfApp } from './platform';
import { stringsOf } from './strings';

/** Of a page that no app shows, and that therefore knows no user. */
const baseLanguage = 1033;

/** Draws the page that the document asks for; nothing in a document that asks for none. */
function start(): void {
  const page = pageNames.find((name) => name === document.body.dataset['page']);
  const place = document.getElementById('page');
  if (page === undefined || place === null) {
    return;
  }
  const sources = sourcesOfApp();
  const strings = stringsOf(sources?.language() ?? baseLanguage);
  document.documentElement.lang = strings.language;
  document.title = strings[`page_${page}`];
  if (sources === null) {
    place.textContent = strings['notInApp'];
  } else {
    render(
      <OpenRowContext.Provider value={({ table, id }) => sources.openRecord(table, id)}>
        <AdministrationPage page={page} sources={sources} clock={systemClock} data={dataOfPage()} />
      </OpenRowContext.Provider>,
      place,
    );
  }
}

start();
