import type { PythonFunction } from '../../values/function.ts';
import { defaultFilters } from './defaults.ts';
import { groupingFilters } from './grouping.ts';
import { markupFilters } from './markup.ts';
import { numberFilters } from './numbers.ts';
import { orderingFilters } from './ordering.ts';
import { roundFilters } from './round.ts';
import { selectionFilters } from './selections.ts';
import { sequenceFilters } from './sequences.ts';
import { textFilters } from './texts.ts';
import { toJsonFilters } from './to-json.ts';
import { urlizeFilters } from './urlize.ts';
import { wrapFilters } from './wrap.ts';

export { globals } from './globals.ts';
export { tests } from './tests.ts';

/** Jinja2's filters. */
export const filters: Record<string, PythonFunction> = {
  ...defaultFilters,
  ...groupingFilters,
  ...markupFilters,
  ...numberFilters,
  ...orderingFilters,
  ...roundFilters,
  ...selectionFilters,
  ...sequenceFilters,
  ...textFilters,
  ...toJsonFilters,
  ...urlizeFilters,
  ...wrapFilters,
};
