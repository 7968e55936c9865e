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

/** What Python would have raised, with its words. */
export class PythonError extends Error {
  override readonly name = 'PythonError';
  readonly type: PythonErrorType;

  constructor(type: PythonErrorType, message: string, options?: ErrorOptions) {
    super(message, options);
    this.type = type;
  }
}

export const typeError = (message: string): PythonError => new PythonError('TypeError', message);
export const valueError = (message: string): PythonError => new PythonError('ValueError', message);
