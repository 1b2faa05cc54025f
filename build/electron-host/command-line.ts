import type { CommandLine } from 'electron';
import { loud } from './loud.ts';

/** Chromium's switches as the app sets them; they count until Chromium starts. */
export const switches = new Map<string, string>();

/** The switches that the process was started with, before and after the app's path. */
const given = new Map<string, string>();

for (const argument of process.argv.slice(1)) {
  const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name !== undefined) given.set(name, value);
}

const debuggerPort = given.get('remote-debugging-port');
if (debuggerPort !== undefined) switches.set('remote-debugging-port', debuggerPort);

const provided: Pick<
  CommandLine,
  'appendSwitch' | 'getSwitchValue' | 'hasSwitch' | 'removeSwitch'
> = {
  appendSwitch: (name, value = '') => void switches.set(name, value),
  getSwitchValue: (name) => switches.get(name) ?? given.get(name) ?? '',
  hasSwitch: (name) => switches.has(name) || given.has(name),
  removeSwitch: (name) => {
    switches.delete(name);
    given.delete(name);
  },
};

export const commandLine = loud('app.commandLine', provided);
