import { distance } from 'fastest-levenshtein';
import { placeAt, textOfLine } from './lines.ts';
import { type IncludedFrom, RenderError } from './render-error.ts';
import { TemplateSyntaxError } from './syntax/syntax-error.ts';
import { type Missing, type Place, PythonError } from './values/errors.ts';

/** Says where an error came about. What is no error of the template is a bug of ours, and goes on as it is. */
export function failure(error: unknown, place: Place): unknown {
  if (error instanceof RenderError) return withPath(error, place);
  if (error instanceof TemplateSyntaxError) return located(error.message, error, { ...place, at: error.at });
  if (error instanceof PythonError) {
    const where = error.place ?? place;
    return error.cause instanceof RenderError
      ? withPath(error.cause, where)
      : located(error.message, error, where);
  }
  if (isEndless(error)) {
    const message = 'the template calls or includes itself without an end, or is nested too deep';
    return located(message, error, place);
  }
  return error;
}

/** V8 says so where its stack ends. */
const isEndless = (error: unknown): boolean =>
  error instanceof RangeError && error.message === 'Maximum call stack size exceeded';

function located(message: string, cause: unknown, { template, at, path }: Place): RenderError {
  const { line, column } = placeAt(template.source, at);
  return new RenderError(template.name, message, {
    cause,
    line: line + template.firstLine - 1,
    column,
    text: textOfLine(template.source, line),
    hint: hintOf(cause),
    includedFrom: path.map(includedFrom).reverse(),
  });
}

/** A template or a variable that could not be rendered was asked for from there. */
function withPath(error: RenderError, { template, at, path }: Place): RenderError {
  if (error.template === template.name) return error;
  const { message: _, ...rest } = error;
  return new RenderError(error.template, error.reason, {
    ...rest,
    cause: error.cause,
    includedFrom: [...error.includedFrom, ...[...path, { template, at }].map(includedFrom).reverse()],
  });
}

function hintOf(cause: unknown): string | undefined {
  const isTold = cause instanceof PythonError || cause instanceof TemplateSyntaxError;
  return isTold && cause.missing ? hint(cause.missing) : undefined;
}

function hint({ name, known }: Missing): string | undefined {
  const near = [...new Set(known())]
    .map((candidate) => ({ candidate, mistakes: distance(name, candidate) }))
    // Two letters that changed places are two mistakes; a short name is near to too much.
    .filter(({ mistakes }) => name.length > 2 && mistakes <= Math.ceil((name.length - 1) * 0.4))
    .sort((a, b) => a.mistakes - b.mistakes);
  return near[0] && `did you mean ${near[0].candidate}?`;
}

function includedFrom({ template, at }: Place['path'][number]): IncludedFrom {
  return { template: template.name, line: placeAt(template.source, at).line + template.firstLine - 1 };
}
