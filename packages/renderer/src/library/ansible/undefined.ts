import { typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';

export const undefinedGlobals: Readonly<Record<string, PythonFunction>> = {
  undef: fn('_undef(hint=None)', (_call, hint: Value) => undef(hint)),
};

/** A default that has to be replaced: undefined, with a hint at what to do. */
function undef(hint: Value): Undefined {
  if (hint instanceof Undefined) throw hint.error();
  if (hint !== null && typeof hint !== 'string')
    throw typeError(`The 'hint' argument must be of type 'str' or 'NoneType', not '${typeName(hint)}'.`);
  return new Undefined('strict-chainable', hint || 'Mandatory variable has not been overridden');
}
