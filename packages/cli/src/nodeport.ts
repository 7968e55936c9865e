import { Option } from 'commander';
import { createProgram, exitWith, runProgram } from './program.ts';
import { ROLE_FILES } from './role-files.ts';

const program = createProgram('nodeport').description(
  'HAProxy outside a Kubernetes cluster, in front of its NodePorts: check, preview and deploy its configuration.',
);

program
  .command('validate')
  .description('Check files that set the variables; without files, everything below ansible/.')
  .argument('[files...]', 'files of variables, inventories or playbooks')
  .action(async (files: string[]) => {
    const { validate } = await import('./commands/validate.ts');
    exitWith(validate(files));
  });

program
  .command('render')
  .description("Print a file that a deployment would write, from the role's own templates.")
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
  .option('-o, --output <file>', 'write to a file instead of standard output')
  .action(async (options) => {
    const { render } = await import('./commands/render.ts');
    exitWith(render(options));
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
    const separator = given.indexOf('--');
    exitWith(await deploy(separator < 0 ? given : given.toSpliced(separator, 1), options));
  });

await runProgram(program, process.argv);
