import type { Event, Run } from '../ansible/events.ts';
import { count } from './servers.ts';

/** Shows how a run gets on: one line that changes on a terminal, one line for each task elsewhere. */
export interface Progress {
  readonly update: (event: Event, run: Run) => void;
  /** Prints lines that stay. */
  readonly print: (lines: readonly string[]) => void;
  readonly end: () => void;
}

/** `task 3 of 20, 2 hosts, 1 changed, 12 s: configure | Write the configuration` */
export function progressLine(
  { task, tasks, exact, hosts, changed, taskName }: Run,
  elapsedMs: number,
): string {
  const total = tasks >= task ? ` of ${tasks}${exact ? '' : '+'}` : '';
  const seconds = Math.floor(elapsedMs / 1000);
  return `task ${task}${total}, ${count(hosts.length, 'host')}, ${changed} changed, ${seconds} s: ${taskName}`;
}

/** Progress on a stream; the clock begins with the call. */
export function showProgress(stream: NodeJS.WriteStream, started: number): Progress {
  const write = (text: string) => void stream.write(text);
  if (!stream.isTTY) {
    return {
      update: (event, run) => event.event === 'task' && write(`${progressLine(run, Date.now() - started)}\n`),
      print: (lines) => write(lines.map((line) => `${line}\n`).join('')),
      end: () => {},
    };
  }
  let shown: Run | undefined;
  const draw = () => {
    // Less than the whole width: a full line would wrap and stay.
    if (shown)
      write(`\r\x1b[K${progressLine(shown, Date.now() - started).slice(0, (stream.columns || 80) - 1)}`);
  };
  const clear = () => shown && write('\r\x1b[K');
  const timer = setInterval(draw, 1000);
  timer.unref();
  return {
    update: (event, run) => {
      // Before the first task, ansible-playbook may be asking for a password on the terminal.
      if (event.event !== 'task' && !shown) return;
      shown = run;
      draw();
    },
    print: (lines) => {
      clear();
      write(lines.map((line) => `${line}\n`).join(''));
      draw();
    },
    end: () => {
      clearInterval(timer);
      clear();
    },
  };
}
