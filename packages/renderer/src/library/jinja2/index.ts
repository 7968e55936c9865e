import type { PythonFunction } from '../../values/function.ts';
import { defaultFilters } from './defaults.ts';
import { markupFilters } from './markup.ts';
import { numberFilters } from './numbers.ts';
import { selectionFilters } from './selections.ts';
import { sequenceFilters } from './sequences.ts';
import { textFilters } from './texts.ts';
import { urlizeFilters } from './urlize.ts';
import { wrapFilters } from './wrap.ts';

export { globals } from './globals.ts';
export { tests } from './tests.ts';

/** Jinja2's filters. */
export const filters: Record<string, PythonFunction> = {
  ...defaultFilters,
  ...markupFilters,
  ...numberFilters,
  ...selectionFilters,
  ...sequenceFilters,
  ...textFilters,
  ...urlizeFilters,
  ...wrapFilters,
};
