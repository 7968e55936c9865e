import type { Call } from '../../runtime/call.ts';
import { Markup } from '../../values/markup.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';

const WORDS =
  'a ac ad amet ante arcu at augue commodo cum curae dapibus dolor donec dui eget elit enim erat est et eu felis fusce hac id in ipsum justo lacus leo libero ligula lorem luctus magna massa mauris metus mi morbi nam nec neque nibh nisi non nulla nunc odio orci pede porta proin purus quam quis risus rutrum sapien sed sem sit sociis tellus tempor tortor turpis ultrices urna ut varius velit vitae'.split(
    ' ',
  );

/** `lipsum(…)`: paragraphs of words that mean nothing. Jinja2's own are other words. */
export function lorem(call: Call, count: Value, html: Value, min: Value, max: Value): Value {
  const paragraphs = Array.from({ length: Number(count) }, () => paragraph(call, Number(min), Number(max)));
  if (!truth(html)) return paragraphs.join('\n\n');
  return new Markup(paragraphs.map((text) => `<p>${text}</p>`).join('\n'));
}

function paragraph(call: Call, min: number, max: number): string {
  const length = min + Math.floor(call.random() * (max - min));
  const words = Array.from({ length }, () => WORDS[Math.floor(call.random() * WORDS.length)] ?? '');
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
