import type { Checked } from '../variables/check.ts';
import { isError, type Problem, placeOf, relatedTo, severityOf } from '../variables/problem.ts';
import { isSecretLine } from '../variables/secret.ts';
import { folded } from './folded.ts';
import { frameOf } from './frame.ts';
import { type Look, PLAIN, type Style } from './look.ts';
import { count } from './servers.ts';
import { visible } from './visible.ts';

/** How much is shown of a source line where there is no terminal that says how much it takes. */
const WIDTH = 100;

const COLOURS = { error: 'red', warning: 'yellow', hint: 'cyan' } as const;

/** What problems are written with. */
interface Paper {
  readonly look: Look;
  readonly linesOf: (file: string) => readonly string[];
}

/**
 * Writes problems for people: the place, the message and the code, the source line with a caret, the other place that it
 * is about, what to do. What is no error says so after its place. A line that may show a secret is left out, and nothing of
 * a file can steer the terminal.
 *
 * @param textOf - The text of a file that a problem names.
 */
export function problemLines(
  problems: readonly Problem[],
  textOf: (file: string) => string | undefined,
  look: Look = PLAIN,
): string[] {
  const known = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const lines = known.get(file) ?? (textOf(file) ?? '').split(/\r\n|\r|\n/);
    known.set(file, lines);
    return lines;
  };
  return problems.flatMap((problem) => blockOf(problem, { look, linesOf }));
}

function blockOf(problem: Problem, paper: Paper): string[] {
  const { styled } = paper.look;
  const severity = severityOf(problem);
  const { message, code, hint, isSecret } = problem;
  const related = relatedTo(problem);
  const head = [
    ...(problem.file === undefined ? [] : [`${styled('bold', visible(placeOf(problem)))}:`]),
    ...(severity === 'error' ? [] : [styled(COLOURS[severity], `${severity}:`)]),
    visible(`${message}${onHosts(problem)}`),
    styled('dim', `[${code}]`),
  ];
  const other = related && { ...related, isSecret };
  return [
    ...lines(head.join(' '), '    ', paper),
    ...framed(problem, COLOURS[severity], paper),
    ...(other ? lines(visible(`  ${placeOf(other)}: ${other.message}`), '    ', paper) : []),
    ...(other ? framed(other, 'cyan', paper) : []),
    ...(hint ? lines(`  ${styled('bold', 'hint:')} ${visible(hint)}`, '    ', paper) : []),
  ];
}

function lines(text: string, indent: string, { look: { width } }: Paper): string[] {
  return width === undefined ? [text] : folded(text, width, indent);
}

function onHosts({ hosts = [] }: Problem): string {
  const others = hosts.length - 1;
  if (others < 0) return '';
  return `, on ${hosts[0]}${others > 0 ? ` and ${count(others, 'other host')}` : ''}`;
}

function framed(
  { file, range, isSecret }: Pick<Problem, 'file' | 'range' | 'isSecret'>,
  colour: Style,
  { look, linesOf }: Paper,
): string[] {
  const source = file === undefined ? [] : linesOf(file);
  const line = range && source[range.start.line - 1];
  if (!range || !line || isSecret || isSecretLine(line)) return [];
  // Of a file that cannot be read, nobody knows what the line belongs to: what stands above it tells.
  if (isSecret === undefined && blockAbove(source, range.start.line).some(isSecretLine)) return [];
  const { margin, shown, marginBelow, marks } = frameOf(line, range, look.width ?? WIDTH);
  return [
    look.styled('dim', margin) + visible(shown),
    look.styled('dim', marginBelow) + marks.replace(/\S+/, (carets) => look.styled(colour, carets)),
  ];
}

/** The lines above one, up to the next that is not indented and no item of a list. */
function blockAbove(lines: readonly string[], number: number): string[] {
  const above = lines.slice(0, number);
  const top = above.findLastIndex((line) => /^[^\s#-]/.test(line));
  return above.slice(Math.max(0, top));
}

/** `3 files, 2 services, 1 value with Jinja or vault not checked: 1 problem, 1 hint` */
export function summaryLine({ files, services, unresolved, vaulted, unseen, problems }: Checked): string {
  const parts = [
    count(files.length, 'file'),
    count(services, 'service'),
    ...(unresolved > 0 ? [`${count(unresolved, 'value')} with Jinja or vault not checked`] : []),
    ...(vaulted.length > 0
      ? [`${count(vaulted.length, 'vaulted file')} not checked (${vaulted.join(', ')})`]
      : []),
    ...(unseen.length > 0 ? [`not seen: ${unseen.join(', ')}`] : []),
  ];
  const errors = problems.filter(isError).length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const hints = problems.length - errors - warnings;
  const found = [
    errors === 0 ? 'no problems' : count(errors, 'problem'),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(hints > 0 ? [count(hints, 'hint')] : []),
  ];
  return visible(`${parts.join(', ')}: ${found.join(', ')}`);
}
