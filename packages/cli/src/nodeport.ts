import { InvalidArgumentError, Option } from 'commander';
import { exitWith } from './edge.ts';
import { createProgram, runProgram } from './program.ts';
import { ROLE_FILES } from './role-files.ts';
import { asValidate } from './validate-command.ts';

const program = createProgram('nodeport').description(
  'HAProxy outside a Kubernetes cluster, in front of its NodePorts: check, preview and deploy its configuration.',
);

asValidate(program.command('validate'));

program
  .command('schema')
  .description('Print the JSON Schema of the variables, by which an editor completes and explains them.')
  .action(async () => {
    const { printSchema } = await import('./commands/schema.ts');
    exitWith(printSchema());
  });

program
  .command('render')
  .description("Print a file that a deployment would write, from the role's own templates, or any template.")
  .option(
    '--vars <files...>',
    'take the variables from these files, the later over the earlier, instead of group_vars',
  )
  .addOption(
    new Option('--file <name>', 'the file to print; those of UDP only where there are UDP services')
      .choices(ROLE_FILES)
      .default(ROLE_FILES[0]),
  )
  .option('--host <name>', 'the host to render for: its variables go over those of its group')
  .option('--no-ipv6', 'render for a host without IPv6')
  .option('--template <file>', "render this template as Ansible's template module would, with --vars alone")
  .addOption(
    new Option(
      '--allow-lookup <names...>',
      'with --template: what lookup() may read; without it, nothing',
    ).choices(['vars', 'env', 'file', 'first_found']),
  )
  .option('-o, --output <file>', 'write to a file instead of standard output')
  .action(async (options) => {
    if (options.template !== undefined) {
      const { renderTemplate } = await import('./commands/render-template.ts');
      exitWith(renderTemplate(options));
      return;
    }
    const { render } = await import('./commands/render.ts');
    exitWith(await render(options));
  });

program
  .command('plan')
  .description(
    'Say what a deployment would change on each balancer, without Ansible and without touching one.',
  )
  .option('-i, --inventory <files...>', "read these inventories instead of ansible.cfg's")
  .option('-e, --extra-vars <files...>', 'files whose variables go over all others, as @FILE does for deploy')
  .option('-l, --limit <hosts...>', 'plan for these balancers or groups only')
  .option('--last', 'compare with what this machine deployed last instead of asking the balancers')
  .option('--no-diff', 'leave the unified diff of the files out')
  .option('--json', 'print JSON')
  .addOption(new Option('--diff').default(true).hideHelp())
  .action(async (options) => {
    const { plan } = await import('./commands/plan.ts');
    exitWith(await plan(options));
  });

program
  .command('deploy')
  .description('Check the variables, run the playbook, and show the servers as HAProxy itself reports them.')
  .argument(
    '[arguments...]',
    'arguments for ansible-playbook, best behind --: nodeport deploy -- --limit lb1 -K',
  )
  .option('--verbose', "show ansible-playbook's own output instead of the progress")
  .allowUnknownOption()
  .action(async (given: string[], options) => {
    const { deploy } = await import('./commands/deploy.ts');
    exitWith(await deploy(withoutSeparator(given), options));
  });

program
  .command('history')
  .description('Show the deployments that each balancer keeps, and which one it runs.')
  .argument('[arguments...]', 'arguments for ansible-playbook, behind --')
  .option('-l, --limit <hosts>', "ask these balancers or groups only: a pattern of Ansible's")
  .option('--json', 'print JSON')
  .option('--verbose', "show ansible-playbook's own output instead of the progress")
  .allowUnknownOption()
  .action(async (given: string[], options) => {
    const { history } = await import('./commands/history.ts');
    exitWith(await history(withoutSeparator(given), options));
  });

program
  .command('rollback')
  .description('Have the balancers run an earlier deployment again; the variables stay as they are.')
  .argument(
    '[arguments...]',
    'arguments for ansible-playbook, best behind --: nodeport rollback -- --limit lb1',
  )
  .option(
    '--to <number>',
    'the deployment to go back to; without it, the last good one before the current',
    wholeNumber,
  )
  .option('--verbose', "show ansible-playbook's own output instead of the progress")
  .allowUnknownOption()
  .action(async (given: string[], options) => {
    const { rollback } = await import('./commands/rollback.ts');
    exitWith(await rollback(withoutSeparator(given), options));
  });

function withoutSeparator(given: readonly string[]): readonly string[] {
  const separator = given.indexOf('--');
  return separator < 0 ? given : given.toSpliced(separator, 1);
}

function wholeNumber(given: string): number {
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new InvalidArgumentError('give the number of a deployment, as nodeport history shows it.');
}

void runProgram(program, process.argv);
