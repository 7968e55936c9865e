import manifest from '../../../package.json' with { type: 'json' };
import { explanations, type ProblemCode } from '../../explain/explanations.ts';
import { type Problem, relatedTo, severityOf } from '../../variables/problem.ts';
import { jsonText } from './json-text.ts';

const LEVELS = { error: 'error', warning: 'warning', hint: 'note' } as const;

/** Static Analysis Results Interchange Format 2.1.0 (OASIS), which code scanning reads. */
export function sarif(problems: readonly Problem[]): string {
  const codes = [...new Set(problems.map(({ code }) => code))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'nodeport-haproxy', version: manifest.version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, codes.indexOf(problem.code))),
      },
    ],
  };
  return jsonText(log);
}

function ruleOf(code: ProblemCode) {
  const known = explanations.find((one) => one.code === code);
  if (!known) return { id: code };
  return {
    id: code,
    shortDescription: { text: known.title },
    fullDescription: { text: known.why },
    help: {
      text: `Wrong:\n${known.wrong.trim()}\n\nRight:\n${known.right.trim()}\n\nSource: ${known.source}`,
    },
    defaultConfiguration: known.severity === 'off' ? { enabled: false } : { level: LEVELS[known.severity] },
  };
}

function resultOf(problem: Problem, ruleIndex: number) {
  const { code, message, hint } = problem;
  const related = relatedTo(problem);
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severityOf(problem)],
    message: { text: hint ? `${message}; ${hint}` : message },
    ...(problem.file !== undefined && { locations: [physicalLocation(problem.file, problem.range)] }),
    ...(related?.file !== undefined && {
      relatedLocations: [
        { message: { text: related.message }, ...physicalLocation(related.file, related.range) },
      ],
    }),
  };
}

function physicalLocation(file: string, range: Problem['range']) {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file) },
      ...(range && {
        region: {
          startLine: range.start.line,
          startColumn: range.start.column,
          endLine: range.end.line,
          endColumn: range.end.column,
        },
      }),
    },
  };
}

/** Also a colon is encoded: before the first slash it would end the name of a scheme (RFC 3986, section 4.2). */
const relativeUri = (file: string): string =>
  file.toWellFormed().split('/').map(encodeURIComponent).join('/');
