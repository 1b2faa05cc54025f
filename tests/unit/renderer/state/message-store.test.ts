import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageStore } from '../../../../renderer/state/message-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('MessageStore', () => {
  it('shows a message for five seconds', () => {
    const store = new MessageStore();
    store.show('Bookmark set');
    vi.advanceTimersByTime(4_999);
    expect(store.state.get()).toEqual({ text: 'Bookmark set', action: null });
    vi.advanceTimersByTime(1);
    expect(store.state.get()).toBeNull();
  });

  it('shows one that something can be done about for twelve', () => {
    const store = new MessageStore();
    const action = { label: 'Undo', run: vi.fn<() => void>() };
    store.show('Note deleted', action);
    vi.advanceTimersByTime(11_999);
    expect(store.state.get()).toEqual({ text: 'Note deleted', action });
    vi.advanceTimersByTime(1);
    expect(store.state.get()).toBeNull();
    expect(action.run).not.toHaveBeenCalled();
  });

  it('gives a new message its whole time', () => {
    const store = new MessageStore();
    store.show('First');
    vi.advanceTimersByTime(4_000);
    store.show('Second');
    vi.advanceTimersByTime(4_000);
    expect(store.state.get()?.text).toBe('Second');
    vi.advanceTimersByTime(1_000);
    expect(store.state.get()).toBeNull();
  });

  it('takes a message away at once, and leaves the next one its time', () => {
    const store = new MessageStore();
    store.show('First');
    store.dismiss();
    expect(store.state.get()).toBeNull();
    vi.advanceTimersByTime(4_000);
    store.show('Second');
    vi.advanceTimersByTime(2_000);
    expect(store.state.get()?.text).toBe('Second');
  });
});
