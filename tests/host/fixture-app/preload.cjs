'use strict';

const { contextBridge, ipcRenderer, webUtils } = require('electron');

globalThis.secretOfPreload = 'secret';

/** Attempts a piece of work, and says how it failed. */
async function failureOf(work) {
  try {
    await work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : `no error: ${String(error)}`;
  }
}

function cyclic() {
  const object = { name: 'cycle' };
  object.self = object;
  return object;
}

const shared = { one: 1 };

const samples = {
  undefined: undefined,
  null: null,
  number: 1.5,
  notANumber: NaN,
  negativeZero: -0,
  infinity: -Infinity,
  text: 'naïve 🙂',
  loneSurrogate: '\ud800',
  bigint: 2n ** 70n,
  date: new Date(1234567890123),
  invalidDate: new Date(NaN),
  regexp: /a+/giu,
  map: new Map([['key', new Map([[{ deep: true }, 1]])]]),
  set: new Set([1, 'two', new Set()]),
  bytes: new Uint8Array([0, 1, 255]),
  part: new Uint8Array([9, 8, 7, 6]).subarray(1, 3),
  floats: new Float64Array([0.1, -1]),
  bigints: new BigInt64Array([-1n]),
  buffer: new Uint8Array([1, 2]).buffer,
  view: new DataView(new Uint8Array([1, 2, 3]).buffer, 1, 1),
  array: [1, undefined, [2, null]],
  sparse: [1, , 3],
  object: { a: { b: [undefined, { c: 'd' }] }, e: undefined },
  again: [shared, shared],
  cycle: cyclic(),
};

const uncloneable = {
  function: () => 1,
  symbol: Symbol('mark'),
  element: () => document.body,
  promise: Promise.resolve(1),
};

const refused = {
  symbol: () => Symbol('mark'),
  weakMap: () => new WeakMap(),
};

function sample(name) {
  return name === 'element' ? document.body : uncloneable[name];
}

contextBridge.exposeInMainWorld('fixture', {
  text: 'plain text',
  nested: { list: [1, { two: 2 }], add: (one, other) => one + other },
  date: new Date(5),
  bytes: new Uint8Array([1, 2, 3]),
  map: new Map([['a', 1]]),
  worlds: () => ({
    hasRequire: typeof require,
    pageGlobal: typeof globalThis.secretOfPage,
    processType: process.type,
    isContextIsolated: process.contextIsolated,
    electron: process.versions.electron,
  }),
  later: async (value) => [value, 'later'],
  throwNow: (message) => {
    throw new RangeError(message);
  },
  throwLater: async (message) => {
    throw new RangeError(message);
  },
  callBack: (callback, value) => callback(value),
  callBackLater: async (callback, value) => [await callback(value)],
  kindOf: (value) => Object.prototype.toString.call(value),
  change: (value) => {
    value.changed = true;
    return value.changed;
  },
  give: (name) => refused[name](),
  makeAdder: (one) => (other) => one + other,
  exposeAgain: () => failureOf(() => contextBridge.exposeInMainWorld('fixture', {})),
  exposeOther: (name) => failureOf(() => contextBridge.exposeInMainWorld(name, { name })),
  pushOf: () => {
    const list = [];
    list.push('pushed');
    return list;
  },
  requireFailure: (name) => failureOf(() => require(name)),
  ipc: {
    invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
    send: (channel, ...values) => ipcRenderer.send(channel, ...values),
    failure: (channel, ...values) => failureOf(() => ipcRenderer.invoke(channel, ...values)),
    /** What the main process makes of a sample that went there, came back, and went there again. */
    inspectEcho: async (name) =>
      ipcRenderer.invoke('inspect', await ipcRenderer.invoke('echo', samples[name])),
    echoError: async () => {
      const error = await ipcRenderer.invoke('echo', new TypeError('carried'));
      return { isTypeError: error instanceof TypeError, message: error.message };
    },
    refusal: (name) => failureOf(() => ipcRenderer.invoke('echo', sample(name))),
    sendRefusal: (name) => failureOf(() => ipcRenderer.send('echo', sample(name))),
    on: (channel, listener) => {
      const first = (_event, ...values) => listener(...values);
      ipcRenderer.on(channel, first);
      return () => void ipcRenderer.removeListener(channel, first);
    },
    once: (channel, listener) =>
      void ipcRenderer.once(channel, (_event, ...values) => listener(...values)),
  },
  pathFailure: (file) => failureOf(() => webUtils.getPathForFile(file)),
  unprovided: () => failureOf(() => ipcRenderer.sendToNobody('channel')),
});
