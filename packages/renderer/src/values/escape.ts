import { Markup } from './markup.ts';
import { str } from './print.ts';
import type { Value } from './value.ts';

const SPECIAL = /[&<>'"]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&#34;',
};

/** A value as text that is safe in HTML: what is {@link Markup} already is left as it is. */
export function escaped(value: Value): string {
  return value instanceof Markup ? value.text : escapedText(str(value));
}

export function escapedText(text: string): string {
  return text.replace(SPECIAL, (character) => ENTITIES[character] ?? character);
}
