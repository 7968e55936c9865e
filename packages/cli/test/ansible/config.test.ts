import { expect, test } from 'vitest';
import { callbackEnvironment, defaultInventories, readConfig } from '../../src/ansible/config.ts';

const file = '/project/ansible/ansible.cfg';

test('a configuration has values, comments and values over several lines', () => {
  const config = readConfig(
    '# c\n[defaults]\ninventory = hosts.ini ; c\ncallbacks_enabled: timer,\n  profile_tasks\n[ssh]\nx=1\n',
  );
  expect([...config]).toEqual([
    ['defaults.inventory', 'hosts.ini'],
    ['defaults.callbacks_enabled', 'timer,\nprofile_tasks'],
    ['ssh.x', '1'],
  ]);
});

test('the inventory of the configuration lies where the configuration does', () => {
  expect(defaultInventories(readConfig('[defaults]\ninventory = inventory.ini'), file, {})).toEqual([
    '/project/ansible/inventory.ini',
  ]);
});

test('several inventories may be named with commas', () => {
  expect(defaultInventories(readConfig('[defaults]\ninventory = a.ini, /b.ini'), file, {})).toEqual([
    '/project/ansible/a.ini',
    '/b.ini',
  ]);
});

test('callbacks that the user enabled stay enabled', () => {
  const config = readConfig(
    '[defaults]\ncallbacks_enabled = timer, profile_tasks\ncallback_plugins = plugins:/opt/p',
  );
  expect(callbackEnvironment(config, file, {}, '/ours')).toEqual({
    ANSIBLE_CALLBACKS_ENABLED: 'timer,profile_tasks,nodeport_events',
    ANSIBLE_CALLBACK_PLUGINS: '/ours:/project/ansible/plugins:/opt/p',
  });
  const environment = { ANSIBLE_CALLBACKS_ENABLED: 'junit', ANSIBLE_CALLBACK_PLUGINS: '/mine' };
  expect(callbackEnvironment(config, file, environment, '/ours')).toEqual({
    ANSIBLE_CALLBACKS_ENABLED: 'junit,nodeport_events',
    ANSIBLE_CALLBACK_PLUGINS: '/ours:/mine',
  });
});

test("without any, Ansible's own folders of plugins stay", () => {
  expect(callbackEnvironment(readConfig(''), file, {}, '/ours')).toEqual({
    ANSIBLE_CALLBACKS_ENABLED: 'nodeport_events',
    ANSIBLE_CALLBACK_PLUGINS: '/ours:~/.ansible/plugins/callback:/usr/share/ansible/plugins/callback',
  });
});
