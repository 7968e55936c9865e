/** The exceptions of Python that a template can raise. */
export type PythonErrorType =
  | 'TypeError'
  | 'ValueError'
  | 'KeyError'
  | 'IndexError'
  | 'AttributeError'
  | 'ZeroDivisionError'
  | 'OverflowError'
  | 'RecursionError'
  | 'MemoryError'
  | 'RuntimeError'
  | 'UndefinedError'
  | 'TemplateRuntimeError'
  | 'TemplateNotFound'
  | 'FilterArgumentError'
  | 'SecurityError'
  /** What Ansible's filters raise. */
  | 'AnsibleFilterError'
  /** Right in Python, and not to be had here: told rather than rendered wrongly. */
  | 'NotSupported';

/** A name that there is not, for a hint at one that is meant. */
export interface Missing {
  readonly name: string;
  readonly known: () => Iterable<string>;
}

/** Where in a template something is. */
export interface Place {
  /** Offset into the source of `template`. */
  readonly at: number;
  readonly template: TemplateSource;
  /** The templates that brought this one in, the first one first, and where in them. */
  readonly path: readonly { readonly template: TemplateSource; readonly at: number }[];
}

interface TemplateSource {
  readonly name: string;
  readonly source: string;
  readonly firstLine: number;
}

/** What Python would have raised, with its words. */
export class PythonError extends Error {
  override readonly name = 'PythonError';
  readonly type: PythonErrorType;
  /** The name that is missing, and the names that there are. */
  readonly missing: Missing | undefined;
  /** Where it came about, if that is not where the render is. */
  place: Place | undefined;

  constructor(
    type: PythonErrorType,
    message: string,
    options?: ErrorOptions & { missing?: Missing | undefined },
  ) {
    super(message, options);
    this.type = type;
    this.missing = options?.missing;
  }

  /** It came about there, unless it is known better. */
  from(place: Place | undefined): this {
    this.place ??= place;
    return this;
  }
}

export const typeError = (message: string): PythonError => new PythonError('TypeError', message);
export const valueError = (message: string): PythonError => new PythonError('ValueError', message);
