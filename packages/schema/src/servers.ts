// The servers as rules see them: what has the right type, and nothing else.

import type { Path } from './diagnostic.ts';
import { milliseconds } from './durations.ts';
import { numberOf, portOf, textOf } from './fields.ts';
import { serverDefaults } from './generated/variables.ts';
import { isMapping } from './printed.ts';

/** What a rule sees of a server. Of 100,000 servers most are never looked at: each field is read when it is asked for. */
export class ServerView {
  readonly #list: Path;
  readonly #index: number;
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #isHole: boolean;

  constructor(list: Path, index: number, fields: Readonly<Record<string, unknown>> | undefined) {
    this.#list = list;
    this.#index = index;
    this.#fields = fields ?? {};
    this.#isHole = fields === undefined;
  }

  get path(): Path {
    return [...this.#list, this.#index];
  }

  /** Undefined where it cannot be known, as in all that follows. */
  get name(): string | undefined {
    return textOf(this.#fields.name);
  }

  get address(): string | undefined {
    return textOf(this.#fields.address);
  }

  get port(): number | undefined {
    return portOf(this.#fields.port);
  }

  /** In milliseconds. */
  get checkInterval(): number | undefined {
    return milliseconds(this.#value('check_interval'));
  }

  get fall(): number | undefined {
    return numberOf(this.#value('fall'));
  }

  /** 0 is no new connections. */
  get weight(): number | undefined {
    return numberOf(this.#value('weight'));
  }

  get isBackup(): boolean | undefined {
    const backup = this.#value('backup');
    return typeof backup === 'boolean' ? backup : undefined;
  }

  get isChecked(): boolean | undefined {
    const check = this.#value('check');
    return typeof check === 'boolean' ? check : undefined;
  }

  /** Whether the field is there, whatever it holds. */
  has(field: string): boolean {
    return Object.hasOwn(this.#fields, field);
  }

  #value(field: keyof typeof serverDefaults): unknown {
    if (this.#isHole) return undefined;
    return this.has(field) ? this.#fields[field] : serverDefaults[field];
  }
}

/** The servers of a list, at the place where that stands: also those of which nothing is known, or that are none. */
export function serversOf(list: unknown, at: Path): ServerView[] {
  if (!Array.isArray(list)) return [];
  return list.map((item, index) => new ServerView(at, index, isMapping(item) ? item : undefined));
}
