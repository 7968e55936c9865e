import { PythonError } from '../../values/errors.ts';

/** What Jinja2 raises for arguments that a filter cannot take. */
export const filterError = (message: string): PythonError => new PythonError('FilterArgumentError', message);
