import { compileForAnsible } from './ansible/template.ts';
import { plainVariables } from './runtime/variables.ts';

export interface RenderOptions {
  /** Name of the template, for messages. */
  readonly name: string;
  /** Returns the source of an included or imported template, undefined where there is none. */
  readonly load: (name: string) => string | undefined;
}

/**
 * Renders a template as ansible-core's `template` module would: the `#jinja2:` header, Ansible's defaults for
 * whitespace, its filters, and the newline at the end.
 *
 * @param template - source of the template
 * @param variables - values by name; a name that the template uses and that is missing here is an error
 * @throws RenderError for a template that cannot be rendered
 * @example
 * render('bind :{{ port }}\n', { port: 3306 }, { name: 'bind.j2', load: () => undefined }); // 'bind :3306\n'
 */
export function render(
  template: string,
  variables: Readonly<Record<string, unknown>>,
  options: RenderOptions,
): string {
  const compiled = compileForAnsible(template, options.name, { load: options.load });
  return compiled.render(plainVariables(variables));
}
