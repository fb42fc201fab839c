import type { FlowFilter } from '../company/flowFields';
import { ODataError } from './odataError';

/** Splits at a separator that does not stand between apostrophes. */
function split(text: string, separator: string): readonly string[] {
  const parts: string[] = [''];
  let quoted = false;
  for (const char of text) {
    if (char === "'") {
      quoted = !quoted;
    }
    if (char === separator && !quoted) {
      parts.push('');
    } else {
      parts[parts.length - 1] = (parts.at(-1) ?? '') + char;
    }
  }
  return parts;
}

/** A value of the expression: `''` is blank, `'A|B'` is the text between the apostrophes. */
function valueOf(text: string): string {
  const trimmed = text.trim();
  return isQuoted(trimmed) ? trimmed.slice(1, -1).replaceAll("''", "'") : trimmed;
}

/** Whether all of a text stands between one pair of apostrophes. */
function isQuoted(text: string): boolean {
  return /^'(?:[^']|'')*'$/s.test(text);
}

function escaped(text: string): string {
  return text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
}

function wildcard(pattern: string): FlowFilter {
  const expression = new RegExp(`^${escaped(pattern).replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
  return (value) => expression.test(value);
}

const relations: readonly (readonly [string, (value: string, limit: string) => boolean])[] = [
  ['<>', (value, limit) => value !== limit],
  ['>=', (value, limit) => value >= limit],
  ['<=', (value, limit) => value <= limit],
  ['>', (value, limit) => value > limit],
  ['<', (value, limit) => value < limit],
  ['=', (value, limit) => value === limit],
];

function alternative(text: string, check: (value: string) => string): FlowFilter {
  if (isQuoted(text)) {
    const wanted = check(valueOf(text));
    return (value) => value === wanted;
  }
  const range = /^(.*?)\.\.(.*)$/s.exec(text);
  if (range !== null) {
    const from = valueOf(range[1] ?? '');
    const to = valueOf(range[2] ?? '');
    const lowest = from === '' ? null : check(from);
    const highest = to === '' ? null : check(to);
    return (value) => (lowest === null || value >= lowest) && (highest === null || value <= highest);
  }
  const relation = relations.find(([sign]) => text.startsWith(sign));
  if (relation !== undefined) {
    const [sign, holds] = relation;
    const limit = check(valueOf(text.slice(sign.length)));
    return (value) => holds(value, limit);
  }
  if (/[*?]/.test(text)) {
    return wildcard(text.trim());
  }
  const wanted = check(valueOf(text));
  return (value) => value === wanted;
}

function date(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    throw new ODataError(
      400,
      'Application_FilterErrorException',
      `The filter "${value}" is not valid for the Date Filter field. The value "${value}" can't be evaluated into type Date.`,
    );
  }
  return value;
}

/**
 * What a FlowFilter lets through. Its value is a filter expression of Business Central, as in `GREEN|''`,
 * `..2026-12-31` or `<>BLUE` (Microsoft Learn "Entering criteria in filters"); an empty one is no filter at all, so
 * the blank location is asked for as `''`.
 * @throws ODataError 400 for a date that is none
 */
export function filterExpression(expression: string, ofDates: boolean): FlowFilter {
  if (expression.trim() === '') {
    return () => true;
  }
  const check = ofDates ? date : (value: string) => value;
  const alternatives = split(expression, '|').map((part) => {
    const conjuncts = split(part, '&').map((conjunct) => alternative(conjunct.trim(), check));
    return (value: string) => conjuncts.every((conjunct) => conjunct(value));
  });
  return (value) => alternatives.some((holds) => holds(value));
}
