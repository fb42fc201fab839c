import * as React from 'react';
import { render } from 'react-dom';
import { AdministrationPage } from './AdministrationPage';
import { pageNames } from './pageNames';
import { userLanguage } from './platform';
import { stringsOf } from './strings';

/** Draws the page that the document asks for; nothing in a document that asks for none. */
function start(): void {
  const page = pageNames.find((name) => name === document.body.dataset['page']);
  const place = document.getElementById('page');
  if (page !== undefined && place !== null) {
    const language = userLanguage();
    document.documentElement.lang = stringsOf(language).language;
    document.title = stringsOf(language)[`page_${page}`];
    render(<AdministrationPage page={page} language={language} />, place);
  }
}

start();
