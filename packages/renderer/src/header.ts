/** What a template's `#jinja2:` line may set, as Ansible's template action reads it. */
export interface Header {
  /** The newline after a block tag is dropped. Ansible's own default. */
  readonly trimBlocks: boolean;
  /** Blanks before a block tag at the start of a line are dropped. */
  readonly lstripBlocks: boolean;
}

const PREFIX = '#jinja2:';
const DEFAULTS: Header = { trimBlocks: true, lstripBlocks: false };
const OPTIONS: Readonly<Record<string, keyof Header>> = {
  trim_blocks: 'trimBlocks',
  lstrip_blocks: 'lstripBlocks',
};
const BOOLEANS: Readonly<Record<string, boolean>> = { True: true, False: false };

/**
 * Splits a template into its `#jinja2:` options and its body, the way Ansible does before Jinja2 sees it.
 *
 * @throws Error for an option or a value that the renderer does not know: to ignore one would change bytes.
 */
export function splitHeader(source: string): { header: Header; body: string } {
  if (!source.startsWith(PREFIX)) return { header: DEFAULTS, body: source };
  const end = source.indexOf('\n');
  const line = source.slice(PREFIX.length, end === -1 ? source.length : end);
  const header: Header = Object.assign({}, DEFAULTS, ...line.split(',').map(option));
  return { header, body: end === -1 ? '' : source.slice(end + 1) };
}

function option(pair: string): Partial<Header> {
  const [name = '', text = ''] = pair.split(':').map((part) => part.trim());
  const key = OPTIONS[name];
  const value = BOOLEANS[text];
  if (key === undefined || value === undefined) {
    throw new Error(
      `the #jinja2: header says "${pair.trim()}"; it may set trim_blocks and lstrip_blocks to True or False`,
    );
  }
  return { [key]: value };
}
