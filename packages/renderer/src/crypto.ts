/** Node's own, loaded once it is asked for: few templates do, and it takes a tenth of the time that Node starts in. */
export const crypto = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto');
