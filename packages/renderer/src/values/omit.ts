import { Instance } from './instance.ts';

/** Ansible's `omit`: what is it is left out of lists and dictionaries. */
class Omit extends Instance {
  readonly typeName = '_OmitType';

  override repr(): string {
    return '<<Omit>>';
  }
}

export const omit: Instance = new Omit();
