import * as FluentUIReact from '@fluentui/react';
import React from 'react';
import ReactDOM from 'react-dom';
import type { CodeComponentConstructor } from './codeComponent';
import { readManifest, type ControlManifest } from './manifest';

/** A control whose files have been loaded. */
export interface LoadedControl {
  readonly name: string;
  /** Where its files lie, with a slash at the end. */
  readonly folder: string;
  readonly manifest: ControlManifest;
  readonly componentClass: CodeComponentConstructor;
  /** Texts in the user's language, over those in English for what is not translated. */
  readonly strings: ReadonlyMap<string, string>;
}

/** The base language of the organization. */
const english = 1033;

const registered = new Map<string, CodeComponentConstructor>();

/** Puts in place what a built bundle looks for in its page (measured on pcf-scripts 1.51.1). */
export function provideComponentFramework(): void {
  Object.assign(window, {
    ComponentFramework: {
      registerControl: (name: string, componentClass: CodeComponentConstructor) => {
        registered.set(name, componentClass);
      },
    },
    Reactv16: React,
    ReactDOMv16: ReactDOM,
    FluentUIReactv81211: FluentUIReact,
  });
}

async function textAt(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered with ${response.status}.`);
  }
  return response.text();
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} could not be loaded.`));
    document.head.append(script);
  });
}

function loadStyles(address: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
}

function stringsOf(resx: string): Map<string, string> {
  const document = new DOMParser().parseFromString(resx, 'text/xml');
  return new Map(
    [...document.querySelectorAll('root > data')].map((data) => [
      data.getAttribute('name') ?? '',
      data.querySelector('value')?.textContent ?? '',
    ]),
  );
}

async function loadStrings(
  folder: string,
  manifest: ControlManifest,
  language: number,
): Promise<Map<string, string>> {
  const pathsIn = (wanted: number) => manifest.strings.filter((path) => path.endsWith(`.${wanted}.resx`));
  const chosen = [...pathsIn(english), ...(language === english ? [] : pathsIn(language))];
  const texts = await Promise.all(chosen.map((path) => textAt(folder + path)));
  return new Map(texts.flatMap((text) => [...stringsOf(text)]));
}

async function load(name: string, language: number): Promise<LoadedControl> {
  const folder = `/webresources/cc_${name}/`;
  const manifest = readManifest(await textAt(`${folder}ControlManifest.xml`));
  const [strings] = await Promise.all([
    loadStrings(folder, manifest, language),
    loadScript(folder + manifest.code),
  ]);
  manifest.styles.forEach((path) => loadStyles(folder + path));
  const componentClass = registered.get(manifest.registeredName);
  if (componentClass === undefined) {
    throw new Error(`The bundle of ${name} did not register ${manifest.registeredName}.`);
  }
  return { name, folder, manifest, componentClass, strings };
}

const loaded = new Map<string, Promise<LoadedControl>>();

/**
 * Loads a control's production bundle and its texts out of the imported solution, once a page.
 * @param name packaged name, such as `bcs_BusinessCentralForSales.ProductAvailability`
 */
export function loadControl(name: string, language: number): Promise<LoadedControl> {
  const known = loaded.get(name);
  if (known !== undefined) {
    return known;
  }
  const loading = load(name, language);
  loaded.set(name, loading);
  return loading;
}
