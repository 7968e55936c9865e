import schema from '@nodeport-haproxy/schema/haproxy.schema.json' with { type: 'json' };
import { EXIT, type ExitCode } from '../exit-code.ts';
import { writeText } from '../report/output.ts';

/** `nodeport schema`: the JSON Schema of the variables, for an editor. */
export function printSchema(): ExitCode {
  writeText('stdout', `${JSON.stringify(schema, undefined, 2)}\n`);
  return EXIT.ok;
}
