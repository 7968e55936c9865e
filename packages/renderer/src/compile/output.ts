import type { Output } from '../syntax/nodes.ts';
import { expression } from './expressions.ts';
import type { Frame } from './frame.ts';

// What a template writes is gathered in `o`: a text in Jinja2, where what is printed becomes text at once. In
// ansible-core it is nothing, one value of any type, or a text once there are two.

/** JavaScript for an empty buffer. */
export const emptyBuffer = ({ unit }: Frame): string => (unit.profile === 'ansible' ? 'rt.nothing' : '""');

/** JavaScript for what a buffer holds, as a value. */
export function captured(frame: Frame): string {
  if (frame.unit.profile === 'ansible') return 'rt.captured(o)';
  return frame.unit.escapes ? 'ctx.safe(o)' : 'o';
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
      write(JSON.stringify(part.text), frame, true);
    } else {
      frame.unit.code.line(`st.at = ${part.at};`);
      print(expression(part, frame), frame);
    }
  }
}

/** Prints JavaScript's value. */
export function print(value: string, frame: Frame): void {
  if (frame.unit.profile === 'ansible')
    frame.unit.code.line(`o = rt.append(o, ${frame.isCaptured ? value : `rt.printable(${value})`});`);
  else frame.unit.code.line(`o += ${frame.unit.escapes ? `ctx.escaped(${value})` : `rt.str(${value})`};`);
}

/** Adds text, or what another buffer held. */
export function write(text: string, { unit }: Frame, isText = false): void {
  if (unit.profile !== 'ansible') unit.code.line(`o += ${text};`);
  else unit.code.line(`o = rt.${isText ? 'appendText' : 'append'}(o, ${text});`);
}
