import type { Output } from '../syntax/nodes.ts';
import { expression } from './expressions.ts';
import type { Frame } from './frame.ts';

// What a template writes is gathered in `o`: a text in Jinja2, where what is printed becomes text at once; in
// ansible-core a buffer.

/** JavaScript for an empty buffer. */
export const emptyBuffer = ({ unit }: Frame): string => (unit.profile === 'ansible' ? 'rt.nothing' : '""');

/** Generates the body of a function that returns what is printed in it, as a value. */
export function capturing({ unit }: Frame, body: () => void): void {
  const isAnsible = unit.profile === 'ansible';
  const { code } = unit;
  if (isAnsible) code.line('st.capturing++;');
  code.line(`let o = ${isAnsible ? 'rt.nothing' : '""'};`);
  body();
  if (isAnsible) code.line('st.capturing--;');
  code.line(`return ${captured(unit)};`);
}

/** JavaScript for what a buffer holds, as a value. */
function captured({ profile, escapes }: Frame['unit']): string {
  if (profile === 'ansible') return 'rt.captured(o)';
  return escapes ? 'ctx.safe(o)' : 'o';
}

export function output(node: Output, frame: Frame): void {
  const { code, knowsParent } = frame.unit;
  // What a template prints that has a parent is not shown.
  if (!frame.checksParent) parts(node, frame);
  else if (!knowsParent) code.block('if (parent === undefined)', () => parts(node, frame));
}

function parts(node: Output, frame: Frame): void {
  for (const part of node.parts) {
    if (part.kind === 'text') {
      write(JSON.stringify(part.text), frame);
    } else {
      frame.unit.code.line(`st.at = ${part.at};`);
      print(expression(part, frame), frame);
    }
  }
}

/** Prints JavaScript's value. */
export function print(value: string, { unit }: Frame): void {
  if (unit.profile === 'ansible') unit.code.line(`o = rt.print(o, ${value}, st);`);
  else unit.code.line(`o += ${unit.escapes ? `ctx.escaped(${value})` : `rt.str(${value})`};`);
}

/** Adds what another buffer holds. */
export function write(buffer: string, { unit }: Frame): void {
  unit.code.line(unit.profile === 'ansible' ? `o = rt.append(o, ${buffer});` : `o += ${buffer};`);
}
