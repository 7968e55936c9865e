import nunjucks from 'nunjucks';
import { filters } from './filters.ts';
import { splitHeader } from './header.ts';
import { RenderError } from './render-error.ts';

export interface RenderOptions {
  /** Name of the template, for messages. */
  readonly name: string;
  /** Returns the source of an included or imported template, undefined where there is none. */
  readonly load: (name: string) => string | undefined;
}

/**
 * Renders a template as ansible-core's `template` module would: the `#jinja2:` header, Ansible's defaults for
 * whitespace, and the newline at the end.
 *
 * It is proved for the role's own templates, by the cases in `examples/`; it is not all of Jinja2.
 *
 * @param template source of the template
 * @param variables values by name; a name that the template prints and that is missing here is an error
 * @throws RenderError for a template that cannot be rendered
 * @example
 * render('bind :{{ port }}\n', { port: 3306 }, { name: 'bind.j2', load: () => undefined }); // 'bind :3306\n'
 */
export function render(
  template: string,
  variables: Readonly<Record<string, unknown>>,
  options: RenderOptions,
): string {
  try {
    const { header, body } = splitHeader(template);
    const environment = new nunjucks.Environment(loader(options.load), {
      ...header,
      autoescape: false,
      throwOnUndefined: true,
    });
    for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
    return withLineEnds(environment.renderString(body, variables), body);
  } catch (error) {
    throw new RenderError(options.name, message(error), { cause: error });
  }
}

/** Ansible ends the text with as many newlines as the template, also where the last one belonged to a block. */
function withLineEnds(text: string, template: string): string {
  const missing = lineEnds(template) - lineEnds(text);
  return text + '\n'.repeat(Math.max(0, missing));
}

const lineEnds = (text: string): number => /\n*$/.exec(text)?.[0].length ?? 0;

/** Jinja2 drops the last newline of each source; Ansible gives the main template's back, not an included one's. */
function loader(load: RenderOptions['load']): nunjucks.ILoader {
  return {
    getSource(name) {
      const source = load(name);
      if (source === undefined) throw new Error(`there is no template "${name}"`);
      return { src: source.replace(/\n$/, ''), path: name, noCache: true };
    },
  };
}

/** nunjucks puts the template's path on a first line of its own. */
function message(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^\(unknown path\)\s*/, '').replace(/\n\s*/g, ' ');
}
