import { type Problem, relatedText, severityOf } from '../../variables/problem.ts';

const KINDS = { error: 'error', warning: 'warning', hint: 'notice' } as const;

/**
 * Annotations of a pull request: a line each, which GitHub's runner takes from the output of a step.
 * Source: GitHub Docs, "Workflow commands for GitHub Actions".
 */
export function github(problems: readonly Problem[]): string {
  return problems.map(annotation).join('');
}

function annotation(problem: Problem): string {
  const { code, message, hint, file, range } = problem;
  const properties = Object.entries({
    title: code,
    file,
    line: range?.start.line,
    // GitHub shows columns only within one line.
    ...(range && range.start.line === range.end.line
      ? { col: range.start.column, endColumn: range.end.column }
      : { endLine: range?.end.line }),
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapedProperty(String(value))}`]));
  const text = [message, relatedText(problem), hint].filter((part) => part !== undefined).join('\n');
  return `::${KINDS[severityOf(problem)]} ${properties.join(',')}::${escapedText(text)}\n`;
}

/** Its own signs, without which a message could be another command. */
const escapedText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string =>
  escapedText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
