/** This package's folder. Both src/ and the bundle's folder lie right below it. */
export const PACKAGE_ROOT = new URL('../', import.meta.url);
